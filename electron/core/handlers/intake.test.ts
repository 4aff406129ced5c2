import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { In } from '../../../shared/api/contract.ts';
import { type EntityName, entities } from '../../../shared/entities/index.ts';
import type { SheetKind } from '../../../shared/intake/sheet-kinds.ts';
import type { CellValue } from '../../../shared/intake/values.ts';
import type { Field, Fields } from '../../../shared/shape/shape.ts';
import { createBook, failureOf, inCore, type TestCore } from '../core.fixture.ts';
import { readWorkbook } from '../import/xlsx/read-workbook.ts';

const jobId = 'job';

/** Writes text the program reads as a sheet. */
function write(test: TestCore, name: string, rows: readonly (readonly string[])[]): void {
  writeFileSync(join(test.folder, name), rows.map((row) => row.join('\t')).join('\r\n'));
  test.choose = name;
}

const open = (test: TestCore, kind: SheetKind) => test.call('intake.open', { budgetId: 1, kind, jobId });

async function addProjects(test: TestCore, names: readonly string[]): Promise<void> {
  const save = names.map((name) => ({
    ...{ id: null, revision: null, position: null, code: null, name, category: 'specificTarget' as const },
    ...{ startsOn: null, endsOn: null, continues: false, confidential: false, note: null, lineage: null },
  }));
  await test.call('project.apply', { parentId: 1, label: '新增项目', save, remove: [] });
}

describe('intake', () => {
  it('says row by row what will be added, changed, left as it is and refused, and changes nothing yet', async () => {
    await inCore(async (test) => {
      await createBook(test);
      await addProjects(test, ['甲', '乙']);
      const before = await test.call('book.state', {});
      write(test, '项目.tsv', [
        ['项目名称', '项目类别', '说明'],
        ['甲', '特定目标类', ''],
        ['乙', '其他运转类', '改了'],
        ['丙', '特定目标类', ''],
        ['丁', '不知道', ''],
      ]);
      const { fileId, parts } = await open(test, 'project');
      expect(parts[0]?.report).toEqual({ added: 1, changed: 1, same: 1, refused: 1 });
      expect(parts[0]?.summary.states).toBe(' scab');
      const [, , changed, , bad] = await test.call('intake.rows', { fileId, part: 'project', rows: [0, 1, 2, 3, 4] });
      expect(changed?.changes).toEqual([
        { field: 'category', label: '项目类别', before: '特定目标类', after: '其他运转类' },
        { field: 'note', label: '说明', before: '', after: '改了' },
      ]);
      expect(bad?.cells[1]).toMatchObject({
        text: '不知道',
        reason: expect.stringContaining('可填：其他运转类、特定目标类'),
      });
      expect((await test.call('book.state', {}))?.revision).toBe(before?.revision);
    });
  });

  it('takes all rows or none, or leaves out what is wrong, as one step with a backup before it', async () => {
    await inCore(async (test) => {
      await createBook(test);
      write(test, '项目.tsv', [
        ['项目名称', '项目类别'],
        ['甲', '特定目标类'],
        ['乙', '不知道'],
      ]);
      const { fileId } = await open(test, 'project');
      const refused = await failureOf(test.call('intake.apply', { fileId, skipBad: false, jobId }));
      expect(refused.sentence).toContain('第3行：“项目类别”没有“不知道”');
      expect((await test.call('project.list', { parentId: 1 })).count).toBe(0);
      const done = await test.call('intake.apply', { fileId, skipBad: true, jobId });
      expect(done).toMatchObject({ added: 1, changed: 0, same: 0, refused: 1 });
      expect(done.state.undo).toBe('导入 项目.tsv');
      expect(readdirSync(join(test.folder, '备份')).filter((name) => name.includes('导入前'))).toHaveLength(1);
      await test.call('history.undo', {});
      expect((await test.call('project.list', { parentId: 1 })).count).toBe(0);
    });
  });

  it('reads a row that was mended, and remembers how the columns were used', async () => {
    await inCore(async (test) => {
      await createBook(test);
      const rows = [
        ['名字', '哪一类'],
        ['甲', '特定目标'],
        ['乙', '运转'],
      ];
      write(test, '项目.tsv', rows);
      const first = await open(test, 'project');
      const asked = { sheet: null, unit: null, fills: [], jobId: null, part: 'project' } as const;
      await test.call('intake.preview', { ...asked, fileId: first.fileId, uses: ['name', 'category'] });
      // Without a header of known words the first row is read as a record: the user leaves it out.
      const ticked = await test.call('intake.tick', { fileId: first.fileId, part: 'project', rows: [0], on: false });
      expect(ticked.parts[0]?.summary.states).toBe('-aa');
      const cell = { fileId: first.fileId, part: 'project' as const, row: 1, column: 1, alike: false };
      expect((await test.call('intake.mend', { ...cell, text: '没有' })).parts[0]?.summary.states).toBe('-ba');
      expect((await test.call('intake.mend', { ...cell, text: '特定目标' })).parts[0]?.summary.states).toBe('-aa');
      await test.call('intake.apply', { fileId: first.fileId, skipBad: false, jobId });
      write(test, '项目.tsv', rows);
      const [second] = (await open(test, 'project')).parts;
      expect(second).toMatchObject({ remembered: true, summary: { headerRows: [0], states: ' ss' } });
    });
  });

  it('compares with the book as it is when the file is taken, not as it was when it was opened', async () => {
    await inCore(async (test) => {
      await createBook(test);
      write(test, '项目.tsv', [
        ['项目名称', '项目类别'],
        ['甲', '特定目标类'],
        ['乙', '特定目标类'],
      ]);
      const { fileId, parts } = await open(test, 'project');
      expect(parts[0]?.report).toEqual({ added: 2, changed: 0, same: 0, refused: 0 });
      await addProjects(test, ['甲']);
      const done = await test.call('intake.apply', { fileId, skipBad: false, jobId });
      expect(done).toMatchObject({ added: 1, changed: 0, same: 1, refused: 0 });
      expect((await test.call('project.list', { parentId: 1 })).count).toBe(2);
    });
  });

  it('adds indicators to goal sheets of the same file', async () => {
    await inCore(async (test) => {
      await createBook(test);
      await addProjects(test, ['道路清扫']);
      test.choose = '目标.xlsx';
      await test.call('template.export', { budgetId: 1, kind: 'goals', jobId });
      const template = await open(test, 'goals');
      expect(template.parts.map(({ report }) => report.added)).toEqual([0, 0]);
      expect(template.parts[0]?.summary.states).toContain('-');
      expect(readdirSync(test.folder)).toContain('目标.xlsx');
    });
  });

  it('is about the book it was opened for, and forgets it when closed', async () => {
    await inCore(async (test) => {
      await createBook(test);
      write(test, '项目.tsv', [
        ['项目名称', '项目类别'],
        ['甲', '特定目标类'],
      ]);
      const { fileId } = await open(test, 'project');
      await test.call('intake.close', { fileId });
      expect((await failureOf(test.call('intake.apply', { fileId, skipBad: true, jobId }))).code).toBe('NOT_FOUND');
    });
  });
});

describe('round trip', () => {
  const nasty = fc
    .oneof(
      fc.constantFrom(
        '=1+1',
        '+A1',
        '-3',
        '@SUM(A1)',
        '"引号"',
        '一\n二',
        '回\r车',
        '😀',
        '_x000D_',
        '合计',
        '-',
        '注：甲',
      ),
      fc.string({
        unit: fc.constantFrom('甲', 'a', '0', '=', '"', '\n', '\t', '，', '小计', '_x0041_', '&', '<', ' '),
      }),
      fc.constant('长'.repeat(3000)),
    )
    .map((text) => (text.trim() === '' ? '空' : text));

  /** Any value a field can hold; references point to one of `ids` or to nothing. */
  function anyValue(field: Field, ids: readonly number[]): fc.Arbitrary<CellValue> {
    const any = (): fc.Arbitrary<CellValue> => {
      switch (field.kind) {
        case 'text':
          return nasty.map((text) => [...text].slice(0, field.maxLength).join('').replace(/^\s+$/, '空'));
        case 'enum':
          return fc.constantFrom(...field.options.map(({ value }) => value));
        case 'code':
          return fc.constantFrom(
            ...field.digits.map((count) => '2'.padEnd(count, '9')),
            '2120501'.slice(0, field.digits[0]),
          );
        case 'fen':
          return fc.oneof(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 900_000_000_000_000 }));
        case 'integer':
          return fc.integer({ min: field.min, max: field.max });
        case 'decimal':
          return fc.constantFrom('0', '12.5', '0.01', '999999999999999');
        case 'boolean':
          return fc.boolean();
        case 'date':
          return fc.constantFrom('2027-02-28', '1899-12-31');
        case 'ref':
          return fc.constantFrom(...ids);
      }
    };
    return field.optional === true ? fc.option(any(), { nil: null }) : any();
  }

  function rowOf(entity: EntityName, ids: Readonly<Record<string, readonly number[]>>): fc.Arbitrary<object> {
    const fields: Fields = entities[entity].fields;
    const values = Object.entries(fields).map(([name, field]) => {
      const pointed = field.kind === 'ref' ? (ids[field.entity] ?? []) : [];
      return [name, field.kind === 'ref' && pointed.length === 0 ? fc.constant(null) : anyValue(field, pointed)];
    });
    return fc.record(Object.fromEntries(values));
  }

  /** Puts rows in; the contract's types know the fields of one entity, here they come from its list. */
  async function add(test: TestCore, entity: EntityName, parentId: number, rows: readonly object[]): Promise<number[]> {
    const save = rows.map((row) => ({ id: null, revision: null, position: null, ...row }));
    const input = { parentId, label: '建', save, remove: [] } as unknown as In<'asset.apply'>;
    const { rows: saved } = await test.call(`${entity}.apply` as 'asset.apply', input);
    return saved.map(({ id }) => id);
  }

  async function expectSame(test: TestCore, kind: SheetKind, rows: number): Promise<void> {
    test.choose = `${kind}.xlsx`;
    await test.call('grid.export', { budgetId: 1, kind, jobId });
    const { parts, fileId } = await open(test, kind);
    const report = { added: 0, changed: 0, same: 0, refused: 0 };
    for (const part of parts)
      for (const key of ['added', 'changed', 'same', 'refused'] as const) report[key] += part.report[key];
    expect([kind, report]).toEqual([kind, { added: 0, changed: 0, same: rows, refused: 0 }]);
    await test.call('intake.close', { fileId });
  }

  const unique = (rows: readonly object[], key: string) => [
    ...new Map(rows.map((row) => [(row as Readonly<Record<string, unknown>>)[key], row])).values(),
  ];

  it('of every kind changes nothing, whatever the rows hold', async () => {
    const property = fc.asyncProperty(fc.gen(), async (gen) => {
      await inCore(async (test) => {
        await createBook(test);
        const some = (entity: EntityName, ids: Readonly<Record<string, readonly number[]>>, least = 0) =>
          gen(() => fc.array(rowOf(entity, ids), { minLength: least, maxLength: 8 }));
        const project = await add(test, 'project', 1, some('project', {}, 2));
        const lines = some('line', { project });
        const line = await add(test, 'line', 1, lines);
        const procurement = await add(test, 'procurement', 1, some('procurement', { project, line }));
        const asset = await add(test, 'asset', 1, some('asset', {}));
        const prior = await add(test, 'prior', 1, unique(some('prior', {}), 'measure'));
        const goalSheet = await add(test, 'goalSheet', 1, unique(some('goalSheet', { project }), 'projectId'));
        let indicators = 0;
        for (const sheet of goalSheet)
          indicators += (await add(test, 'indicator', sheet, some('indicator', {}))).length;
        const income = lines.filter((each) => 'side' in each && each.side === 'income').length;
        await expectSame(test, 'project', project.length);
        await expectSame(test, 'income', income);
        await expectSame(test, 'spending', lines.length - income);
        await expectSame(test, 'procurement', procurement.length);
        await expectSame(test, 'asset', asset.length);
        await expectSame(test, 'prior', prior.length);
        await expectSame(test, 'goals', goalSheet.length + indicators);
      });
    });
    // Looking for a smaller case can take longer than any test may: what was found by then is told.
    await fc.assert(property, { numRuns: 15, interruptAfterTimeLimit: 120_000, markInterruptAsFailure: true });
  }, 180_000);
});

it('a template offers lists, notes and an example, and a row filled in below it is imported', async () => {
  await inCore(async (test) => {
    await createBook(test);
    await addProjects(test, ['道路清扫']);
    test.choose = '支出.xlsx';
    await test.call('template.export', { budgetId: 1, kind: 'spending', jobId });
    const sheets = await readWorkbook(readFileSync(join(test.folder, '支出.xlsx')), '支出.xlsx');
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['支出预算明细', false],
      ['可选内容', true],
    ]);
    const { parts } = await open(test, 'spending');
    expect(parts[0]?.summary).toMatchObject({ states: '   -', needsUnit: false, unit: 'yuan' });
  });
});
