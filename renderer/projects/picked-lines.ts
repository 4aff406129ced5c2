/** The lines of a project as dialogs show them, and what was picked of each. */
import { labelOf, SIDES } from '../../shared/entities/vocabulary.ts';
import { type Fen, fen } from '../../shared/money/fen.ts';
import { parseAmount } from '../../shared/money/parse.ts';
import type { RowStore } from '../grid/row-store.ts';

export interface PickableLine {
  readonly id: number;
  readonly revision: number;
  readonly name: string;
  readonly amount: Fen;
  readonly expenditure: boolean;
}

/**
 * The lines of a project in book order.
 * @param names of the codes of both classifications, by code
 */
export function linesOf(
  store: RowStore,
  projectId: number,
  names: ReadonlyMap<string, string>,
): readonly PickableLine[] {
  return store.order.flatMap((id) => {
    const row = store.get(id);
    if (row === undefined || row.values.projectId !== projectId) return [];
    const { side, functional, deptEconomic, note, amount } = row.values;
    const codes = [functional, deptEconomic].map((code) =>
      typeof code === 'string' ? `${code} ${names.get(code) ?? ''}`.trim() : null,
    );
    const kind = side === 'expenditure' ? null : labelOf(SIDES, String(side));
    const parts = [kind, ...codes, note].filter((part) => part !== null);
    return [
      {
        id,
        revision: row.revision,
        name: parts.join(' · '),
        amount: fen(typeof amount === 'number' ? amount : 0),
        expenditure: side === 'expenditure',
      },
    ];
  });
}

/** The part of a line that was typed in 元; nothing typed is all of it. Null when it cannot be taken. */
export function readPart(text: string, line: PickableLine): Fen | null {
  if (text.trim() === '') return line.amount;
  const parsed = parseAmount(text, 'yuan');
  return parsed.ok && parsed.fen > 0 && parsed.fen <= line.amount ? parsed.fen : null;
}
