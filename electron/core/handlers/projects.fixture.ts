/** A small book of projects, for tests of what is done with them. */
import { draft, line } from '../../../db/book.fixture.ts';
import { fen } from '../../../shared/money/fen.ts';
import { add, createBook, listed, type TestCore } from '../core.fixture.ts';

/** A draft of a project with this name. */
export const project = (name: string) => draft('project', { name, category: 'specificTarget' });
/** A line of a project; amount in 分. */
export const spent = (projectId: number | null, amount: number, more: Parameters<typeof line>[0] = {}) =>
  line({ nature: 'project', projectId, amount: fen(amount), ...more });
/** Rows as the window names them: which, and at which revision. */
export const seen = (rows: readonly { readonly id: number; readonly revision: number }[]) =>
  rows.map(({ id, revision }) => ({ id, revision }));

/** Budget 1 with projects 甲, 乙, 丙; 甲 and 乙 have lines, goal sheets with indicators, and procurement. */
export async function threeProjects(test: TestCore) {
  await createBook(test);
  const projects = await add(test, 'project', 1, [project('甲'), project('乙'), project('丙')]);
  const lines = await add(test, 'line', 1, [
    line({ amount: fen(7) }),
    spent(1, 10_001),
    spent(1, 20_002, { fund: 'governmentFund', functional: '2120801' }),
    spent(2, 30_003, { origin: 'carryover' }),
  ]);
  await add(test, 'procurement', 1, [
    draft('procurement', {
      name: '车',
      category: 'goods',
      projectId: 1,
      lineId: 2,
      amount: fen(9_000),
      imported: false,
    }),
    draft('procurement', { name: '桶', category: 'goods', projectId: 2, amount: fen(500), imported: false }),
    draft('procurement', { name: '纸', category: 'goods', lineId: 3, amount: fen(60), imported: false }),
  ]);
  await add(test, 'goalSheet', 1, [
    draft('goalSheet', { form: 'costFirst', projectId: 1, annualTotal: fen(30_003), basis: '依据甲' }),
    draft('goalSheet', {
      form: 'costFirst',
      projectId: 2,
      annualTotal: fen(30_003),
      annualLocal: fen(3),
      basis: '依据乙',
    }),
  ]);
  const given = { period: 'annual', level1: '产出', level2: '数量', value: '10' } as const;
  await add(test, 'indicator', 1, [draft('indicator', { ...given, level3: '清扫' })]);
  await add(test, 'indicator', 2, [
    draft('indicator', { ...given, level3: '清扫' }),
    draft('indicator', { ...given, level3: '转运' }),
  ]);
  return { projects, lines };
}

/** Everything in budget 1, without revisions, to see that a refused call changed nothing. */
export async function everything(test: TestCore) {
  const sheets = await listed(test, 'goalSheet', 1);
  return JSON.stringify([
    await listed(test, 'project', 1),
    await listed(test, 'line', 1),
    await listed(test, 'procurement', 1),
    sheets,
    await Promise.all(sheets.map(({ id }) => listed(test, 'indicator', id))),
  ]).replaceAll(/"revision":\d+/g, '');
}
