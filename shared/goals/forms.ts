/** Reading the declared forms of goal sheets: which form a sheet has, its levels, its title. */
import type { RowOfEntity } from '../entities/index.ts';
import { FORM_FAMILIES } from './form-families/index.ts';
import type { FormBlock, FormFamily, FormLayout, FormLevel2, IndicatorKind, SheetField } from './form-spec.ts';

/** The form of an id; the first one where there is none of that name, so that a sheet can always be shown. */
export function formOf(id: string, families: readonly FormFamily[] = FORM_FAMILIES): FormFamily {
  const form = families.find((one) => one.id === id) ?? families[0];
  if (form === undefined) throw new RangeError('no form of goal sheets is declared');
  return form;
}

/** The layout of a project's sheet, or of the unit's overall one. */
export function layoutOf(form: FormFamily, sheet: { readonly projectId: number | null }): FormLayout {
  return sheet.projectId === null ? form.unit : form.project;
}

/** The forms for a budget of a year. */
export function formsFor(year: number, families: readonly FormFamily[] = FORM_FAMILIES): readonly FormFamily[] {
  return families.filter(
    ({ fromYear, toYear }) => (fromYear === undefined || year >= fromYear) && (toYear === undefined || year <= toYear),
  );
}

const LEVEL_WORDS = { province: '省级', city: '市级', county: '县(区)级' } as const;

/** Title and subtitle of a sheet, filled in for a unit and a year. */
export function headingOf(
  { title, subtitle }: FormLayout,
  { region, level }: Pick<RowOfEntity<'unit'>, 'region' | 'level'>,
  year: number,
): { readonly title: string; readonly subtitle: string } {
  const values: Readonly<Record<string, string>> = {
    region: lastPlace(region ?? ''),
    level: LEVEL_WORDS[level],
    year: String(year),
  };
  const fill = (text: string) => text.replaceAll(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole);
  return { title: fill(title), subtitle: fill(subtitle) };
}

/** Province and city before a county; 州 ends one only where it is no part of a name (泽州县, 忻州市). */
const ABOVE = /^(?:.*?(?:省|自治区))?(?:.*?(?:市|地区|盟|州(?![市县区])))?(?=.)/;

/** `岚县` of `山西省吕梁市岚县`. */
function lastPlace(region: string): string {
  return region.trim().replace(ABOVE, '');
}

const KINDS: ReadonlyMap<string, IndicatorKind> = new Map(
  FORM_FAMILIES.flatMap(({ levels }) => levels).flatMap(({ level2 }) =>
    level2.map(({ name, kind }) => [name, kind] as const),
  ),
);

/** What a second-level indicator is for, in any form; null for a name that no form has. */
export function kindOf(level2: string): IndicatorKind | null {
  return KINDS.get(level2) ?? null;
}

/** Whether a form has the second-level indicator under the first-level one. */
export function isOnForm(form: string, level1: string, level2: string): boolean {
  return placesOf(formOf(form)).some((place) => place.level1 === level1 && place.level2.name === level2);
}

/** The second-level indicators of a form in printed order, each with the first level it stands under. */
export function placesOf({ levels }: FormFamily): readonly { readonly level1: string; readonly level2: FormLevel2 }[] {
  return levels.flatMap(({ name, level2 }) => level2.map((one) => ({ level1: name, level2: one })));
}

/** Every field of a goal sheet that a layout shows, in its order. */
export function fieldsOf({ blocks }: FormLayout): readonly SheetField[] {
  return blocks.flatMap(fieldsIn);
}

function fieldsIn(block: FormBlock): readonly SheetField[] {
  switch (block.kind) {
    case 'fields':
      return block.rows.flat().flatMap(({ fields }) => fields);
    case 'funding':
      return [
        ...Object.values(block.total).map(({ field }) => field),
        ...block.sources.flatMap(({ fields }) => Object.values(fields)),
      ];
    case 'text':
      return [block.field];
    case 'goals':
      return Object.values(block.fields);
    case 'indicators':
      return [];
    case 'signatures':
      return block.cells.flatMap(({ fields }) => fields);
  }
}
