/** Texts that were typed into cells with a list before the list, or its pinyin initials, had come: read again once it has. */
import type { CellLookup } from '../../shared/intake/values.ts';
import { choosingIn } from './choosing.ts';
import type { GridColumn } from './column.ts';
import type { CellEdit } from './draft.ts';
import type { GridSession } from './session.ts';

export class ReadLater {
  private readonly cells: { readonly key: string; readonly column: GridColumn }[] = [];

  note(key: string, column: GridColumn): void {
    this.cells.push({ key, column });
  }

  /** Hands over the cells noted so far. */
  take(): readonly { readonly key: string; readonly column: GridColumn }[] {
    return this.cells.splice(0);
  }
}

/** Commits into each noted cell what Enter takes now from its list; what is not in it either stays as it was typed. */
export function readAgain(session: GridSession, lookup: CellLookup): void {
  if (lookup.partial === true) return;
  const edits = session.later.take().flatMap(({ key, column }): CellEdit[] => {
    const row = session.rowAt(session.indexOf(key));
    const text = row.typed[column.key];
    if (text === undefined) return [];
    const choosing = choosingIn(column, text, row.values, null, lookup);
    const choice = choosing?.choices[choosing.highlight];
    return [{ key: row.key, column, ...(choice === undefined ? { text } : { value: choice.value }) }];
  });
  if (edits.length > 0) session.edit(edits, `修改${session.options.recordName}`, lookup);
}
