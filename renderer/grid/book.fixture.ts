/** A core for tests of a grid: it keeps rows in order as db/rows.ts does, and undoes whole steps. */
import { failure } from '../../shared/api/failure.ts';
import type { SavedRow, Values } from '../../shared/intake/values.ts';
import type { Fields } from '../../shared/shape/shape.ts';
import { RowStore } from './row-store.ts';
import type { ReadyRows, SaveAnswer, SaveRow } from './saving.ts';
import { GridSession } from './session.ts';

export interface TestBook {
  readonly session: GridSession;
  readonly store: RowStore;
  /** Labels of the steps made so far. */
  readonly labels: string[];
  /** Labels of those whose rows lay ready. */
  readonly ready: string[];
  /** The stored rows in order. */
  readonly rows: () => readonly SavedRow[];
  /** What lies ready is there no more. */
  readonly lose: () => void;
  /** The next step is refused. */
  readonly refuse: () => void;
  /** A row comes last from another window, and the store is told. */
  readonly elsewhere: (values: Values) => void;
  /** Takes the last step back and tells the store, as the window hears it. */
  readonly undo: () => void;
  /** The values of a field, top to bottom, as the grid shows the rows; headings by their label. */
  readonly shown: (field: string) => readonly unknown[];
}

/** @param values of the rows that are there at first */
export function testBook(fields: Fields, values: readonly Values[], blank: Values): TestBook {
  let book = new Map<number, SavedRow>();
  const past: (typeof book)[] = [];
  const labels: string[] = [];
  const ready: string[] = [];
  let lying: ReadyRows | null = null;
  let laidReady = 0;
  let refusals = 0;
  const store = new RowStore();
  let revision = 1;
  let nextId = values.length + 1;
  for (const [index, each] of values.entries()) {
    book.set(index + 1, { id: index + 1, revision: 1, position: (index + 1) * 1_024, values: each });
  }
  const rows = () => [...book.values()].sort((a, b) => a.position - b.position || a.id - b.id);

  const makeRoom = (position: number): void => {
    let at = position;
    for (const row of rows()) {
      if (row.position < at) continue;
      if (row.position > at) return;
      book.set(row.id, { ...row, position: row.position + 1 });
      at += 1;
    }
  };
  const lastPosition = () => Math.max(0, ...[...book.values()].map(({ position }) => position));
  const put = (row: SaveRow, newId: number | undefined): SavedRow => {
    const before = row.id === null ? undefined : book.get(row.id);
    if (row.position !== null && row.position !== before?.position) makeRoom(row.position);
    const last = lastPosition() + 1_024;
    const id = row.id ?? newId ?? nextId++;
    const saved = {
      id,
      revision: (row.revision ?? 0) + 1,
      position: row.position ?? before?.position ?? last,
      values: row.values,
    };
    book.set(id, saved);
    return saved;
  };

  /** @param told of rows that lay ready */
  const send = async (
    label: string,
    save: readonly SaveRow[],
    remove: readonly number[],
    told: readonly SavedRow[] | null,
  ): Promise<SaveAnswer> => {
    await Promise.resolve();
    const stale = save.some(({ id, revision: known }) => id !== null && book.get(id)?.revision !== known);
    if (stale) return { ok: false, failure: failure('CONFLICT', { what: '明细' }) };
    if (refusals > 0) {
      refusals -= 1;
      return { ok: false, failure: failure('DISK_FULL', { name: '账套' }) };
    }
    past.push(new Map(book));
    labels.push(label);
    for (const id of remove) book.delete(id);
    const saved = save.map((row, at) => put(row, told?.[at]?.id));
    revision += 1;
    const now = saved.map(({ id }) => book.get(id) ?? saved[0]).filter((row) => row !== undefined);
    const asTold = told?.every(({ id, position }, at) => now[at]?.id === id && now[at]?.position === position) === true;
    return {
      ok: true,
      rows: asTold ? told : now,
      removed: remove,
      revision,
    };
  };

  const load = (): void => {
    const all = rows();
    const keys = Object.keys(fields);
    const columns = [
      all.map(({ id }) => id),
      all.map((row) => row.revision),
      all.map(({ position }) => position),
      ...keys.map((key) => all.map((row) => row.values[key] ?? null)),
    ];
    store.load({ fields: ['id', 'revision', 'position', ...keys], columns, count: all.length }, revision);
  };
  const session = new GridSession({
    store,
    fields,
    include: () => true,
    defaults: () => blank,
    prepare: async (save) => {
      const first = nextId;
      nextId += save.length;
      laidReady += 1;
      const told = save.map(({ values }, at) => {
        return { id: first + at, revision: 1, position: lastPosition() + (at + 1) * 1_024, values };
      });
      lying = { prepared: laidReady, told };
      return lying;
    },
    send: async ({ label, save, remove, ready: asked, take }) => {
      // Of those laid ready the last ones lie there.
      const there = asked !== null && asked.prepared === lying?.prepared;
      if (there) ready.push(label);
      const answer = await send(label, save, remove, there ? asked.told : null);
      // As the window does.
      const crowded = store.crowdedBy(save);
      take(answer);
      if (crowded) load();
    },
    recordName: '明细',
  });
  load();
  return {
    session,
    store,
    labels,
    ready,
    rows,
    lose: () => {
      lying = null;
    },
    refuse: () => {
      refusals += 1;
    },
    elsewhere: (given) => {
      put({ id: null, revision: null, position: null, values: given }, undefined);
      revision += 1;
      load();
    },
    undo: () => {
      book = past.pop() ?? book;
      revision += 1;
      load();
    },
    shown: (field) =>
      Array.from({ length: session.count - 1 }, (_, index) => {
        const row = session.rowAt(index);
        return row.heading === undefined ? (row.values[field] ?? null) : row.heading.label;
      }),
  };
}
