/**
 * What a block will bring about, asked of the core while the block is still looked over: the key that takes it then shows
 * its rows, the table beside them and the totals in one go. It holds for the very next change of the book and no other.
 */
import { replaceEqualDeep } from '@tanstack/react-query';
import type { In } from '../../shared/api/contract.ts';
import type { BookState, Foreseen } from '../../shared/api/types.ts';
import { call, callNamed } from '../api.ts';
import type { SaveAnswer } from '../grid/saving.ts';
import { withTheKey } from './key-first.ts';
import { queries } from './query.ts';
import { type Question, questionKey } from './question.ts';

type Answers = ReadonlyMap<string, { readonly question: Question; readonly value: unknown }>;

export class Foresight {
  private readonly prepared: number;
  /** The book's revision once the block is taken. */
  private readonly revision: number;
  private readonly answers: Answers;

  constructor(prepared: number, revision: number, answers: Answers) {
    this.prepared = prepared;
    this.revision = revision;
    this.answers = answers;
  }

  /** Whether it is of the block that lies ready under a number, and nothing has changed in the book since. */
  holdsFor(prepared: number | null): boolean {
    if (prepared !== this.prepared) return false;
    return queries.getQueryData<BookState | null>(['book.state', {}])?.revision === this.revision - 1;
  }

  show(): void {
    withTheKey(() => {
      for (const { question, value } of this.answers.values()) queries.setQueryData(question, value);
    });
  }

  /**
   * What a question is answered behind the block: as foreseen if the block came as the next change, else asked for anew.
   * @param sent the answer to taking the block
   * @returns undefined for a question that was not foreseen
   */
  behind(question: Question, sent: Promise<SaveAnswer>): Promise<unknown> | undefined {
    const foreseen = this.answers.get(questionKey(question));
    if (foreseen === undefined) return undefined;
    return sent.then((answer) =>
      answer.ok && answer.revision === this.revision ? foreseen.value : callNamed(...question),
    );
  }

  /** The block was refused: what was shown is asked for anew. */
  takeBack(): void {
    for (const { question } of this.answers.values()) void queries.invalidateQueries({ queryKey: question });
  }
}

/**
 * Asks what the questions on screen about a budget will be answered.
 * @param prepared under what the block lies ready
 * @returns null where that cannot be told. Never rejects.
 */
export async function foresee(
  prepared: number,
  budgetId: number | null,
  shown: readonly Question[],
): Promise<Foresight | null> {
  const tables = shown.flatMap(([name, input]) => (name === 'table.get' ? (input as In<'table.get'>).no : []));
  try {
    const foreseen = await call('table.foresee', { prepared, tables });
    if (foreseen === null) return null;
    const onScreen = new Set(shown.map(questionKey));
    const answers = answersIn(foreseen, budgetId).filter(([question]) => onScreen.has(questionKey(question)));
    return new Foresight(
      prepared,
      foreseen.revision + 1,
      new Map(
        answers.map(([question, value]) => [questionKey(question), { question, value: asShown(question, value) }]),
      ),
    );
  } catch {
    // Whatever is wrong is told when the block is taken.
    return null;
  }
}

/** An answer with what is on screen already in place of what is equal to it: the key need not compare a whole table. */
const asShown = (question: Question, value: unknown): unknown =>
  replaceEqualDeep(queries.getQueryData(question), value);

/** The questions about one budget that are foreseen; what units report together is asked for afterwards. */
const answersIn = ({ totals, tables }: Foreseen, budgetId: number | null): readonly [Question, unknown][] => [
  [['totals.get', { budgetId }], totals],
  ...tables.map((table): [Question, unknown] => [['table.get', { budgetId, no: table.no }], table]),
];
