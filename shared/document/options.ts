/** How a budget's document is to look, apart from what the book says. A preference, kept in the book's settings. */
import type { ListOrder } from '../narrative/input.ts';
import type { Paper } from './model.ts';

export interface DocumentOptions {
  /** Order of the lists of classes and items. */
  readonly order: ListOrder;
  /** Pale word across the pages until the budget is locked. */
  readonly draftMark: boolean;
  /** Lines to sign on the cover, with what is filled in; null leaves them out. */
  readonly signOff: { readonly secrecy: string; readonly approval: string } | null;
  /** At the foot of the cover, e.g. `2027年2月`; empty prints nothing. */
  readonly date: string;
  /** Whether the goal sheets follow the narrative. */
  readonly goalSheets: boolean;
  /** Paper of the tables that lie across: A3 has room for more rows and longer names. */
  readonly widePaper: Paper;
}

const DEFAULT_OPTIONS: DocumentOptions = {
  order: 'code',
  draftMark: true,
  signOff: null,
  date: '',
  goalSheets: true,
  widePaper: 'A4',
};

const LONGEST = 40;

/** Name of the setting that holds a budget's options. */
export function optionsKey(budgetId: number): string {
  return `document.${budgetId}`;
}

/** Reads stored options; whatever is not understood is as by default. */
export function readOptions(stored: string | null): DocumentOptions {
  const raw = parsed(stored);
  const signOff = record(raw.signOff);
  return {
    order: raw.order === 'size' ? 'size' : DEFAULT_OPTIONS.order,
    draftMark: flag(raw.draftMark, DEFAULT_OPTIONS.draftMark),
    signOff: signOff === null ? null : { secrecy: text(signOff.secrecy), approval: text(signOff.approval) },
    date: text(raw.date),
    goalSheets: flag(raw.goalSheets, DEFAULT_OPTIONS.goalSheets),
    widePaper: raw.widePaper === 'A3' ? 'A3' : DEFAULT_OPTIONS.widePaper,
  };
}

function parsed(stored: string | null): Readonly<Record<string, unknown>> {
  if (stored === null) return {};
  try {
    return record(JSON.parse(stored)) ?? {};
  } catch {
    return {};
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null ? { ...value } : null;
}

const flag = (value: unknown, otherwise: boolean) => (typeof value === 'boolean' ? value : otherwise);
const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, LONGEST) : '');
