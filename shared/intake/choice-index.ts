/** Finds choices by the texts that name them: label, code, code and label in one cell, other words. */
import { OPTION_WORDS } from './headings.ts';
import { squeeze } from './text.ts';
import type { Choice } from './values.ts';

export interface ChoiceIndex {
  /** The choices a text names as a whole; several where names repeat. */
  find(text: string): readonly Choice[];
}

const withoutSeparators = (text: string) => squeeze(text).replace(/[-—_:[\]()|、.]/g, '');

/** Makes the index over a list of choices. */
export function indexChoices(choices: readonly Choice[]): ChoiceIndex {
  const exact = new Map<string, Choice[]>();
  const loose = new Map<string, Choice[]>();
  const together = new Map<string, Choice[]>();
  for (const choice of choices) {
    add(exact, choice.label, choice);
    add(loose, squeeze(choice.label), choice);
    if (choice.code !== '') {
      add(loose, squeeze(choice.code), choice);
      const both = withoutSeparators(choice.code + choice.label);
      // Of a project called “-”, coded “-”, nothing is left: every blank cell would name it.
      if (both !== '') add(together, both, choice);
    }
    if (typeof choice.value === 'string') {
      for (const word of OPTION_WORDS[choice.value] ?? []) add(loose, word, choice);
    }
  }
  return {
    find: (text) =>
      exact.get(text) ??
      exact.get(text.trim()) ??
      loose.get(squeeze(text)) ??
      together.get(withoutSeparators(text)) ??
      [],
  };
}

function add(map: Map<string, Choice[]>, key: string, choice: Choice): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [choice]);
  else if (!list.includes(choice)) list.push(choice);
}
