import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleDocument } from '../../../samples/sample-document.ts';
import { entities } from '../../entities/index.ts';
import { fen } from '../../money/fen.ts';
import type { Field, Fields } from '../../shape/shape.ts';
import { inputsOf } from '../document-input.fixture.ts';
import { inOrder } from '../in-order.ts';
import type { CheckInput } from '../input.ts';
import type { CheckedEntity } from '../look.ts';
import type { Scalar } from '../record-spec.ts';
import { filledChecks, runChecks } from '../run.ts';
import type { LiveChecks } from './live-checks.ts';

type AnyRow = Readonly<Record<string, Scalar>> & { readonly id: number; readonly position: number };

const LISTS = {
  line: 'lines',
  project: 'projects',
  procurement: 'procurement',
  goalSheet: 'goalSheets',
  indicator: 'indicators',
  asset: 'assets',
  prior: 'prior',
  narrative: 'narrative',
} as const;
type Edited = keyof typeof LISTS;

/** A budget whose rows are edited in step with its checks. */
class Desk {
  input: CheckInput;
  readonly checks: LiveChecks;

  constructor(input: CheckInput) {
    this.input = input;
    this.checks = filledChecks(input);
  }

  rows(entity: Edited): readonly AnyRow[] {
    // Rows hold plain values under the names of their fields.
    return this.input[LISTS[entity]] as unknown as readonly AnyRow[];
  }

  put(entity: Edited, row: AnyRow): void {
    const others = this.rows(entity).filter(({ id }) => id !== row.id);
    this.replace(entity, [...others, row]);
    if (entity === 'line') this.input.facts.put([{ ...asLine(row), unitId: this.input.unit.id }]);
    this.checks.put(entity, row);
    this.after(entity);
  }

  remove(entity: Edited, id: number): void {
    this.replace(
      entity,
      this.rows(entity).filter((row) => row.id !== id),
    );
    if (entity === 'line') this.input.facts.remove(id);
    this.checks.remove(entity, id);
    this.after(entity);
  }

  private replace(entity: Edited, rows: readonly AnyRow[]): void {
    const sorted = [...rows].sort((left, right) => left.position - right.position || left.id - right.id);
    this.input = { ...this.input, [LISTS[entity]]: sorted };
  }

  private after(entity: Edited): void {
    if (entity !== 'line' && entity !== 'project') return;
    if (entity === 'project') {
      const projects = this.input.projects.map(({ id, name }) => ({ id, unitId: this.input.unit.id, name }));
      this.input.facts.setContext({ ...this.input.facts.context, projects });
    }
    this.checks.tablesChanged();
  }

  settled(): readonly unknown[] {
    while (this.checks.step());
    return [...this.checks.all()].sort(inOrder);
  }
}

const byKey = (one: unknown, other: unknown) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
const asLine = (row: AnyRow) => row as unknown as CheckInput['lines'][number];

/** Values that a field of a row may take, seldom sensible ones among them. */
function valueFor(field: Field, seed: number, ids: readonly number[]): Scalar {
  const pick = <T>(list: readonly T[]): T | null => list[seed % list.length] ?? null;
  if (field.optional && seed % 4 === 0) return null;
  switch (field.kind) {
    case 'enum':
      return pick(field.options.map(({ value }) => value));
    case 'boolean':
      return seed % 2 === 0;
    case 'fen':
      return fen(pick([0, 100, 50_000_000, 400_000_000, seed * 1_000]) ?? 0);
    case 'integer':
      return seed % 50;
    case 'decimal':
      return String(seed % 7);
    case 'date':
      return pick(['2024-11-20', '2025-01-08', '2024-02-01', '2026-05-01']);
    case 'code':
      return pick(['2120501', '2120803', '21205', '30201', '31003', '50502', '1030148']);
    case 'ref':
      return pick(ids);
    case 'text':
      return pick([
        '甲',
        '2025年2月运行费',
        '一次性项目(1年结束)',
        '≥95',
        'A02010105',
        '044',
        '数量指标',
        '成本指标',
        `文字${seed}，`,
      ]);
  }
}

function edit(desk: Desk, entity: Edited, [what, at, seed]: readonly [number, number, number]): void {
  const rows = desk.rows(entity);
  const row = rows[at % Math.max(1, rows.length)];
  if (row === undefined) return;
  const next = 100_000 + seed + at;
  switch (what % 6) {
    case 0:
      desk.remove(entity, row.id);
      return;
    case 1:
      desk.put(entity, { ...row, id: next });
      return;
    case 2:
      desk.put(entity, { ...row, position: rows[seed % rows.length]?.position ?? 0 });
      return;
    default: {
      const fields = Object.entries<Field>(entities[entity].fields as Fields);
      const [name, field] = fields[seed % fields.length] ?? [];
      if (name === undefined || field === undefined) return;
      const target = field.kind === 'ref' ? (field.entity as Edited) : entity;
      const ids = target in LISTS ? desk.rows(target).map(({ id }) => id) : [];
      const value = valueFor(field, seed, ids);
      desk.put(entity, { ...row, [name]: value });
    }
  }
}

/** Every entity that is checked; unit and budget have a test of their own. */
const EDITED = Object.keys(
  LISTS satisfies Record<Exclude<CheckedEntity, 'unit' | 'budget'>, string>,
) as readonly Edited[];

describe('checks that follow edits', () => {
  for (const name of ['lanxian-2025-published', 'invented-2025'] as const) {
    it(`say after any edits what a run from the beginning says: ${name}`, () => {
      const number = fc.integer({ min: 0, max: 9_999 });
      const edits = fc.array(fc.tuple(fc.constantFrom(...EDITED), fc.tuple(number, number, number)), {
        minLength: 1,
        maxLength: 25,
      });
      fc.assert(
        fc.property(edits, (list) => {
          const [input] = inputsOf(sampleDocument(name));
          if (input === undefined) throw new Error('no budget');
          const desk = new Desk(input);
          list.forEach(([entity, how], at) => {
            edit(desk, entity, how);
            // Some edits meet checks that are still at work.
            if (at % 3 === 0) for (let step = 0; step < 5; step += 1) desk.checks.step();
          });
          expect(desk.settled()).toEqual(runChecks(desk.input));
        }),
        { numRuns: 25 },
      );
    });
  }

  it('tell only what has changed since somebody looked', () => {
    const [input] = inputsOf(sampleDocument('lanxian-2025'));
    if (input === undefined) throw new Error('no budget');
    const desk = new Desk(input);
    desk.settled();
    expect(desk.checks.waiting).toBe(0);
    const seen = desk.checks.version;
    const line = desk.rows('line').find(({ side }) => side === 'expenditure');
    if (line === undefined) throw new Error('no line');
    desk.put('line', { ...line, nature: null });
    desk.settled();
    const { changed, gone, whole, version } = desk.checks.since(seen);
    expect([whole, gone]).toEqual([false, []]);
    expect(changed.map(({ ruleId }) => ruleId)).toContain('line-nature-missing');
    expect(changed.length).toBeLessThan(20);
    desk.put('line', line);
    desk.settled();
    expect(new Set(desk.checks.since(version).gone)).toEqual(new Set(changed.map(({ key }) => key)));
    expect(desk.checks.since(null).whole).toBe(true);
  });

  it('tell many changes in parts, which make the whole, also after the list of changes has been begun anew', () => {
    const [input] = inputsOf(sampleDocument('lanxian-2025'));
    if (input === undefined) throw new Error('no budget');
    const [line] = input.lines.filter(({ side }) => side === 'expenditure');
    if (line === undefined) throw new Error('no line');
    const lines = Array.from({ length: 3_000 }, (_, at) => ({
      ...line,
      id: 10_000 + at,
      position: 10_000 + at,
      nature: null,
    }));
    const desk = new Desk({ ...input, lines });
    let parts = 0;
    const told = new Map<string, unknown>();
    let seen: number | null = null;
    const listen = () => {
      for (;;) {
        const { version, whole, more, changed, gone } = desk.checks.since(seen);
        expect(changed.length).toBeLessThanOrEqual(1_000);
        if (whole) told.clear();
        for (const key of gone) told.delete(key);
        for (const finding of changed) told.set(finding.key, finding);
        parts += 1;
        seen = version;
        if (!more) break;
      }
      expect([...told.values()].sort(byKey)).toEqual([...desk.checks.all()].sort(byKey));
    };
    desk.settled();
    listen();
    expect(parts).toBeGreaterThan(2);
    // Far more changes than there are findings: the list of changes is begun anew.
    for (let round = 0; round < 8; round += 1) {
      for (const one of lines) desk.checks.put('line', { ...one, nature: round % 2 === 0 ? 'basic' : null });
      desk.settled();
      if (round % 3 === 0) listen();
    }
    listen();
  });

  it('name the places of lines anew when lines come above them, and look at no record again for it', () => {
    const [input] = inputsOf(sampleDocument('lanxian-2025'));
    if (input === undefined) throw new Error('no budget');
    const desk = new Desk(input);
    const incomes = desk.rows('line').filter(({ side }) => side === 'income');
    const last = incomes.at(-1);
    const first = incomes[0];
    if (last === undefined || first === undefined) throw new Error('no line');
    desk.put('line', { ...last, functional: null });
    const messages = () =>
      desk.checks.all().flatMap(({ ruleId, message }) => (ruleId === 'line-functional-missing' ? [message] : []));
    desk.settled();
    expect(messages()).toEqual([expect.stringContaining(`收入第${incomes.length}行`)]);
    desk.put('line', { ...first, id: 5_000, position: first.position - 1, amount: 7 });
    expect(desk.checks.waiting).toBeLessThan(10);
    desk.settled();
    expect(messages()).toEqual([expect.stringContaining(`收入第${incomes.length + 1}行`)]);
  });

  it('forget what was found in words that are taken back', () => {
    const [input] = inputsOf(sampleDocument('lanxian-2025'));
    if (input === undefined) throw new Error('no budget');
    const desk = new Desk({ ...input, narrative: [] });
    const before = desk.settled();
    const words = { id: 1, parentId: 1, revision: 1, position: 1, section: 'other.other', text: '公用经费增加增加。' };
    desk.put('narrative', words);
    expect(desk.settled()).not.toEqual(before);
    desk.remove('narrative', 1);
    expect(desk.settled()).toEqual(before);
  });

  it.each([
    ['unit', { name: '改了名' }, false],
    ['unit', { kind: 'administrative' }, true],
    // Rules of procurement and lists of codes are chosen before any row is looked at.
    ['unit', { region: '江西省' }, true],
    ['budget', { year: 2030 }, true],
    ['budget', { phone: '1' }, false],
  ] as const)('with %s: %o are begun anew: %s', (entity, changed, isOutdated) => {
    const [input] = inputsOf(sampleDocument('lanxian-2025'));
    if (input === undefined) throw new Error('no budget');
    const empty = { lines: [], projects: [], procurement: [], goalSheets: [], indicators: [], assets: [] };
    const checks = filledChecks({ ...input, ...empty, prior: [], narrative: [] });
    checks.put(entity, { ...input[entity], ...changed });
    expect(checks.isOutdated).toBe(isOutdated);
  });
});
