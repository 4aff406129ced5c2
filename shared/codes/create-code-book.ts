/** Builds the code book of one fiscal year from the shipped lists and the user's own codes. */
import type { CodeEntry } from '../api/types.ts';
import type { Catalogue } from '../shape/shape.ts';
import type { UnitKind } from '../tables/model.ts';
import type { CodeBook } from './code-book.ts';
import { type CodePackage, codePackage, publishedClasses } from './packages.ts';

/** A code the user added or imported (entity `code`). */
export interface UserCodeLike {
  readonly catalogue: Catalogue;
  readonly fromYear: number;
  readonly code: string;
  readonly name: string;
  readonly govIfAdministrative: string | null;
  readonly govIfInstitution: string | null;
}

interface Known {
  readonly name: string;
  readonly mark: string;
  readonly gov: { readonly administrative: string; readonly institution: string } | null;
  readonly initials?: string;
}

type KnownCodes = ReadonlyMap<string, Known>;

/** Digits by which a code is longer than its parent: 类 3, 款 5, 项 7, 目 9. */
const LEVEL_DIGITS = 2;
const TOP_DIGITS = 3;
/** Letter and eight digits. */
const GOODS_LENGTH = 9;

/**
 * @param year fiscal year; the newest shipped list not later than it is used
 * @param userCodes codes of the book; one whose first year is not later than `year` stands before a shipped one
 * @returns lookups in constant time. A code that is not listed has the name null and may be used all the same.
 */
export function createCodeBook(year: number, userCodes: readonly UserCodeLike[] = []): CodeBook {
  const own = ownCodes(year, userCodes);
  const catalogues = new Map<Catalogue, KnownCodes>();
  const codesOf = (catalogue: Catalogue): KnownCodes => {
    const ready = catalogues.get(catalogue);
    if (ready !== undefined) return ready;
    const shipped = shippedCodes(codePackage(catalogue, year));
    const known = overlay(
      shipped,
      own.filter((code) => code.catalogue === catalogue),
    );
    catalogues.set(catalogue, known);
    return known;
  };
  const lists = new Map<Catalogue, readonly CodeEntry[]>();
  return {
    year,
    name: (catalogue, code) => codesOf(catalogue).get(code)?.name ?? null,
    classes: classesOf(year, codesOf('functional')),
    govEconomic: (deptEconomic, kind) => govOf(codesOf('deptEconomic').get(deptEconomic), kind),
    list: (catalogue) => {
      const ready = lists.get(catalogue) ?? entriesOf(catalogue, codesOf(catalogue));
      lists.set(catalogue, ready);
      return ready;
    },
  };
}

/** The user's codes in force, oldest first, so that the newest of a code is applied last. */
function ownCodes(year: number, userCodes: readonly UserCodeLike[]): readonly UserCodeLike[] {
  return userCodes.filter((code) => code.fromYear <= year).sort((left, right) => left.fromYear - right.fromYear);
}

/** Shipped lists never change while the program runs, so each is indexed once. */
const indexed = new Map<CodePackage, KnownCodes>();

function shippedCodes(list: CodePackage | null): KnownCodes {
  if (list === null) return new Map();
  const ready = indexed.get(list);
  if (ready !== undefined) return ready;
  const known = new Map<string, Known>();
  for (const [code, name, mark, fourth, fifth] of list.codes) {
    if (code === undefined || name === undefined || mark === undefined) continue;
    const gov = fourth !== undefined && fifth !== undefined ? { administrative: fourth, institution: fifth } : null;
    const initials = list.catalogue === 'procurement' ? fourth : undefined;
    known.set(code, { name, mark, gov, ...(initials === undefined ? {} : { initials }) });
  }
  indexed.set(list, known);
  return known;
}

function overlay(shipped: KnownCodes, own: readonly UserCodeLike[]): KnownCodes {
  if (own.length === 0) return shipped;
  const known = new Map(shipped);
  for (const { code, name, govIfAdministrative, govIfInstitution } of own) {
    const before = known.get(code)?.gov ?? null;
    const administrative = govIfAdministrative ?? before?.administrative ?? govIfInstitution;
    const institution = govIfInstitution ?? before?.institution ?? govIfAdministrative;
    const gov = administrative !== null && institution !== null ? { administrative, institution } : null;
    known.set(code, { name, mark: 'U', gov });
  }
  return known;
}

/** The published classes first, then classes the user added, which no published order knows yet. */
function classesOf(year: number, functional: KnownCodes): CodeBook['classes'] {
  const published = publishedClasses(year);
  const added = [...functional.keys()].filter((code) => code.length === TOP_DIGITS && !published.includes(code)).sort();
  return [...published, ...added].map((code) => ({ code, name: functional.get(code)?.name ?? code }));
}

/** 参公 units follow the administrative column (field-notes §2.2). */
function govOf(known: Known | undefined, kind: UnitKind): string | null {
  if (!known?.gov) return null;
  return kind === 'institution' ? known.gov.institution : known.gov.administrative;
}

function entriesOf(catalogue: Catalogue, known: KnownCodes): readonly CodeEntry[] {
  const above = catalogue === 'procurement' ? goodsAbove : classesAbove;
  return [...known].sort(byCode).map(([code, { name, mark, gov, initials }]) => ({
    code,
    name,
    path: [...above(code).flatMap((upper) => known.get(upper)?.name ?? []), name].join(' / '),
    mark,
    ...(gov === null ? {} : { gov }),
    ...(initials === undefined ? {} : { initials }),
  }));
}

const byCode = ([left]: readonly [string, Known], [right]: readonly [string, Known]) => (left < right ? -1 : 1);

/** The codes above a code of the budget's classifications, from the top: 2120501 is below 212 and 21205. */
function classesAbove(code: string): readonly string[] {
  const count = Math.max(0, Math.ceil((code.length - TOP_DIGITS) / LEVEL_DIGITS));
  return Array.from({ length: count }, (_, level) => code.slice(0, TOP_DIGITS + level * LEVEL_DIGITS));
}

/** 品目 codes are filled up with zeros: A02010105 is below A, A02000000, A02010000 and A02010100. */
function goodsAbove(code: string): readonly string[] {
  const letter = code.slice(0, 1);
  const digits = code.slice(1).replace(/(?:00)+$/, '');
  const levels = Math.max(0, Math.ceil(digits.length / LEVEL_DIGITS));
  return Array.from({ length: levels }, (_, level) =>
    level === 0 ? letter : (letter + digits.slice(0, level * LEVEL_DIGITS)).padEnd(GOODS_LENGTH, '0'),
  );
}
