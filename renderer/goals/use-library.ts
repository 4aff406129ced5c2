/** The indicator library of the open book: asked for once and again when edits rest, looked up while typing. */
import { useEffect, useMemo } from 'react';
import { type Library, type Suggestion, suggestionsFor } from '../../shared/goals/library.ts';
import { valueText } from '../../shared/goals/value-text.ts';
import type { Choice, Values } from '../../shared/intake/values.ts';
import { initials, wantInitials } from '../codes/pinyin.ts';
import { useCall } from '../state/query.ts';
import { useSignal } from '../state/signal.ts';

export interface LibraryLookup {
  /** Names that stood under a second level, most used first. */
  readonly names: (level2: string) => readonly Choice[];
  /** What usually goes with a name: operator, unit, nature, direction. */
  readonly usual: (level2: string, level3: string) => Values;
}

const EMPTY: Library = {};

export function useLibrary(): LibraryLookup {
  const asked = useCall('goal.library', {});
  const library = asked.kind === 'ready' ? asked.value : EMPTY;
  const initialsOf = useSignal(initials);
  useEffect(() => {
    wantInitials(Object.values(library).flatMap((list) => list.map(({ level3 }) => level3)));
  }, [library]);
  return useMemo(() => {
    const lists = new Map<string, { readonly choices: readonly Choice[]; readonly byName: Map<string, Suggestion> }>();
    const listOf = (level2: string) => {
      const known = lists.get(level2);
      if (known !== undefined) return known;
      const found = suggestionsFor(library, level2);
      const list = {
        choices: found.map((one) => choiceOf(one, initialsOf(one.level3))),
        byName: new Map(found.map((one) => [one.level3, one])),
      };
      lists.set(level2, list);
      return list;
    };
    return {
      names: (level2) => listOf(level2).choices,
      usual: (level2, level3) => {
        const found = listOf(level2).byName.get(level3);
        if (found === undefined) return {};
        const { operator, measure, nature, direction } = found;
        return { operator, measure, nature, direction };
      },
    };
  }, [library, initialsOf]);
}

function choiceOf({ level3, operator, measure, uses }: Suggestion, initialsOfName: string): Choice {
  const shape = operator === null && measure === null ? '' : valueText({ operator, value: '…', measure });
  const used = uses > 0 ? `用过 ${uses} 次` : '常用';
  return { value: level3, label: level3, code: '', path: `${shape}　${used}`.trim(), initials: initialsOfName };
}
