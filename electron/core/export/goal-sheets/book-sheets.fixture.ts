/** Goal sheets in a book, as facts to print and with all their texts. */
import type { SheetFacts } from '../../../../shared/document/goals/printed-sheet.ts';
import { tortureFacts } from '../../../../shared/document/goals/sheets.fixture.ts';
import type { RowMeta } from '../../../../shared/entities/entity.ts';
import type { RowOfEntity } from '../../../../shared/entities/index.ts';
import { add, createBook, listed, type TestCore } from '../../core.fixture.ts';

/** A new row as the window sends it. */
function draft<R extends RowMeta>({ id: _id, parentId: _parent, ...row }: R) {
  return { ...row, id: null, revision: null, position: null };
}

/** A new book whose only project has the sheet that is hard to print. */
export async function createTortureBook(test: TestCore, form?: string): Promise<void> {
  await createBook(test);
  const facts = tortureFacts(form);
  const [project] = await add(test, 'project', 1, [
    {
      id: null,
      revision: null,
      position: null,
      name: facts.projects[0]?.name ?? '',
      code: null,
      category: 'operations',
      startsOn: null,
      endsOn: null,
      continues: false,
      confidential: false,
      note: null,
      lineage: null,
    },
  ]);
  const sheets = facts.sheets.map((sheet) => draft({ ...sheet, projectId: project?.id ?? null }));
  const [sheet] = await add(test, 'goalSheet', 1, sheets);
  await add(test, 'indicator', sheet?.id ?? 0, facts.indicators.map(draft));
}

/** The sheets of the first budget of the open book, read through the contract. */
export async function sheetFacts(test: TestCore): Promise<SheetFacts> {
  const [budget] = await listed(test, 'budget', null);
  if (budget === undefined) throw new Error('no budget');
  const units = await listed(test, 'unit', null);
  const unit = units.find(({ id }) => id === budget.unitId);
  if (unit === undefined) throw new Error('no unit');
  const sheets = await listed(test, 'goalSheet', budget.id);
  const indicators: RowOfEntity<'indicator'>[] = [];
  for (const { id } of sheets) indicators.push(...(await listed(test, 'indicator', id)));
  return { unit, year: budget.year, projects: await listed(test, 'project', budget.id), sheets, indicators };
}
