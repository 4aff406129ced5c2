/** From a workbook to the tables in it: which piece is which table, and how sure that is. */
import type { CodeBook } from '../codes/code-book.ts';
import { squeeze } from '../intake/text.ts';
import type { AmountUnit } from '../money/parse.ts';
import { tablesFor } from '../tables/index.ts';
import type { TableSpec } from '../tables/spec.ts';
import type { Confidence, FoundTable } from './found.ts';
import { type ColumnMatches, matchColumns } from './match-columns.ts';
import { placeColumns } from './place-columns.ts';
import { readTable } from './read-table.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { setsOf } from './sets.ts';
import type { GridBook } from './sheet.ts';
import { readSideways, SIDEWAYS_TABLE, type Sideways, sidewaysColumns, sidewaysOf } from './sideways.ts';
import { type Slot, slotsOf } from './slots.ts';

/** What the user has said about pieces of the workbook, by the id of the piece. */
export interface Corrections {
  /** Number of the table; null = none of the 13. */
  readonly tables: ReadonlyMap<string, number | null>;
  /** Slot by column; null = not used. */
  readonly columns: ReadonlyMap<string, ReadonlyMap<number, string | null>>;
  readonly money: ReadonlyMap<string, AmountUnit>;
}

export const NO_CORRECTIONS: Corrections = { tables: new Map(), columns: new Map(), money: new Map() };

export interface Recognition {
  readonly book: GridBook;
  readonly year: number;
  /** As most tables name it; empty when none does. */
  readonly unitName: string;
  /** All names of units that the workbook's tables are headed with. */
  readonly units: readonly string[];
  /** Names of the units whose tables these are, each a set of its own; mostly one. */
  readonly sets: readonly string[];
  /** Found tables, in the order of the workbook; several of a set may have one number, all but one of them `isDouble`. */
  readonly tables: readonly FoundTable[];
  /** Pieces with figures that are none of the tables. */
  readonly others: readonly Segment[];
}

export interface RecogniseContext {
  /** Codes in force in a fiscal year. */
  readonly codes: (year: number) => CodeBook;
  /** Taken when nothing in the workbook names a year. */
  readonly usualYear: number;
}

interface Choice {
  readonly segment: Segment;
  readonly no: number;
  readonly confidence: Confidence;
  readonly slots: readonly Slot[];
  readonly matches: ColumnMatches;
  /** Where the rows of the form stand beside each other. */
  readonly sideways: Sideways | null;
}

/** @returns the tables of a workbook, read as far as they can be. Linear in its filled cells. */
export function recognise(book: GridBook, corrections: Corrections, context: RecogniseContext): Recognition {
  const segments = segmentsOf(book, new Set(corrections.tables.keys()));
  const year = mostFrequent(segments.flatMap((segment) => segment.year?.value ?? [])) ?? context.usualYear;
  const specs = tablesFor(year);
  const candidates = segments.map((segment) => chooseTable(segment, specs, year, corrections));
  const choices = fillGaps(candidates, segments, specs, year, corrections);
  const codes = context.codes(year);
  const money =
    mostFrequent(
      segments.flatMap(({ money: said }) => (said === null || said.value === 'other' ? [] : [said.value])),
    ) ?? 'wan';
  const unitNames = segments.flatMap(({ unitName }) => (unitName === null ? [] : [unitName.value]));
  const units = new Set(unitNames.map(squeeze));
  const unitName = mostFrequent(unitNames) ?? '';
  const sets = setsOf(
    choices.map(({ no, segment }) => ({ no, unitName: segment.unitName?.value ?? null })),
    unitName,
  );
  const taken = sets.names.map((_, set) =>
    firstOfEach(
      choices.filter((_choice, at) => sets.of[at] === set),
      book,
    ),
  );
  const read = choices.map((choice, at): FoundTable => {
    const set = sets.of[at] ?? 0;
    const { segment, no, confidence, slots, matches, sideways } = choice;
    const spec = specs.find((each) => each.no === no);
    if (spec === undefined) throw new RangeError(`no table ${no}`);
    const said = corrections.money.get(segment.id);
    const own = segment.money === null || segment.money.value === 'other' ? null : segment.money.value;
    const unit = said ?? own ?? money;
    const { columns } = matches;
    return {
      segment,
      no,
      confidence,
      set,
      isDouble: taken[set]?.get(no) !== choice,
      slots,
      columns,
      money: unit,
      moneyFrom: said !== undefined ? 'user' : own !== null ? 'sheet' : 'assumed',
      ...(sideways === null
        ? readTable(spec, segment, slots, columns, unit, { book, codes, units })
        : readSideways(segment, sideways, unit, book)),
    };
  });
  const chosen = new Set(choices.map(({ segment }) => segment));
  return {
    book,
    year,
    unitName,
    units: [...new Set(unitNames)],
    sets: sets.names,
    tables: read,
    others: segments.filter((segment) => !chosen.has(segment)),
  };
}

function chooseTable(
  segment: Segment,
  specs: readonly TableSpec[],
  year: number,
  corrections: Corrections,
): Choice | null {
  const said = corrections.tables.get(segment.id);
  if (said === null) return null;
  if (said !== undefined) return choiceOf(segment, said, 'user', specs, year, corrections);
  if (segment.titled !== null) {
    const choice = choiceOf(segment, segment.titled, 'sure', specs, year, corrections);
    if (choice === null) return null;
    const { fit } = choice.matches;
    // A title above heads of quite another table is a slip of the title or of ours.
    return { ...choice, confidence: fit >= 0.8 ? 'sure' : fit >= 0.4 ? 'likely' : 'guess' };
  }
  const ranked = specs
    .flatMap((spec) => choiceOf(segment, spec.no, 'likely', specs, year, corrections) ?? [])
    .filter(({ matches }) => matches.fit >= 0.75)
    .sort((left, right) => score(right, segment) - score(left, segment));
  const [best, second] = ranked;
  if (best === undefined) return null;
  // Tables 3, 5 and 8 have the same heads: without a title only a number tells them apart.
  const clear = second === undefined || score(best, segment) - score(second, segment) > 0.05;
  return clear ? best : null;
}

/** Heads that fit, few columns left over, and the number it bears. */
function score({ matches, no, slots }: Choice, segment: Segment): number {
  const extra = segment.heads.paths.size - matches.columns.length;
  const exact = matches.columns.filter(({ how }) => how === 'exact').length / slots.length;
  return matches.fit + exact * 0.5 - extra * 0.1 + (segment.numbered === no ? 0.2 : 0);
}

function choiceOf(
  segment: Segment,
  no: number,
  confidence: Confidence,
  specs: readonly TableSpec[],
  year: number,
  corrections: Corrections,
): Choice | null {
  const spec = specs.find((each) => each.no === no);
  if (spec === undefined) return null;
  const slots = slotsOf(spec, year);
  const fixed = corrections.columns.get(segment.id) ?? new Map<number, string | null>();
  const sideways = no === SIDEWAYS_TABLE && fixed.size === 0 ? sidewaysOf(segment.heads, year) : null;
  const matches =
    sideways === null
      ? placeColumns(segment, slots, matchColumns(segment.heads, slots, fixed), fixed)
      : { columns: sidewaysColumns(segment, sideways), fit: 1 };
  return { segment, no, confidence, slots, matches, sideways };
}

/** Pieces whose heads fit several tables: the missing ones among them, in published order. */
function fillGaps(
  candidates: readonly (Choice | null)[],
  segments: readonly Segment[],
  specs: readonly TableSpec[],
  year: number,
  corrections: Corrections,
): readonly Choice[] {
  const missing = new Set(specs.map(({ no }) => no));
  for (const choice of candidates) if (choice !== null) missing.delete(choice.no);
  return segments.flatMap((segment, at) => {
    const chosen = candidates[at];
    if (chosen != null) return [chosen];
    if (corrections.tables.has(segment.id)) return [];
    const [first] = [...missing]
      .flatMap((no) => choiceOf(segment, no, 'guess', specs, year, corrections) ?? [])
      .filter(({ matches }) => matches.fit >= 0.9)
      .sort((left, right) => score(right, segment) - score(left, segment) || left.no - right.no);
    if (first === undefined) return [];
    missing.delete(first.no);
    return [first];
  });
}

const RANK: Readonly<Record<Confidence, number>> = { user: 0, sure: 1, likely: 2, guess: 3 };

/** Of several pieces for one table the one that the user named, that is visible, that is sure, that comes first. */
function firstOfEach(choices: readonly Choice[], book: GridBook): ReadonlyMap<number, Choice> {
  const rank = ({ confidence, segment }: Choice) =>
    RANK[confidence] + (book.sheets[segment.sheet]?.hidden === true && confidence !== 'user' ? 10 : 0);
  const taken = new Map<number, Choice>();
  for (const choice of choices) {
    const before = taken.get(choice.no);
    if (before === undefined || rank(choice) < rank(before)) taken.set(choice.no, choice);
  }
  return taken;
}

function mostFrequent<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | null = null;
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}

/** One set of tables by itself; what is none of the tables goes with the first. */
export function setOf(recognition: Recognition, set: number): Recognition {
  const unitName = recognition.sets[set] ?? '';
  return {
    ...recognition,
    unitName,
    sets: [unitName],
    tables: recognition.tables.filter((table) => table.set === set),
    others: set === 0 ? recognition.others : [],
  };
}
