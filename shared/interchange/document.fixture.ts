/** Arbitrary documents made from the entities' field lists, for property tests. */
import fc from 'fast-check';
import type { EntityName } from '../entities/index.ts';
import { fen } from '../money/fen.ts';
import { toDecimalYuan } from '../money/format.ts';
import type { Field } from '../shape/shape.ts';
import { FORMAT, planOf, VERSION } from './layout.ts';

type Raw = Record<string, unknown>;

const text = (maxLength: number, optional: boolean): fc.Arbitrary<string> =>
  fc
    .string({ unit: fc.constantFrom('甲', 'b', '3', ' ', '\n', '🙂', '"', '\\'), maxLength: Math.min(maxLength, 6) })
    .map((value) => (optional || value.trim() !== '' ? value : `字${value}`.slice(0, maxLength)));

function fieldValue(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'text':
      return text(field.maxLength, field.optional === true);
    case 'enum':
      return fc.constantFrom(...field.options.map(({ value }) => value));
    case 'code':
      return fc.constantFrom(...field.digits).map((digits) => '123456789'.slice(0, digits));
    case 'fen':
      return fc.nat(Number.MAX_SAFE_INTEGER).map((amount) => toDecimalYuan(fen(amount)));
    case 'integer':
      return fc.integer({ min: field.min, max: field.max });
    case 'decimal':
      return fc.constantFrom('0', '7', '12.5', '0.25');
    case 'boolean':
      return fc.boolean();
    case 'date':
      return fc.constantFrom('2024-02-29', '2027-12-31', '2000-01-01');
    case 'ref':
      return fc.constant(null);
    default:
      return field satisfies never;
  }
}

/** Records of an entity; references are filled in later, when the records they may mean are known. */
function records(entity: EntityName, maxLength: number): fc.Arbitrary<Raw[]> {
  const fields = planOf(entity).map(({ inDocument, field }) => {
    const value = fieldValue(field);
    return [inDocument, field.optional ? fc.option(value) : value] as const;
  });
  return fc.array(fc.record(Object.fromEntries(fields)), { maxLength });
}

/** Points every reference of the records at one of the keys, or at nothing. */
function refer(
  entity: EntityName,
  list: readonly Raw[],
  keys: Partial<Record<EntityName, readonly string[]>>,
  seed: number,
): Raw[] {
  return list.map((record, index) => {
    const linked: Raw = { ...record };
    for (const { inDocument, field, target } of planOf(entity)) {
      if (target === null) continue;
      const choices = keys[target] ?? [];
      const chosen = (seed + index) % (choices.length + (field.optional ? 1 : 0) || 1);
      linked[inDocument] = choices[chosen] ?? null;
    }
    return linked;
  });
}

const keyed = (list: readonly Raw[], prefix: string): { records: Raw[]; keys: string[] } => {
  const keys = list.map((_, index) => `${prefix}${index + 1}`);
  return { records: list.map((record, index) => ({ key: keys[index], ...record })), keys };
};

const budgetParts = fc.record({
  projects: records('project', 3),
  lines: records('line', 4),
  procurement: records('procurement', 3),
  goalSheets: records('goalSheet', 2),
  indicators: records('indicator', 3),
  assets: records('asset', 2),
  prior: records('prior', 2),
  narrative: records('narrative', 2),
  waivers: records('waiver', 2),
});

/** Documents that `readInterchange` takes, as the JSON value a file holds. */
export const documents: fc.Arbitrary<Raw> = fc
  .record({
    units: records('unit', 3),
    codes: records('code', 2),
    budgets: records('budget', 3),
    parts: fc.array(budgetParts, { minLength: 3, maxLength: 3 }),
    seed: fc.nat(20),
  })
  .map(({ units, codes, budgets, parts, seed }) => {
    // A book has no two units of one code; which of them came first would decide how they are named.
    const coded = units.filter(({ code }, index) => units.findIndex((each) => each.code === code) === index);
    const named = keyed(coded, 'u');
    // A unit's superior is the unit before it, so that units form a tree.
    const tree = named.records.map((unit, index) => ({
      ...unit,
      superior: index === 0 ? null : named.keys[index - 1],
    }));
    const years = budgets.map((budget, index) => ({ ...budget, year: 2020 + index }));
    const withParts = refer('budget', years, { unit: named.keys }, seed).map((budget, index) => {
      const {
        indicators = [],
        projects = [],
        lines = [],
        goalSheets = [],
        procurement = [],
        ...rest
      } = parts[index] ?? {};
      const ps = keyed(projects, 'p');
      const ls = keyed(lines, 'l');
      const keys = { project: ps.keys, line: ls.keys };
      return {
        ...budget,
        ...rest,
        projects: ps.records,
        lines: refer('line', ls.records, keys, seed),
        procurement: refer('procurement', procurement, keys, seed + 1),
        goalSheets: refer('goalSheet', goalSheets, keys, seed).map((sheet) => ({ ...sheet, indicators })),
      };
    });
    return { format: FORMAT, version: VERSION, units: tree, codes, budgets: units.length === 0 ? [] : withParts };
  });
