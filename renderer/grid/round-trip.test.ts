/** What is copied from a grid and pasted, here or into a new row, means the same: of every kind of field, in both units. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCodeBook } from '../../shared/codes/index.ts';
import { type EntityName, entities } from '../../shared/entities/index.ts';
import { makeLookup } from '../../shared/intake/lookup.ts';
import { parseTsv } from '../../shared/intake/tsv.ts';
import type { CellLookup, CellValue, SavedRow, Values } from '../../shared/intake/values.ts';
import type { AmountUnit } from '../../shared/money/parse.ts';
import type { Field, Fields } from '../../shared/shape/shape.ts';
import { copyRange, pasteBlock } from './blocks.ts';
import { testBook } from './book.fixture.ts';
import type { GridColumn } from './column.ts';

const codes = createCodeBook(2027);
/** Projects of one name, and one whose name looks like the numbering of such. */
const projects = ['清扫', '清扫', '清扫〔2〕', '30201 办公费'].map(
  (name, at): SavedRow => ({
    id: at + 1,
    revision: 1,
    position: at,
    values: { name, code: at === 3 ? 'X1' : null },
  }),
);
const lookupIn = (amountUnit: AmountUnit): CellLookup =>
  makeLookup({
    amountUnit,
    codes: (catalogue) => codes.list(catalogue),
    rows: (entity) => (entity === 'project' ? projects : null),
    initials: () => '',
    recent: () => [],
  });

function anyValue(field: Field): fc.Arbitrary<CellValue> {
  switch (field.kind) {
    case 'text':
      return fc
        .string({ unit: fc.constantFrom('甲', '0', '"', '\t', '\n', '\r', ' ', '=', '，', '😀', ','), maxLength: 12 })
        .map((text) => [...text].slice(0, field.maxLength).join(''))
        .map((text) => (text.trim() === '' ? '空' : text));
    case 'fen':
      return fc.integer({ min: 0, max: 900_000_000_000_000 });
    case 'integer':
      return fc.integer({ min: field.min, max: field.max });
    case 'decimal':
      return fc.constantFrom('0', '0.01', '12.5', '999999999999');
    case 'boolean':
      return fc.boolean();
    case 'date':
      return fc.constantFrom('2027-02-28', '1899-12-31', '2028-02-29');
    case 'enum':
      return fc.constantFrom(...field.options.map(({ value }) => value));
    case 'code': {
      const listed = codes.list(field.catalogue).filter(({ code }) => field.digits.includes(code.length));
      return fc.constantFrom(...listed.map(({ code }) => code), '9'.repeat(field.digits[0] ?? 1));
    }
    case 'ref':
      return field.entity === 'project' ? fc.constantFrom(...projects.map(({ id }) => id)) : fc.constant(null);
  }
}

const valuesOf = (fields: Fields): fc.Arbitrary<Values> =>
  fc.record(
    Object.fromEntries(
      Object.entries(fields).map(([key, field]) => [
        key,
        field.optional === true ? fc.option(anyValue(field), { nil: null }) : anyValue(field),
      ]),
    ),
  );

test.each<[EntityName, AmountUnit]>([
  ['line', 'yuan'],
  ['line', 'wan'],
  ['project', 'yuan'],
  ['procurement', 'wan'],
  ['asset', 'yuan'],
  ['indicator', 'yuan'],
])('rows of %s, copied and pasted in %s, are the same', (entity, unit) => {
  const fields: Fields = entities[entity].fields;
  const columns = Object.entries(fields).map(([key, field]): GridColumn => ({ key, field, width: 90 }));
  const lookup = lookupIn(unit);
  fc.assert(
    fc.property(fc.array(valuesOf(fields), { minLength: 1, maxLength: 4 }), (rows) => {
      const { session } = testBook(fields, rows, Object.fromEntries(columns.map(({ key }) => [key, null])));
      const whole = { top: 0, left: 0, bottom: rows.length - 1, right: columns.length - 1 };
      const text = copyRange(session, columns, whole, lookup);
      const below = { ...whole, top: rows.length, bottom: rows.length, right: 0 };
      for (const at of [whole, below]) {
        session.edit(pasteBlock(session, columns, at, parseTsv(text)).edits, '粘贴', lookup);
      }
      const shown = Array.from({ length: rows.length * 2 }, (_, at) => session.rowAt(at));
      expect(shown.flatMap(({ typed }) => Object.entries(typed))).toEqual([]);
      expect(shown.map(({ values }) => values)).toEqual([...rows, ...rows]);
    }),
    { numRuns: 60 },
  );
});
