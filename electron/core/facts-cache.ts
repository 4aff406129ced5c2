/**
 * The facts of the open book's budgets in memory: loaded once, then led along by the rows each change touches.
 * Following happens before the commit, so that a line whose sums could not be exact is refused with the change; only what
 * has been foreseen may follow later.
 */
import type { Book, Touched } from '../../db/book.ts';
import { readFactsContext, readLineFacts, readSomeLineFacts } from '../../db/facts.ts';
import { assertExactSums } from '../../db/guard.ts';
import { findRow, listRows } from '../../db/read.ts';
import { type CodeBook, createCodeBook } from '../../shared/codes/index.ts';
import type { EntityName } from '../../shared/entities/index.ts';
import { consolidatedFacts } from '../../shared/facts/consolidated.ts';
import type { TableFacts } from '../../shared/facts/cube.ts';
import { createFacts, type Facts } from '../../shared/facts/facts.ts';

/** What lines refer to: a change of these changes names, defaults and the order of rows. */
const CONTEXT_ENTITIES: readonly EntityName[] = ['unit', 'budget', 'project', 'code'];

export interface FactsCache {
  /** @throws FailureError NOT_FOUND, AMOUNT_OVERFLOW. */
  facts(budgetId: number): Facts;
  /** Of several budgets as one, a department's own first. @throws as `facts`. */
  together(budgetId: number, others: readonly number[]): TableFacts;
  codes(year: number): CodeBook;
  /** Takes in what a transaction touched. @throws FailureError AMOUNT_OVERFLOW; call `forget` then. */
  follow(touched: Touched): void;
  /** Takes it in with the next question: of what is known to leave all sums exact. */
  followLater(touched: Touched): void;
  /** Drops everything; the next question reads the book anew. */
  forget(): void;
}

/** Starts with nothing loaded. */
export function createFactsCache(book: Book): FactsCache {
  const loaded = new Map<number, Facts>();
  const codeBooks = new Map<number, CodeBook>();
  /** The budgets asked about together last. */
  let joined: { readonly parts: readonly Facts[]; readonly facts: TableFacts } | null = null;
  /** What is still to be taken in. */
  const owed: Touched[] = [];

  const codes = (year: number): CodeBook => {
    const known = codeBooks.get(year) ?? createCodeBook(year, listRows(book, 'code', null));
    codeBooks.set(year, known);
    return known;
  };

  const forget = () => {
    owed.length = 0;
    loaded.clear();
    joined = null;
    codeBooks.clear();
  };

  const settle = () => {
    try {
      for (const touched of owed.splice(0)) take(touched);
    } catch (error) {
      forget();
      throw error;
    }
  };

  const facts = (budgetId: number): Facts => {
    settle();
    const known = loaded.get(budgetId);
    if (known !== undefined) return known;
    const fresh = createFacts(readFactsContext(book, budgetId, codes));
    fresh.load(readLineFacts(book, budgetId));
    loaded.set(budgetId, fresh);
    return fresh;
  };

  const together = (budgetId: number, others: readonly number[]): TableFacts => {
    const parts = [facts(budgetId), ...others.map(facts)] as const;
    const known = joined;
    // The parts are led along, and what is made of them looks at them before each answer.
    if (known?.parts.length === parts.length && parts.every((each, at) => each === known.parts[at])) return known.facts;
    joined = { parts, facts: consolidatedFacts([...parts]) };
    return joined.facts;
  };

  const renewContexts = () => {
    for (const [budgetId, each] of loaded) {
      if (findRow(book, 'budget', budgetId) === null) loaded.delete(budgetId);
      else each.setContext(readFactsContext(book, budgetId, codes));
    }
  };

  const followLines = (ids: ReadonlySet<number>) => {
    const gone = new Set(ids);
    const there = readSomeLineFacts(book, ids);
    for (const { id } of there) gone.delete(id);
    for (const budgetId of new Set(there.map((fact) => fact.budgetId))) {
      // A budget loaded only now has read the lines already; putting them again changes nothing.
      facts(budgetId).put(there.filter((fact) => fact.budgetId === budgetId));
    }
    for (const id of gone) for (const each of loaded.values()) each.remove(id);
  };

  const take = (touched: Touched) => {
    if (touched.has('code')) codeBooks.clear();
    if (CONTEXT_ENTITIES.some((entity) => touched.has(entity))) renewContexts();
    const lines = touched.get('line');
    if (lines === null) {
      loaded.clear();
      joined = null;
      assertExactSums(book);
    } else if (lines !== undefined) followLines(lines);
  };

  return {
    facts,
    together,
    codes,
    follow: take,
    followLater: (touched) => owed.push(touched),
    forget,
  };
}
