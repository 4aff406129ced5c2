/** The user's own words of a budget's narrative: read, written and taken back, kept as drafts until the book has them. */
import { useSyncExternalStore } from 'react';
import { useReady } from '../state/use-ready.ts';
import { usePlace } from '../state/window-state.ts';

export interface Words {
  /** What is written under a section; null where nothing is. */
  readonly of: (section: string) => string | null;
  readonly write: (section: string, text: string, label: string) => void;
  /** Takes own words away, so that the book writes again. */
  readonly drop: (sections: readonly string[]) => void;
  /** Why what was typed under a section is not in the book; null when it is. */
  readonly trouble: (section: string) => string | null;
}

/** Null until they are there. */
export function useWords(): Words | null {
  const { stores, budget } = usePlace();
  const shelf = stores.shelf('narrative', budget.id);
  const ready = useReady(shelf);
  const session = stores.session('narrative', shelf, () => ({ include: () => true, defaults: () => ({}) }));
  useSyncExternalStore(session.subscribe, session.version);
  if (ready.kind !== 'ready') return null;
  const rows = new Map<string, { readonly key: string; readonly text: string; readonly trouble: string | null }>();
  for (let index = 0; index < session.count; index++) {
    const { values, state, reason } = session.rowAt(index);
    const { section, text } = values;
    if (typeof section === 'string' && typeof text === 'string') {
      rows.set(section, { key: session.keyAt(index), text, trouble: state === 'failed' ? reason : null });
    }
  }
  return {
    of: (section) => rows.get(section)?.text ?? null,
    write: (section, text, label) => {
      const key = rows.get(section)?.key ?? null;
      session.lay([{ key, values: { section, text }, typed: {}, problems: {}, waits: false }], label);
    },
    drop: (sections) => session.remove(sections.flatMap((section) => rows.get(section)?.key ?? [])),
    trouble: (section) => rows.get(section)?.trouble ?? null,
  };
}
