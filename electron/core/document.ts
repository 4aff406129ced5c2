/** Gathers a budget's rows and builds its document. */
import { listRows } from '../../db/read.ts';
import { readSetting } from '../../db/settings.ts';
import { disclosureDocument } from '../../shared/document/disclosure.ts';
import type { PrintedSheet } from '../../shared/document/goals/printed-sheet.ts';
import type { PrintDocument, Section } from '../../shared/document/model.ts';
import { type DocumentOptions, optionsKey, readOptions } from '../../shared/document/options.ts';
import type { NarrativeInput } from '../../shared/narrative/input.ts';
import { buildNarrative, type Narrative } from '../../shared/narrative/narrative.ts';
import type { Context } from './context.ts';
import { readSheets } from './export/goal-sheets/sheet-facts.ts';
import { ownersOf } from './owners.ts';

export interface BuiltDocument {
  readonly input: NarrativeInput;
  readonly narrative: Narrative;
  readonly options: DocumentOptions;
  readonly document: PrintDocument;
}

const DRAFT = '草稿';

/** The rows the narrative is made of. @throws FailureError NOT_FOUND. */
function narrativeInput(budgetId: number, ctx: Context): NarrativeInput {
  const book = ctx.book();
  const { budget, unit } = ownersOf(budgetId, ctx);
  return {
    facts: ctx.facts(budgetId),
    unit,
    budget,
    projects: listRows(book, 'project', budgetId),
    procurement: listRows(book, 'procurement', budgetId),
    goalSheets: listRows(book, 'goalSheet', budgetId),
    assets: listRows(book, 'asset', budgetId),
    prior: listRows(book, 'prior', budgetId),
    narrative: listRows(book, 'narrative', budgetId),
  };
}

/** Goal sheets of all projects but the confidential ones, which are not disclosed one by one. */
function openSheets(budgetId: number, { projects, goalSheets }: NarrativeInput, ctx: Context): readonly PrintedSheet[] {
  const confidential = new Set(projects.filter((project) => project.confidential).map(({ id }) => id));
  const open = goalSheets.filter(({ projectId }) => projectId === null || !confidential.has(projectId));
  const ids = open.map(({ id }) => id);
  return ids.length === 0 ? [] : readSheets(ctx.book(), budgetId, ids).sheets;
}

/**
 * Builds the disclosure of a budget.
 * @param attach how goal sheets are attached: whole (`attachedSheets`), or only their index where no page is wanted
 * @throws FailureError NOT_FOUND.
 */
export function buildDocument(
  budgetId: number,
  ctx: Context,
  attach: (sheets: readonly PrintedSheet[]) => readonly Section[],
): BuiltDocument {
  const input = narrativeInput(budgetId, ctx);
  const { unit, budget, facts } = input;
  const options = readOptions(readSetting(ctx.book(), optionsKey(budgetId)));
  const narrative = buildNarrative(input, options.order);
  const document = disclosureDocument({
    unitName: unit.name,
    year: budget.year,
    duties: budget.duties,
    organisation: budget.organisation,
    tables: facts.tables(),
    narrative,
    attached: options.goalSheets ? attach(openSheets(budgetId, input, ctx)) : [],
    cover: {
      signatures:
        options.signOff === null
          ? []
          : [
              { label: '保密审查情况', text: options.signOff.secrecy },
              { label: '主要负责人审签情况', text: options.signOff.approval },
            ],
      foot: options.date === '' ? null : options.date,
    },
    widePaper: options.widePaper,
    watermark: options.draftMark && budget.status !== 'locked' ? DRAFT : null,
  });
  return { input, narrative, options, document };
}
