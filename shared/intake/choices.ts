/** The lists that cells choose from, made of code lists, vocabularies and rows. */
import type { CodeEntry } from '../api/types.ts';
import type { Option } from '../shape/shape.ts';
import type { Choice, SavedRow } from './values.ts';

/** Pinyin initials of a text in lower case; empty while the pinyin data is not there. */
export type Initials = (text: string) => string;

export interface ChoiceList {
  readonly choices: readonly Choice[];
  readonly byValue: ReadonlyMap<unknown, Choice>;
}

export function choiceList(choices: readonly Choice[]): ChoiceList {
  return { choices, byValue: new Map(choices.map((choice) => [choice.value, choice])) };
}

/** The codes of the allowed lengths, each with the path above it. */
export function codeChoices(entries: readonly CodeEntry[], digits: readonly number[], initials: Initials): ChoiceList {
  return choiceList(
    entries
      .filter((entry) => digits.includes(entry.code.length))
      .map(({ code, name, path, initials: listed }) => ({
        value: code,
        label: name,
        code,
        path: path.split(' / ').slice(0, -1).join(' / '),
        initials: listed ?? initials(name),
      })),
  );
}

/** A closed vocabulary. */
export function optionChoices(options: readonly Option[], initials: Initials): ChoiceList {
  return choiceList(
    options.map(({ value, label }) => ({ value, label, code: '', path: '', initials: initials(label) })),
  );
}

export const YES_NO: ChoiceList = choiceList([
  { value: true, label: '是', code: '', path: '', initials: 's' },
  { value: false, label: '否', code: '', path: '', initials: 'f' },
]);

/**
 * Rows that others refer to, by name. Names repeat in real books: from the second on they get a number, so that what a
 * cell shows, copies and pastes always means one row.
 */
export function rowChoices(rows: readonly SavedRow[], initials: Initials): ChoiceList {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return choiceList(
    rows.map(({ id, values }) => {
      const name = String(values.name ?? '');
      let count = (counts.get(name) ?? 0) + 1;
      let label = count === 1 ? name : `${name}〔${count}〕`;
      // A name may itself end like a number of ours.
      while (taken.has(label)) {
        count += 1;
        label = `${name}〔${count}〕`;
      }
      counts.set(name, count);
      taken.add(label);
      return { value: id, label, code: String(values.code ?? ''), path: '', initials: initials(name) };
    }),
  );
}
