/**
 * Blocks of whole rows laid over a grid. One that is still being looked over may be proposed: its rows stand where they
 * would come, drawn and all, while the eye is elsewhere, so that taking them only has to save them. Until then they belong
 * to nobody: they are neither sent nor kept nor counted as unsaved, and go without a trace.
 */
import type { GridView } from './arrange/grid-view.ts';
import type { Drafts } from './drafts.ts';
import { type LaidRow, laidDraft, newDraft } from './laid-row.ts';
import type { ReadyBlock } from './save-queue.ts';
import type { ReadyRows, SaveAnswer, SaveRow, SessionOptions } from './saving.ts';
import { sendableRows } from './sent-rows.ts';
import { keyOf } from './view.ts';

export interface BlockParts {
  readonly drafts: Drafts;
  readonly view: GridView;
  readonly newKey: () => string;
  /** A row is not what it was. */
  readonly touch: (key: string) => void;
  /** A row goes by its id from now on. */
  readonly rename: (key: string, id: number) => void;
  readonly draw: () => void;
  readonly options: Pick<SessionOptions, 'store' | 'fields' | 'prepare'>;
}

/** Rows laid over the grid. */
export interface Laid {
  /** In the order given. */
  readonly keys: readonly string[];
  /** Null where they do not lie ready in the core. */
  readonly ready: ReadyBlock | null;
}

interface Proposal {
  readonly rows: readonly LaidRow[];
  readonly keys: readonly string[];
  readonly among: ReadonlySet<string>;
  /** Null until the rows lie ready in the core. */
  readonly ready: ReadyBlock | null;
}

/** More rows take longer to lay than a pause in looking them over lasts. */
const MOST_PROPOSED = 2_000;

export class LaidBlocks {
  private readonly parts: BlockParts;
  private proposal: Proposal | null = null;
  /** Whether the rows that the store is just taking stand in the view already, under their ids. */
  landing = false;

  constructor(parts: BlockParts) {
    this.parts = parts;
  }

  isProposed(key: string): boolean {
    return this.proposal?.among.has(key) === true;
  }

  /** Lays rows over the grid; those that are proposed stay where they are. A row with something to mend keeps its place. */
  lay(rows: readonly LaidRow[]): Laid {
    const known = this.proposal;
    if (known?.rows !== rows) {
      this.withdraw();
      return { keys: this.put(rows), ready: null };
    }
    this.proposal = null;
    return known;
  }

  /**
   * Proposes rows in place of those proposed before. Only whole new rows that come last while the screen shows the stored
   * order: others stand where something else is to be seen.
   * @returns their keys; null where the rows are no such
   */
  propose(rows: readonly LaidRow[]): readonly string[] | null {
    this.withdraw();
    const { view, draw } = this.parts;
    const fit = rows.length <= MOST_PROPOSED && rows.every(({ key, waits }) => key === null && !waits);
    if (rows.length === 0 || !fit || !view.isPlain) return null;
    const keys = this.put(rows);
    this.proposal = { rows, keys, among: new Set(keys), ready: null };
    this.prepare(this.proposal);
    draw();
    return keys;
  }

  /** Rows that lack something after all are sent when they are taken: it is told then. */
  private prepare(proposal: Proposal): void {
    const { drafts, options } = this.parts;
    const save = sendableRows(proposal.keys, drafts, options.fields);
    if (save.length < proposal.keys.length) return;
    const rows = save.map(({ values }) => ({ id: null, revision: null, position: null, values }));
    options.prepare?.(rows).then((ready) => {
      if (ready !== null && this.proposal === proposal) this.name(proposal, rows, ready);
    });
  }

  /** Rows that lie ready stand under their ids already: when they are stored, nothing has to be renamed any more. */
  private name({ rows, keys }: Proposal, sent: readonly SaveRow[], ready: ReadyRows): void {
    const { drafts, rename, draw } = this.parts;
    const save = ready.told.map(({ id, values }, at) => {
      const key = keys[at] ?? '';
      rename(key, id);
      return { key: keyOf(id), values };
    });
    const named = save.map(({ key }) => key);
    const ids = ready.told.map(({ id }) => id);
    this.proposal = { rows, keys: named, among: new Set(named), ready: { ...ready, save, rows: sent, ids } };
    drafts.keepApart(save);
    draw();
  }

  /**
   * Rows that lay ready are stored as was told, and nothing has been typed since: they stay as they stand.
   * @returns false, with nothing done, where it is otherwise
   */
  land({ told, save, ids }: ReadyBlock, answer: SaveAnswer): boolean {
    const { drafts, touch, options } = this.parts;
    if (!answer.ok || answer.rows !== told || !drafts.dropApart(save)) return false;
    for (const { key } of save) touch(key);
    this.landing = true;
    options.store.append(told, ids, answer.revision);
    this.landing = false;
    return true;
  }

  /** Takes back what is proposed; answers whether anything was. */
  withdraw(): boolean {
    const known = this.proposal;
    if (known === null) return false;
    this.proposal = null;
    for (const key of known.keys) {
      this.parts.drafts.drop(key);
      this.parts.touch(key);
    }
    if (!this.parts.view.retract(known.keys)) this.parts.view.rebuild();
    this.parts.draw();
    return true;
  }

  private put(rows: readonly LaidRow[]): readonly string[] {
    const { drafts, view, touch } = this.parts;
    let above = view.rowAbove(view.count - 1);
    const keys = rows.map((row) => {
      const key = row.key === null ? this.parts.newKey() : drafts.current(row.key);
      const draft = row.key === null ? newDraft(key, row, above) : laidDraft(drafts.of(key), row);
      drafts.set(draft);
      touch(key);
      if (draft.id === null && draft.place === null) above = key;
      return key;
    });
    const fresh = keys.filter((_, index) => rows[index]?.key === null);
    // The usual block comes last: a hundred thousand rows above it stay as they are.
    const last = fresh.every((key) => drafts.get(key)?.place === null);
    if (!last || !view.append(fresh)) view.rebuild();
    return keys;
  }
}
