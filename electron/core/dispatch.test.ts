import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { draft, line } from '../../db/book.fixture.ts';
import type { Fen } from '../../shared/money/fen.ts';
import { createBook, failureOf, inCore } from './core.fixture.ts';

const apply = (save: readonly unknown[], parentId: number | null = 1) => ({
  parentId,
  label: '录入',
  save,
  remove: [],
});

describe('dispatch answers and never throws', () => {
  test('a name that is no call, also one every object has', () =>
    inCore(async ({ core }) => {
      for (const name of ['nope', '__proto__', 'constructor', 'line.constructor', 'line.apply.x', '']) {
        expect(await core.dispatch(name, {})).toMatchObject({ ok: false, failure: { code: 'UNKNOWN_CALL' } });
      }
    }));

  test('every call, before a book is open', () =>
    inCore(async ({ core }) => {
      for (const [name, input] of [
        ['totals.get', { budgetId: 1 }],
        ['line.list', { parentId: null }],
        ['line.apply', apply([])],
        ['line.prepare', { parentId: 1, save: [] }],
        ['history.undo', {}],
        ['settings.get', { key: 'x' }],
      ] as const) {
        expect(await core.dispatch(name, input)).toMatchObject({
          ok: false,
          failure: { code: 'NO_BOOK', sentence: '还没有打开账套。' },
        });
      }
      expect(await core.dispatch('book.state', {})).toEqual({ ok: true, value: null });
    }));

  test('input that is not what the contract says, with the field that is wrong', () =>
    inCore(async ({ core }) => {
      for (const [name, input, at] of [
        ['totals.get', {}, 'budgetId'],
        ['totals.get', { budgetId: '1' }, 'budgetId'],
        ['totals.get', { budgetId: 1, path: '/etc' }, 'path'],
        ['table.get', { budgetId: 1, no: 14 }, 'no'],
        ['line.list', { parentId: 0.5 }, 'parentId'],
        ['line.apply', { parentId: 1, save: [], remove: [] }, 'label'],
        ['line.apply', { ...apply([]), remove: ['1'] }, 'remove[0]'],
        ['line.apply', { ...apply([]), save: 'x' }, null],
        ['line.apply', null, 'label'],
        ['line.prepare', { parentId: 1, save: 'x' }, null],
        ['line.prepare', { parentId: 'x', save: [] }, 'parentId'],
        ['line.prepare', { parentId: 1, save: [line({}), { ...line({}), amount: 'x' }] }, 'save[1].amount'],
        ['line.prepare', { parentId: 1, save: [{ ...line({}), id: 1, revision: 1 }] }, null],
        ['line.prepare', { parentId: 1, save: [{ ...line({}), position: 5 }] }, null],
        ['rows.applyPrepared', { prepared: 0, label: '粘贴' }, 'prepared'],
        ['codes.list', { catalogue: 'x', year: 2027 }, 'catalogue'],
      ] as const) {
        expect(await core.dispatch(name, input)).toMatchObject({ ok: false, failure: { code: 'INVALID_INPUT', at } });
      }
    }));

  test('an unexpected error by a number, without telling where the files lie or what was entered', () =>
    inCore(async (test) => {
      await createBook(test);
      await test.call('line.apply', apply([line({ amount: 98_765_432 as Fen, note: '机密' })]) as never);
      const { Error: Original } = globalThis;
      const broken = {
        ...apply([]),
        label: {
          toString: () => {
            throw new Original('机密 98765432 /home/x');
          },
        },
      };
      expect(await test.core.dispatch('line.apply', broken)).toMatchObject({ ok: false });
      const failing = await test.core.dispatch('line.apply', {
        get parentId(): number {
          throw new Error('机密 98765432 /home/x');
        },
      });
      expect(failing).toMatchObject({ ok: false, failure: { code: 'INTERNAL' } });
      const sentence = failing.ok ? '' : failing.failure.sentence;
      const [, incident] = /（编号 (20261123-[0-9a-f]{6})）/.exec(sentence) ?? [];
      const log = readFileSync(join(test.folder, 'data', 'logs', 'yusuan.log'), 'utf8');
      expect(log).toContain(incident);
      expect(log).toContain('dispatch.test.ts');
      for (const secret of ['机密', '98765432', '/home', test.folder]) {
        expect(log).not.toContain(secret);
        expect(sentence).not.toContain(secret);
      }
    }));
});

describe('wrong figures and codes are refused at the place where they are', () => {
  const problems: readonly [string, Readonly<Record<string, unknown>>, string, string][] = [
    ['a negative amount', { amount: -1 }, '预算明细：“金额”不能是负数。', 'save[0].amount'],
    [
      'a fraction of a 分 (three decimals)',
      { amount: 100.5 },
      '预算明细：“金额”不是精确到分的金额。',
      'save[0].amount',
    ],
    ['an amount as text', { amount: '12,3x' }, '预算明细：“金额”不是精确到分的金额。', 'save[0].amount'],
    ['an amount beyond the exact range', { amount: 2 ** 53 }, '预算明细：“金额”不是精确到分的金额。', 'save[0].amount'],
    [
      'a section code where an item is needed',
      { functional: '21205' },
      '预算明细：“功能分类科目”应为7位数字，“21205”是5位。',
      'save[0].functional',
    ],
    [
      'a fund that does not exist',
      { fund: 'lottery' },
      '预算明细：“资金来源”只能是“一般公共预算”“政府性基金预算”“国有资本经营预算”“财政专户管理资金”“单位资金”之一。',
      'save[0].fund',
    ],
    ['a key that is no field', { colour: 'red' }, '预算明细：没有“colour”这个字段。', 'save[0].colour'],
    ['a project that is not there', { projectId: 99 }, '要操作的项目已不存在，可能已被删除。', 'projectId'],
  ];
  test.each(problems)('%s', (_name, wrong, sentence, at) =>
    inCore(async (test) => {
      await createBook(test);
      const failure = await failureOf(test.call('line.apply', apply([{ ...line({}), ...wrong }]) as never));
      expect([failure.sentence, failure.at]).toEqual([sentence, at]);
      expect((await test.call('line.list', { parentId: 1 })).count).toBe(0);
    }),
  );

  test('in a paste of several rows the row is named, and none of them is saved', () =>
    inCore(async (test) => {
      await createBook(test);
      const rows = [line({}), line({}), { ...line({}), amount: -5 }];
      expect(await failureOf(test.call('line.apply', apply(rows) as never))).toMatchObject({
        sentence: '预算明细第3行：“金额”不能是负数。',
        at: 'save[2].amount',
      });
      expect((await test.call('line.list', { parentId: 1 })).count).toBe(0);
    }));

  test('what a user may be in the middle of is saved: an unknown code, a project line without project, a basic line without class', () =>
    inCore(async (test) => {
      await createBook(test);
      const rows = [
        line({ functional: '2999999' }),
        line({ nature: 'project', projectId: null }),
        line({ nature: 'basic', deptEconomic: null }),
        line({ fund: 'stateCapital', functional: '2120501' }),
      ];
      expect((await test.call('line.apply', apply(rows) as never)).rows).toHaveLength(4);
      expect((await test.call('check.run', { budgetId: 1 })).length).toBeGreaterThan(0);
    }));

  test('a line that makes the sums too large to be exact is refused, and the tables stay right', () =>
    inCore(async (test) => {
      await createBook(test);
      const amount = Number.MAX_SAFE_INTEGER as Fen;
      await test.call('line.apply', apply([line({ amount })]) as never);
      expect(await failureOf(test.call('line.apply', apply([line({})]) as never))).toMatchObject({
        code: 'AMOUNT_OVERFLOW',
      });
      expect(await test.call('totals.get', { budgetId: 1 })).toMatchObject({ expenditure: amount, lines: 1 });
      const many = Array.from({ length: 2_001 }, () => line({}));
      expect(await failureOf(test.call('line.apply', apply(many) as never))).toMatchObject({ code: 'AMOUNT_OVERFLOW' });
      expect((await test.call('line.list', { parentId: 1 })).count).toBe(1);
    }));

  test('two units of one code, one budget twice, one sheet twice: the second is refused by name', () =>
    inCore(async (test) => {
      await createBook(test);
      const unit = draft('unit', { code: '044', name: '别的', level: 'county', kind: 'institution' });
      expect(await failureOf(test.call('unit.apply', { ...apply([unit], null) } as never))).toMatchObject({
        code: 'DUPLICATE',
        sentence: '单位编码为“044”的单位已存在。',
      });
      expect(await failureOf(test.call('budget.create', { unitId: 1, year: 2027, stage: 'first' }))).toMatchObject({
        code: 'DUPLICATE',
      });
      expect(await failureOf(test.call('budget.create', { unitId: 1, year: 2027, stage: 'x' }))).toMatchObject({
        code: 'INVALID_INPUT',
        at: 'stage',
      });
    }));
});
