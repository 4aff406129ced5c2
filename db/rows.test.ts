import { describe, expect, test } from 'vitest';
import { fen } from '../shared/money/fen.ts';
import { draft, failureOf, inBook, line, save, unit } from './book.fixture.ts';
import { change } from './journal.ts';
import { findRow, listRows, packRows } from './read.ts';
import { applyRows, insertMany } from './rows.ts';

describe('saving rows', () => {
  test('gives back the saved rows in the order they were sent, each with id, revision and position', () =>
    inBook((book) => {
      const rows = save(book, 'line', 1, [line({ amount: fen(1) }), line({ amount: fen(2), note: '二' })]);
      expect(rows.map(({ id, revision, parentId, amount, note }) => [id, revision, parentId, amount, note])).toEqual([
        [1, 1, 1, 1, null],
        [2, 1, 1, 2, '二'],
      ]);
      expect(listRows(book, 'line', 1)).toEqual(rows);
      expect(findRow(book, 'line', 2)).toEqual(rows[1]);
    }));

  test('keeps true and false, null and the largest exact amount as they are', () =>
    inBook((book) => {
      const [saved] = save(book, 'procurement', 1, [
        draft('procurement', { name: '车', category: 'goods', amount: fen(Number.MAX_SAFE_INTEGER), imported: true }),
      ]);
      expect(saved).toMatchObject({ imported: true, unitPrice: null, amount: Number.MAX_SAFE_INTEGER });
    }));

  test('refuses a save that names an older revision and leaves the newer content', () =>
    inBook((book) => {
      const [first] = save(book, 'unit', null, [unit({ code: '045', name: '甲局' })]);
      if (first === undefined) throw new Error('nothing saved');
      save(book, 'unit', null, [{ ...first, name: '乙局', position: null }]);
      expect(failureOf(() => save(book, 'unit', null, [{ ...first, name: '丙局', position: null }]))).toMatchObject({
        code: 'CONFLICT',
        sentence: '这条单位“乙局”刚在别处改过，没有覆盖它。',
      });
      expect(findRow(book, 'unit', first.id)).toMatchObject({ name: '乙局', revision: 2 });
    }));

  test('changes nothing, not even the revision, when every field is as stored', () =>
    inBook((book) => {
      const [saved] = save(book, 'line', 1, [line({})]);
      if (saved === undefined) throw new Error('nothing saved');
      expect(save(book, 'line', 1, [saved])).toEqual([saved]);
      expect(book.db.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(1);
    }));

  test('names the values that a duplicate would repeat', () =>
    inBook((book) => {
      expect(failureOf(() => save(book, 'unit', null, [unit({})]))).toMatchObject({
        code: 'DUPLICATE',
        sentence: '单位编码为“044”的单位已存在。',
      });
      const again = draft('budget', { unitId: 1, year: 2027, stage: 'first', status: 'draft' });
      expect(failureOf(() => save(book, 'budget', null, [again]))?.sentence).toBe(
        '单位为“环卫中心”、预算年度为“2027”、编报阶段为“一上”的单位预算已存在。',
      );
      const overall = draft('goalSheet', { form: 'costFirst' });
      save(book, 'goalSheet', 1, [overall]);
      expect(failureOf(() => save(book, 'goalSheet', 1, [overall]))?.code).toBe('DUPLICATE');
    }));

  test('lets two projects have the same name, as real books do', () =>
    inBook((book) => {
      const project = draft('project', { name: '清扫', category: 'operations' });
      expect(save(book, 'project', 1, [project, project]).map(({ id }) => id)).toEqual([1, 2]);
    }));

  test('refuses a row of another parent, a missing row and a missing parent', () =>
    inBook((book) => {
      const other = draft('budget', { unitId: 1, year: 2028, stage: 'first', status: 'draft' });
      save(book, 'budget', null, [other]);
      const [saved] = save(book, 'line', 1, [line({})]);
      if (saved === undefined) throw new Error('nothing saved');
      expect(failureOf(() => save(book, 'line', 2, [{ ...saved, amount: fen(5) }]))?.code).toBe('NOT_FOUND');
      expect(failureOf(() => save(book, 'line', 1, [{ ...saved, id: 77 }]))?.code).toBe('NOT_FOUND');
      expect(failureOf(() => save(book, 'line', 9, [line({})]))).toMatchObject({
        code: 'NOT_FOUND',
        sentence: '要操作的单位预算已不存在，可能已被删除。',
      });
    }));

  test('refuses a reference to a project of another budget, and to none', () =>
    inBook((book) => {
      save(book, 'budget', null, [draft('budget', { unitId: 1, year: 2028, stage: 'first', status: 'draft' })]);
      save(book, 'project', 2, [draft('project', { name: '明年的', category: 'operations' })]);
      expect(failureOf(() => save(book, 'line', 1, [line({ projectId: 1 })]))).toMatchObject({
        code: 'INVALID_INPUT',
        sentence: '项目：所选的项目属于另一个单位预算。',
      });
      expect(failureOf(() => save(book, 'line', 1, [line({ projectId: 12 })]))?.code).toBe('NOT_FOUND');
    }));

  test('refuses a unit that would be its own superior over another', () =>
    inBook((book) => {
      const [below] = save(book, 'unit', null, [unit({ code: '044001', superiorId: 1 })]);
      const top = findRow(book, 'unit', 1);
      if (below === undefined || top === null) throw new Error('nothing saved');
      expect(failureOf(() => save(book, 'unit', null, [{ ...top, superiorId: below.id }]))?.sentence).toBe(
        '主管部门：单位不能由自己或自己的下级主管。',
      );
    }));

  test('writes nothing at all when one of several rows is refused', () =>
    inBook((book) => {
      expect(failureOf(() => save(book, 'unit', null, [unit({ code: '050' }), unit({ code: '050' })]))).not.toBeNull();
      expect(listRows(book, 'unit', null).map(({ code }) => code)).toEqual(['044']);
    }));

  test('the schema itself refuses an amount beyond the exact range, a fraction of a 分 and an unknown fund', () =>
    inBook((book) => {
      const insert = (column: string, value: unknown) =>
        book.db
          .prepare(
            `INSERT INTO line (id, revision, budget_id, position, side, origin, fund, amount) SELECT 9, 1, 1, 1, 'income', 'current', ${
              column === 'fund' ? '?' : "'ownFunds'"
            }, ${column === 'amount' ? '?' : '1'}`,
          )
          .run(value);
      for (const amount of [2 ** 53, -(2 ** 53), 1.5, '12.3']) {
        expect(() => insert('amount', amount)).toThrow(/constraint failed|cannot store/);
      }
      expect(() => insert('fund', 'lottery')).toThrow(/constraint failed/);
    }));
});

describe('the order of rows', () => {
  test('a row sent with a free position stands there, and one sent to an occupied place moves the others down', () =>
    inBook((book) => {
      const names = () => listRows(book, 'line', 1).map(({ note }) => note);
      const [a, b] = save(book, 'line', 1, [line({ note: 'a' }), line({ note: 'b' })]);
      if (a === undefined || b === undefined) throw new Error('nothing saved');
      save(book, 'line', 1, [line({ note: 'c', position: a.position + 1 })]);
      save(book, 'line', 1, [line({ note: 'd', position: a.position + 1 })]);
      expect(names()).toEqual(['a', 'd', 'c', 'b']);
      save(book, 'line', 1, [{ ...b, position: a.position }]);
      expect(names()).toEqual(['b', 'a', 'd', 'c']);
      expect(listRows(book, 'line', 1).map(({ revision }) => revision)).toEqual([2, 1, 1, 1]);
    }));

  test('makes room also where thousands of rows stand without a gap', () =>
    inBook((book) => {
      save(
        book,
        'line',
        1,
        Array.from({ length: 2_500 }, (_, at) => line({ note: `${at}`, position: 10 + at })),
      );
      save(book, 'line', 1, [line({ note: 'first', position: 10 })]);
      const notes = listRows(book, 'line', 1).map(({ note }) => note);
      expect(notes.slice(0, 3)).toEqual(['first', '0', '1']);
      expect(notes.at(-1)).toBe('2499');
    }));
});

describe('removing rows', () => {
  test('says who still uses a row', () =>
    inBook((book) => {
      save(book, 'project', 1, [draft('project', { name: '清扫', category: 'operations' })]);
      save(book, 'line', 1, [line({ projectId: 1 }), line({ projectId: 1 })]);
      save(book, 'goalSheet', 1, [draft('goalSheet', { projectId: 1, form: 'costFirst' })]);
      expect(failureOf(() => save(book, 'project', 1, [], [1]))).toMatchObject({
        code: 'IN_USE',
        sentence: '项目“清扫”还被2 条预算明细、1 条绩效目标表使用，不能删除。',
      });
      expect(failureOf(() => save(book, 'unit', null, [], [1]))?.sentence).toBe(
        '单位“环卫中心”还被1 条单位预算使用，不能删除。',
      );
    }));

  test('takes what the row owns with it, in the same change', () =>
    inBook((book) => {
      save(book, 'project', 1, [draft('project', { name: '清扫', category: 'operations' })]);
      save(book, 'line', 1, [line({ projectId: 1 })]);
      save(book, 'procurement', 1, [
        draft('procurement', { name: '车', category: 'goods', amount: fen(1), lineId: 1, projectId: 1 }),
      ]);
      save(book, 'goalSheet', 1, [draft('goalSheet', { projectId: 1, form: 'costFirst' })]);
      const indicator = { period: 'annual', level1: '产出', level2: '数量', level3: '里程', value: '10' } as const;
      save(book, 'indicator', 1, [draft('indicator', indicator)]);
      save(book, 'budget', null, [], [1]);
      for (const entity of ['budget', 'project', 'line', 'procurement', 'goalSheet', 'indicator'] as const) {
        expect(listRows(book, entity, null)).toEqual([]);
      }
    }));

  test('can replace a row by another with the same unique value in one change', () =>
    inBook((book) => {
      save(book, 'narrative', 1, [draft('narrative', { section: 'a', text: '旧' })]);
      save(book, 'narrative', 1, [draft('narrative', { section: 'a', text: '新' })], [1]);
      expect(listRows(book, 'narrative', 1).map(({ id, text }) => [id, text])).toEqual([[2, '新']]);
    }));
});

describe('a budget that is handed in', () => {
  test('refuses every change below it and to itself, but for its status', () =>
    inBook((book) => {
      save(book, 'goalSheet', 1, [draft('goalSheet', { form: 'costFirst' })]);
      const budget = findRow(book, 'budget', 1);
      if (budget === null) throw new Error('no budget');
      const [locked] = save(book, 'budget', null, [{ ...budget, status: 'submitted' }]);
      if (locked === undefined) throw new Error('nothing saved');
      const refused = { code: 'BOOK_LOCKED_BUDGET', sentence: '环卫中心2027年单位预算（一上）已上报，不能修改。' };
      expect(failureOf(() => save(book, 'line', 1, [line({})]))).toMatchObject(refused);
      const indicator = { period: 'annual', level1: '产出', level2: '数量', level3: '里程', value: '10' } as const;
      expect(failureOf(() => save(book, 'indicator', 1, [draft('indicator', indicator)]))).toMatchObject(refused);
      expect(failureOf(() => save(book, 'goalSheet', 1, [], [1]))).toMatchObject(refused);
      expect(failureOf(() => save(book, 'budget', null, [{ ...locked, phone: '1' }]))).toMatchObject(refused);
      expect(failureOf(() => save(book, 'budget', null, [], [1]))).toMatchObject(refused);
      const fill = () => change(book, { label: '导入' }, (making) => insertMany(making, 'line', 1, [line({})]));
      expect(failureOf(fill)).toMatchObject(refused);
      save(book, 'budget', null, [{ ...locked, status: 'draft' }]);
      expect(save(book, 'line', 1, [line({})])).toHaveLength(1);
    }));
});

describe('many rows', () => {
  test('get consecutive ids after every id ever used in this session, and positions after the last', () =>
    inBook((book) => {
      save(book, 'line', 1, [line({}), line({})]);
      save(book, 'line', 1, [], [2]);
      const lines = Array.from({ length: 5 }, (_, at) => line({ amount: fen(at) }));
      const first = change(book, { label: '导入' }, (making) => insertMany(making, 'line', 1, lines)).value;
      expect(first).toBe(3);
      expect(listRows(book, 'line', 1).map(({ id, amount }) => [id, amount])).toEqual([
        [1, 100],
        [3, 0],
        [4, 1],
        [5, 2],
        [6, 3],
        [7, 4],
      ]);
    }));

  test('cross column by column with the same content', () =>
    inBook((book) => {
      save(book, 'procurement', 1, [
        draft('procurement', { name: '车', category: 'goods', amount: fen(1), imported: true }),
      ]);
      for (const entity of ['procurement', 'unit'] as const) {
        const packed = packRows(book, entity, null);
        const rows = Array.from({ length: packed.count }, (_, at) =>
          Object.fromEntries(packed.fields.map((field, column) => [field, packed.columns[column]?.[at]])),
        );
        expect(rows).toEqual(listRows(book, entity, null));
      }
    }));

  test('cannot be changed in a nested change', () =>
    inBook((book) => {
      const nested = () =>
        change(book, { label: '外' }, () =>
          change(book, { label: '内' }, (making) => applyRows(making, 'unit', null, [], [])),
        );
      expect(nested).toThrow('already in progress');
      expect(save(book, 'line', 1, [line({})])).toHaveLength(1);
    }));
});
