/** The facts of a sample without a book: for tests that compare the table interpreter with the expected tables. */
import { createCodeBook } from '../shared/codes/index.ts';
import type { FactsContext, LineFact, ProjectFact, UnitFact } from '../shared/facts/fact.ts';
import { createFacts, type Facts } from '../shared/facts/facts.ts';
import { fen } from '../shared/money/fen.ts';
import type { SourceRow } from './invented-2025/book.ts';
import { type SampleName, sampleDocument } from './sample-document.ts';

interface SampleBudget {
  readonly unit: string;
  readonly year: number;
  readonly projects: readonly SourceRow[];
  readonly lines: readonly SourceRow[];
}

interface SampleBook {
  readonly units: readonly SourceRow[];
  readonly codes: Parameters<typeof createCodeBook>[1];
  readonly budgets: readonly SampleBudget[];
}

const LINE_DEFAULTS = {
  functional: null,
  revenue: null,
  nature: null,
  deptEconomic: null,
  govEconomic: null,
  use: null,
} as const;

/** 元 text with two decimals to 分. */
const toFen = (text: unknown) => fen(Number.parseInt(String(text).replace('.', ''), 10));

interface SampleParts {
  readonly context: FactsContext;
  readonly lines: readonly LineFact[];
}

/** `units`: whose budgets count; absent = all of the book. Ids are places in the document. */
export function sampleFacts(name: SampleName, units?: readonly string[]): Facts {
  const { context, lines } = sampleParts(name, units);
  const facts = createFacts(context);
  facts.load(lines);
  return facts;
}

/** What the facts are made of. */
export function sampleParts(name: SampleName, units?: readonly string[]): SampleParts {
  // Our own documents, whose fields samples.test.ts checks against shared/entities.
  const book = sampleDocument(name) as SampleBook;
  const unitId = (key: unknown) => book.units.findIndex((unit) => unit.key === key) + 1;
  const budgets = book.budgets.filter((budget) => units?.includes(budget.unit) ?? true);
  const projects = budgets.flatMap(({ unit, projects }) => projects.map((project) => ({ unit, ...project })));
  const projectId = (key: unknown) => projects.findIndex((project) => 'key' in project && project.key === key) + 1;
  const chosen = book.units.filter((unit) => budgets.some((budget) => budget.unit === unit.key));
  const context = {
    year: budgets[0]?.year ?? 0,
    unitName: String(chosen[0]?.name),
    units: chosen.map((unit) => ({ id: unitId(unit.key), name: unit.name, kind: unit.kind }) as UnitFact),
    projects: projects.map(
      (project, n) => ({ id: n + 1, unitId: unitId(project.unit), name: (project as SourceRow).name }) as ProjectFact,
    ),
    codes: createCodeBook(budgets[0]?.year ?? 0, book.codes),
  };
  const lines = budgets.flatMap(({ unit, lines }) => lines.map((line) => ({ unit, line })));
  const facts = lines.map(
    ({ unit, line: { key: _key, note: _note, project, amount, ...line } }, n) =>
      ({
        ...LINE_DEFAULTS,
        ...line,
        id: n + 1,
        unitId: unitId(unit),
        projectId: project == null ? null : projectId(project),
        amount: toFen(amount),
      }) as LineFact,
  );
  return { context, lines: facts };
}
