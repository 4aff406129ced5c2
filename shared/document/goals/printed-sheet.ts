/** The goal sheets of a budget as they are printed: in book order, each with its number, title and tables. */
import type { RowOfEntity } from '../../entities/index.ts';
import { formOf, headingOf, layoutOf } from '../../goals/forms.ts';
import type { Fen } from '../../money/fen.ts';
import type { Orientation, PrintCell, PrintTable } from '../model.ts';
import { pageSize } from '../page.ts';
import { CAPTION_HEIGHT, FORM_SIZE, formTables } from './form-tables.ts';

/** What the sheets of a budget are printed from. */
export interface SheetFacts {
  readonly unit: RowOfEntity<'unit'>;
  readonly year: number;
  /** In book order. */
  readonly projects: readonly Pick<RowOfEntity<'project'>, 'id' | 'name'>[];
  readonly sheets: readonly RowOfEntity<'goalSheet'>[];
  readonly indicators: readonly RowOfEntity<'indicator'>[];
}

export interface PrintedSheet {
  /** Of the goal sheet. */
  readonly id: number;
  /** Names the place where it begins in a document. */
  readonly anchor: string;
  /** False for the unit's overall sheet. */
  readonly isProject: boolean;
  /** 编号: unit, year and the project's place in the book, e.g. `044-2025-003`; the unit's own sheet has `000`. */
  readonly number: string;
  /** The last part of it, e.g. `003`, or `003-2` for the second sheet of a project. */
  readonly place: string;
  readonly title: string;
  /** `（2025年度）` */
  readonly subtitle: string;
  /** Name of the project or unit. */
  readonly subject: string;
  readonly annualTotal: Fen | null;
  readonly orientation: Orientation;
  /** Says what the sheet is about: repeated on each of its pages. */
  readonly running: PrintTable;
  readonly tables: readonly PrintTable[];
}

const DIGITS = 3;

/** All sheets, the unit's own first. Sheets of the same project are told apart by a second number. */
export function printedSheets(facts: SheetFacts): readonly PrintedSheet[] {
  const places = new Map<number | null, number>(facts.projects.map(({ id }, at) => [id, at + 1]));
  places.set(null, 0);
  const place = ({ projectId }: RowOfEntity<'goalSheet'>) => places.get(projectId) ?? places.size;
  const names = new Map(facts.projects.map(({ id, name }) => [id, name]));
  const indicators = new Map<number | null, RowOfEntity<'indicator'>[]>(facts.sheets.map(({ id }) => [id, []]));
  for (const one of facts.indicators) indicators.get(one.parentId)?.push(one);
  const seen = new Map<number, number>();
  return facts.sheets
    .toSorted((a, b) => place(a) - place(b))
    .map((sheet) => {
      const at = place(sheet);
      const nth = (seen.get(at) ?? 0) + 1;
      seen.set(at, nth);
      const own = sheet.projectId === null ? facts.unit.name : (names.get(sheet.projectId) ?? '');
      const named = `${String(at).padStart(DIGITS, '0')}${nth > 1 ? `-${nth}` : ''}`;
      const number = `${facts.unit.code}-${facts.year}-${named}`;
      return { number, place: named, ...printedSheet(sheet, own, indicators.get(sheet.id) ?? [], facts) };
    });
}

function printedSheet(
  sheet: RowOfEntity<'goalSheet'>,
  subject: string,
  indicators: readonly RowOfEntity<'indicator'>[],
  { unit, year }: SheetFacts,
): Omit<PrintedSheet, 'number' | 'place'> {
  const form = formOf(sheet.form);
  const layout = layoutOf(form, sheet);
  const { width } = pageSize({ paper: 'A4', orientation: form.orientation, margins: 'form' }).inner;
  return {
    id: sheet.id,
    anchor: `goal_${sheet.id}`,
    isProject: sheet.projectId !== null,
    ...headingOf(layout, unit, year),
    subject: sheet.nameOnSheet ?? subject,
    annualTotal: sheet.annualTotal,
    orientation: form.orientation,
    ...formTables({ form, layout, sheet, indicators, subject, unitName: unit.name }, width),
  };
}

/** The line under the title of each page. `right`: what stands at its end. */
export function lineUnderTitle({ number, subtitle }: PrintedSheet, right: string): PrintTable {
  const caption = (text: string, align: 'left' | 'center' | 'right'): PrintCell => ({ style: 'caption', text, align });
  const cells = [caption(`编号：${number}`, 'left'), caption(subtitle, 'center'), caption(right, 'right')];
  return { columns: [1, 1, 1], headRows: [], rows: [{ cells }], fontSize: FORM_SIZE, rowHeight: CAPTION_HEIGHT };
}
