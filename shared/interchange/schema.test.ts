import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documents } from './document.fixture.ts';
import { readInterchange, readShape } from './read.ts';
import { interchangeSchema } from './schema.ts';

const validate = new Ajv2020({ strict: true }).compile(interchangeSchema());

type Path = readonly (string | number)[];

/** Every place of a JSON value. */
function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, inner]) =>
      pathsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

/** A copy with the value at a path replaced, or removed when `undefined`. */
function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const copy: Record<string | number, unknown> | unknown[] = Array.isArray(value)
    ? [...value]
    : { ...(value as object) };
  const target = copy as Record<string | number, unknown>;
  target[key] = replaced(target[key], rest, by);
  if (target[key] === undefined) delete target[key];
  return Array.isArray(copy) ? copy.filter(() => true) : copy;
}

const STRANGE: readonly unknown[] = [
  undefined,
  null,
  '',
  ' ',
  '字',
  'a\0b',
  '\uD800',
  '字'.repeat(101),
  0,
  1,
  -1,
  2.5,
  1e21,
  true,
  [],
  {},
  [{}],
  { key: 1 },
  '0.00',
  '-0.00',
  '12.3',
  '1.00',
  '-5.00',
  '007',
  '2027',
  '21205',
  '2120501',
  '212050101',
  '2025-02-29',
  '2024-02-29',
  '2025-13-01',
  '0000-01-01',
  '2100-02-29',
  '2000-02-29',
  '1900-02-29',
  'income',
  'costFirst',
  '≥',
  '12.50',
  '1.2345',
  '0.12345',
];

describe('the JSON Schema', () => {
  it('takes every document that is read', () => {
    fc.assert(
      fc.property(documents, (raw) => {
        expect(validate(raw), JSON.stringify(validate.errors)).toBe(true);
        expect(readShape(raw).ok).toBe(true);
      }),
    );
  });

  it('and reading agree on documents with anything wrong anywhere', () => {
    const seen = { good: 0, bad: 0 };
    fc.assert(
      fc.property(
        documents,
        fc.nat(),
        fc.constantFrom(...STRANGE),
        fc.option(fc.constantFrom('key', 'extra', 'amount', 'superiorId')),
        (raw, at, by, name) => {
          const paths = pathsOf(raw);
          const path = paths[at % paths.length] ?? [];
          const changed = replaced(raw, name === null ? path : [...path, name], by);
          const ok = readShape(changed).ok;
          seen[ok ? 'good' : 'bad'] += 1;
          expect(
            validate(changed),
            `${JSON.stringify(path)} ← ${JSON.stringify(by)} ${JSON.stringify(validate.errors)}`,
          ).toBe(ok);
        },
      ),
      { numRuns: 3_000 },
    );
    expect(seen.good).toBeGreaterThan(100);
    expect(seen.bad).toBeGreaterThan(100);
  });

  it('in docs/ is the one generated from the field lists (vitest -u writes it anew)', async () => {
    const text = `${JSON.stringify(interchangeSchema(), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot('../../docs/interchange.schema.json');
  });

  it('takes the example in docs/interchange.md, as reading does', () => {
    const page = readFileSync(new URL('../../docs/interchange.md', import.meta.url), 'utf8');
    const example: unknown = JSON.parse(/```json\n(.*?)```/s.exec(page)?.[1] ?? '');
    expect(validate(example), JSON.stringify(validate.errors)).toBe(true);
    expect(readInterchange(example)).toHaveProperty('ok', true);
  });
});
