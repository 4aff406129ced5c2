/** Bringing indicators to another form: each goes where that form has its second level, or one for the same purpose. */
import { FORM_FAMILIES } from './form-families/index.ts';
import type { FormFamily, FormLevel2, IndicatorKind } from './form-spec.ts';
import { placesOf } from './forms.ts';
import type { Placed } from './tree.ts';

export interface Place {
  readonly level1: string;
  readonly level2: string;
}

/**
 * Where an indicator stands on a form.
 * @returns null where the form has nothing of the kind; the indicator then stays under its old names
 */
export function placeOn(
  form: FormFamily,
  { level1, level2 }: Pick<Placed, 'level1' | 'level2'>,
  families: readonly FormFamily[] = FORM_FAMILIES,
): Place | null {
  const places = placesOf(form);
  const named = places.filter((place) => sameName(place.level2, level2));
  const kind = kindIn(families, level2);
  const found =
    named.find((place) => place.level1 === level1) ?? named[0] ?? places.find((place) => place.level2.kind === kind);
  return found === undefined ? null : { level1: found.level1, level2: found.level2.name };
}

/** `社会效益` and `社会效益指标` name the same. */
function sameName({ name, printed }: FormLevel2, other: string): boolean {
  const plain = (text: string) => text.replaceAll(/\s/g, '').replace(/指标$/, '');
  return plain(name) === plain(other) || (printed !== undefined && plain(printed) === plain(other));
}

function kindIn(families: readonly FormFamily[], level2: string): IndicatorKind | null {
  return families.flatMap(placesOf).find((place) => sameName(place.level2, level2))?.level2.kind ?? wordKind(level2);
}

/** Names that no form has, by their words: `可持续发展影响`, `安全成本`. */
function wordKind(level2: string): IndicatorKind | null {
  const words: readonly (readonly [RegExp, IndicatorKind])[] = [
    [/满意/, 'satisfaction'],
    [/成本/, 'cost'],
    [/数量/, 'quantity'],
    [/质量/, 'quality'],
    [/时效|进度/, 'time'],
    [/效益|影响/, 'benefit'],
  ];
  return words.find(([pattern]) => pattern.test(level2))?.[1] ?? null;
}
