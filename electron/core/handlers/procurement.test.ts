import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { draft } from '../../../db/book.fixture.ts';
import { fen } from '../../../shared/money/fen.ts';
import { createBook, failureOf, inCore, listed, type TestCore } from '../core.fixture.ts';

test('a purchase that crosses a limit is a finding whose fix mends it', () =>
  inCore(async (test) => {
    await test.call('book.openSample', { which: 'lanxian-2025' });
    const item = draft('procurement', {
      name: '护栏',
      category: 'goods',
      amount: fen(30_000_000),
      imported: false,
      method: '自行采购',
    });
    await test.call('procurement.apply', { parentId: 1, label: '录入', save: [item], remove: [] });
    const found = async () =>
      (await test.call('check.run', { budgetId: 1 })).filter(({ ruleId }) => ruleId === 'procurement-self');
    const [finding] = await found();
    expect(finding?.message).toBe(
      '采购“护栏”（30.00万元）达到了分散采购限额标准，不能自行采购。由采购单位自行或委托代理机构，按政府采购法规定的方式采购。可用的方式：“公开招标”、“邀请招标”、“竞争性谈判”、“竞争性磋商”、“询价”、“单一来源”。',
    );
    expect(finding?.basis).toBe('晋财购〔2023〕50号 三、分散采购限额标准');
    await test.call('check.fix', { budgetId: 1, keys: [finding?.key ?? ''] });
    expect(await found()).toEqual([]);
  }));

describe('a rule set of the bureau', () => {
  const page = readFileSync(new URL('../../../docs/procurement-rules.md', import.meta.url), 'utf8');
  const example: unknown = JSON.parse(page.match(/```json\n([\s\S]*?)```/)?.[1] ?? '');
  const choose = (test: TestCore, content: unknown) => {
    writeFileSync(join(test.folder, '规则.json'), JSON.stringify(content));
    test.choose = '规则.json';
  };

  test('applies to its region at once, decides, is replaced by its newer text, and can be taken out again', () =>
    inCore(async (test) => {
      await createBook(test);
      const [unit] = await listed(test, 'unit', null);
      if (unit === undefined) throw new Error('no unit');
      const { parentId: _, ...there } = { ...unit, region: '陕西省商洛市', position: null };
      await test.call('unit.apply', { parentId: null, label: '区划', save: [there], remove: [] });
      const item = draft('procurement', { name: '笔', category: 'goods', amount: fen(1), imported: false });
      await test.call('procurement.apply', { parentId: 1, label: '录入', save: [item], remove: [] });
      const unruled = async () =>
        (await test.call('check.run', { budgetId: 1 })).filter(({ ruleId }) => ruleId === 'procurement-no-rules')
          .length;
      expect(await unruled()).toBe(1);
      choose(test, example);
      expect(await test.call('procurement.addRuleSet', {})).toMatchObject({ id: 'shaanxi-2025', replaced: false });
      expect(await unruled()).toBe(0);
      expect(await test.call('procurement.addRuleSet', {})).toMatchObject({ replaced: true });
      const known = async () => {
        const { own, removed } = await test.call('procurement.ruleSets', {});
        return [own, removed].map((sets) => sets.map(({ id }) => id));
      };
      expect(await known()).toEqual([['shaanxi-2025'], []]);
      await test.call('procurement.removeRuleSet', { id: 'shaanxi-2025' });
      expect(await unruled()).toBe(1);
      expect(await known()).toEqual([[], ['shaanxi-2025']]);
      await test.call('procurement.restoreRuleSet', { id: 'shaanxi-2025' });
      expect(await known()).toEqual([['shaanxi-2025'], []]);
      expect(await unruled()).toBe(0);
    }));

  test('is refused with file, place and reason', () =>
    inCore(async (test) => {
      await createBook(test);
      choose(test, { ...(example as object), regions: [] });
      expect((await failureOf(test.call('procurement.addRuleSet', {}))).sentence).toBe(
        '导入没有进行：“规则.json”的 regions，不能为空。',
      );
      choose(test, { ...(example as object), id: 'shanxi-2023-50' });
      expect((await failureOf(test.call('procurement.addRuleSet', {}))).sentence).toContain('是程序自带的规则');
      choose(test, { format: 'yusuan-interchange', version: 1 });
      expect((await failureOf(test.call('procurement.addRuleSet', {}))).code).toBe('WRONG_FILE');
      const { rules } = example as { readonly rules: readonly object[] };
      choose(test, {
        ...(example as object),
        rules: [rules[0], { ...rules[1], when: [{ fact: 'amount', op: '>=', yuan: '30万' }] }],
      });
      expect((await failureOf(test.call('procurement.addRuleSet', {}))).sentence).toBe(
        '导入没有进行：“规则.json”的第2条规则的第1个条件（rules[1].when[0].yuan），应为整数的元，加引号，不带小数和分隔符。',
      );
    }));

  test('begins with a shipped one, written to a file', () =>
    inCore(async (test) => {
      await createBook(test);
      test.choose = '样例.json';
      const written = await test.call('procurement.exportRuleSet', { id: 'sme-2020-46', jobId: 'job' });
      const text = readFileSync(join(test.folder, written.name), 'utf8');
      writeFileSync(join(test.folder, '规则.json'), text.replace('sme-2020-46', 'own-sme'));
      test.choose = '规则.json';
      expect(await test.call('procurement.addRuleSet', {})).toEqual({
        id: 'own-sme',
        number: '财库〔2020〕46号',
        replaced: false,
      });
    }));
});
