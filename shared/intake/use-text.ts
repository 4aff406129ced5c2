/** The use of a source column as a short text: for a choice on screen, for settings and for the contract. */
import type { EntityName } from '../entities/index.ts';
import { FUNDS, labelOf } from '../entities/vocabulary.ts';
import { sheetFields } from './fields.ts';
import type { ColumnUse, Uses } from './header.ts';

const PART_NAMES = { 1: '类', 2: '款', 3: '项' } as const;

/** `amount:ownFunds`, `functional#2`, `level1+` (filled down); empty for a column that is not used. */
export function textOfUse(use: ColumnUse | null): string {
  if (use === null) return '';
  const fund = use.fund === undefined ? '' : `:${use.fund}`;
  const part = use.part === undefined ? '' : `#${use.part}`;
  return `${use.field}${fund}${part}${use.fillDown === true ? '+' : ''}`;
}

/** Reads what `textOfUse` writes; null for an empty text, and for one that names no field of the entity. */
export function readUse(entity: EntityName, text: string): ColumnUse | null {
  const match = /^(\w+)(?::(\w+))?(?:#([123]))?(\+)?$/.exec(text);
  const field = match?.[1] ?? '';
  if (match === null || !Object.hasOwn(sheetFields(entity), field)) return null;
  const fund = FUNDS.find(({ value }) => value === match[2])?.value;
  const part = match[3] === '1' ? 1 : match[3] === '2' ? 2 : match[3] === '3' ? 3 : undefined;
  return {
    field,
    ...(fund === undefined ? {} : { fund }),
    ...(part === undefined ? {} : { part }),
    ...(match[4] === '+' ? { fillDown: true } : {}),
  };
}

/** All uses a column can be given, with their names: the fields, and an amount of one fund. */
export function possibleUses(entity: EntityName): readonly { readonly text: string; readonly label: string }[] {
  const fields = Object.entries(sheetFields(entity));
  const funds = 'fund' in sheetFields(entity) && 'amount' in sheetFields(entity) ? FUNDS : [];
  return [
    ...fields.map(([field, { label }]) => ({ text: field, label })),
    ...funds.map(({ value, label }) => ({ text: `amount:${value}`, label: `金额（${label}）` })),
  ];
}

/** The name of a use, e.g. `金额（单位资金）` or `功能分类科目（款）`. */
export function labelOfUse(entity: EntityName, use: ColumnUse): string {
  const label = sheetFields(entity)[use.field]?.label ?? use.field;
  if (use.fund !== undefined) return `${label}（${labelOf(FUNDS, use.fund)}）`;
  return use.part === undefined ? label : `${label}（${PART_NAMES[use.part]}）`;
}

/** Gives a column a use. Whatever else had this use loses it: a field is read from one place. */
export function withUse(uses: Uses, column: number, use: ColumnUse | null): Uses {
  const width = Math.max(uses.length, column + 1);
  const key = (each: ColumnUse) => `${each.field}:${each.fund ?? ''}:${each.part ?? ''}`;
  return Array.from({ length: width }, (_, at) => {
    if (at === column) return use;
    const other = uses[at] ?? null;
    if (other === null || use === null) return other;
    const whole = other.field === use.field && (other.part === undefined) !== (use.part === undefined);
    return key(other) === key(use) || whole ? null : other;
  });
}
