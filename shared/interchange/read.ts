/** From anything that JSON can hold to a checked document. Nothing is repaired and nothing is dropped. */
import { type EntityName, entities } from '../entities/index.ts';
import { fromDecimalYuan } from '../money/format.ts';
import { reasonAgainst } from '../shape/field-check.ts';
import type { Field } from '../shape/shape.ts';
import type { InterchangeDocument } from './document.ts';
import { FORMAT, KEYED, listsIn, planOf, VERSION } from './layout.ts';
import { linkProblems } from './links.ts';

export interface InterchangeProblem {
  /** Where in the document, such as `budgets[0].lines[12].amount`; empty for the document itself. */
  readonly place: string;
  /** A whole Chinese sentence. */
  readonly reason: string;
}

export type ReadInterchange =
  | { readonly ok: true; readonly document: InterchangeDocument }
  | { readonly ok: false; readonly problems: readonly InterchangeProblem[] };

/**
 * Checks a parsed JSON value against the format: known keys only, every field by its own declaration, every reference
 * to a record of the document.
 * @returns the document with absent optional fields set to null, or every problem with its place
 */
export function readInterchange(raw: unknown): ReadInterchange {
  const shaped = readShape(raw);
  if (!shaped.ok) return shaped;
  const problems = linkProblems(shaped.document);
  return problems.length > 0 ? { ok: false, problems } : shaped;
}

/** The first half: what the JSON Schema says too. References are not looked up. */
export function readShape(raw: unknown): ReadInterchange {
  if (!isRecord(raw)) return refused('', '文件内容不是预算数据交换文件。');
  if (raw.format !== FORMAT) return refused('format', `这不是预算数据交换文件（format 应为“${FORMAT}”）。`);
  if (raw.version !== VERSION) return refused('version', versionReason(raw.version));
  const problems: InterchangeProblem[] = [];
  const { format: _, version: __, ...rest } = raw;
  const lists = readRecord('document', rest, '', problems);
  if (problems.length > 0) return { ok: false, problems };
  // readRecord has checked every list of the layout by the field lists that InterchangeDocument is derived from.
  return { ok: true, document: { format: FORMAT, version: VERSION, ...lists } as unknown as InterchangeDocument };
}

function readRecord(
  owner: EntityName | 'document',
  raw: Readonly<Record<string, unknown>>,
  place: string,
  problems: InterchangeProblem[],
): Record<string, unknown> {
  const plan = owner === 'document' ? [] : planOf(owner);
  const lists = listsIn(owner);
  const known = knownNames(owner);
  for (const name of Object.keys(raw)) {
    if (known.has(name)) continue;
    problems.push({ place: inside(place, name), reason: `没有“${name.slice(0, 40)}”这个字段。` });
  }
  const record: Record<string, unknown> = {};
  if (owner !== 'document' && KEYED.has(owner)) record.key = readKey(raw.key, place, problems);
  for (const { inDocument: name, field } of plan) {
    const value = raw[name] ?? null;
    const reason = fieldReason(field, value);
    if (reason === null) record[name] = value === 0 ? 0 : value;
    else problems.push({ place: inside(place, name), reason });
  }
  for (const [name, entity] of Object.entries(lists)) {
    record[name] = readList(entity, raw[name], inside(place, name), problems);
  }
  return record;
}

function readList(entity: EntityName, raw: unknown, place: string, problems: InterchangeProblem[]): readonly unknown[] {
  if (raw === undefined) return [];
  if (!Array.isArray(raw)) {
    problems.push({ place, reason: `这里应为${entities[entity].label}的列表。` });
    return [];
  }
  return raw.map((item: unknown, index) => {
    const at = `${place}[${index}]`;
    if (isRecord(item)) return readRecord(entity, item, at, problems);
    problems.push({ place: at, reason: `这里应为一条${entities[entity].label}。` });
    return {};
  });
}

/** Why a value of the document is refused, or null. */
function fieldReason(field: Field, value: unknown): string | null {
  if (value === null) return field.optional ? null : `请填写“${field.label}”。`;
  if (field.kind === 'ref') return isKey(value) ? null : `“${field.label}”应为本文件中另一条记录的 key。`;
  if (field.kind !== 'fen') return reasonAgainst(field, value);
  // An amount is checked as 分; any other spelling than the format's own is no amount and refused as such.
  const amount = typeof value === 'string' ? fromDecimalYuan(value) : null;
  const reason = reasonAgainst(field, amount ?? Number.NaN);
  return reason === null ? null : `${reason}金额写成带两位小数的元，如 "500000.00"。`;
}

function readKey(raw: unknown, place: string, problems: InterchangeProblem[]): string | null {
  if (raw === undefined || raw === null) return null;
  if (isKey(raw)) return raw;
  problems.push({ place: inside(place, 'key'), reason: `key 应为1到${MAX_KEY}个字的文字。` });
  return null;
}

export const MAX_KEY = 200;

function isKey(raw: unknown): raw is string {
  return typeof raw === 'string' && reasonAgainst({ kind: 'text', label: 'key', maxLength: MAX_KEY }, raw) === null;
}

function versionReason(version: unknown): string {
  return typeof version === 'number' && version > VERSION
    ? `文件是第${version}版格式，本程序只认得第${VERSION}版，请先升级程序。`
    : `version 应为 ${VERSION}。`;
}

const names = new Map<EntityName | 'document', ReadonlySet<string>>();

/** What a record may hold: its fields, its lists and, where others refer to it, a key. */
function knownNames(owner: EntityName | 'document'): ReadonlySet<string> {
  const ready = names.get(owner);
  if (ready !== undefined) return ready;
  const fields = owner === 'document' ? [] : planOf(owner).map(({ inDocument }) => inDocument);
  const key = owner !== 'document' && KEYED.has(owner) ? ['key'] : [];
  const known = new Set([...fields, ...key, ...Object.keys(listsIn(owner))]);
  names.set(owner, known);
  return known;
}

function isRecord(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

function inside(place: string, name: string): string {
  return place === '' ? name : `${place}.${name}`;
}

function refused(place: string, reason: string): ReadInterchange {
  return { ok: false, problems: [{ place, reason }] };
}
