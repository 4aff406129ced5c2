/** Checks what crossed the boundary against the contract, before any handler sees it. */
import { api } from '../../shared/api/contract.ts';
import { fail } from '../../shared/api/failure.ts';
import { checkCallInput } from '../../shared/api/input.ts';
import { type DraftOfEntity, type EntityName, entities } from '../../shared/entities/index.ts';
import { checkDraft, checkFields, type FieldProblem } from '../../shared/shape/check.ts';
import type { Fields } from '../../shared/shape/shape.ts';

const ID = { kind: 'integer', min: 1, max: Number.MAX_SAFE_INTEGER } as const;
const PARENT = { parentId: { ...ID, label: '所属记录', optional: true } } as const satisfies Fields;
const APPLY = { ...PARENT, label: { kind: 'text', label: '操作名称', maxLength: 200 } } as const satisfies Fields;

/** More rows than any sheet has; a larger input is a mistake, and is refused before it takes up the memory. */
const MAX_ROWS = 1_048_576;

/**
 * Checks the input of a call with fixed input. An absent optional field counts as null.
 * @throws FailureError INVALID_INPUT naming field and cause; `at` is the field
 */
export function checkFixed(name: keyof typeof api, raw: unknown): unknown {
  const checked = checkCallInput(api[name].input, raw ?? {});
  return checked.ok ? checked.value : refuse('输入', '', checked.problems);
}

/**
 * Checks the input of the calls that every entity has, by the word behind its name: rows against the entity's field list.
 * @throws FailureError INVALID_INPUT naming row, field and cause; `at` is like `save[2].amount`
 */
export const checkEntity = {
  list: (_entity: EntityName, raw: unknown) => checkList(raw),
  apply: checkApply,
  prepare: checkPrepare,
} as const;

export type EntityVerb = keyof typeof checkEntity;

function checkList(raw: unknown): unknown {
  const checked = checkFields(PARENT, raw, { absent: 'null' });
  return checked.ok ? checked.value : refuse('输入', '', checked.problems);
}

function checkApply(entity: EntityName, raw: unknown): unknown {
  const spec = entities[entity];
  const { save, remove, ...rest } = Object(raw);
  const checked = checkFields(APPLY, rest, { absent: 'null' });
  if (!checked.ok) return refuse(spec.label, '', checked.problems);
  const rows = checkDrafts(entity, save);
  if (!isList(remove)) return refuseList(entity);
  const wrong = remove.findIndex((id) => !Number.isSafeInteger(id));
  if (wrong >= 0) fail('INVALID_INPUT', { place: spec.label, reason: '要删除的记录没有编号。' }, `remove[${wrong}]`);
  return { ...checked.value, save: rows, remove };
}

function checkPrepare(entity: EntityName, raw: unknown): unknown {
  const { save, ...rest } = Object(raw);
  const checked = checkFields(PARENT, rest, { absent: 'null' });
  if (!checked.ok) return refuse(entities[entity].label, '', checked.problems);
  const drafts = checkDrafts(entity, save);
  if (drafts.some(({ id, position }) => id !== null || position !== null)) {
    fail('INVALID_INPUT', { place: entities[entity].label, reason: '只有排在最后的新记录可以先备好。' });
  }
  return { ...checked.value, save: drafts };
}

function checkDrafts(entity: EntityName, save: unknown): readonly DraftOfEntity<EntityName>[] {
  const spec = entities[entity];
  if (!isList(save)) return refuseList(entity);
  return save.map((draft, index) => {
    const row = checkDraft(spec, draft);
    if (row.ok) return row.value;
    const place = save.length === 1 ? spec.label : `${spec.label}第${index + 1}行`;
    return refuse(place, `save[${index}].`, row.problems);
  });
}

function refuse(place: string, at: string, problems: readonly FieldProblem[]): never {
  const [first] = problems;
  fail('INVALID_INPUT', { place, reason: first?.reason ?? '内容不完整。' }, `${at}${first?.field ?? ''}`);
}

function refuseList(entity: EntityName): never {
  fail('INVALID_INPUT', { place: entities[entity].label, reason: '收到的内容不是一组记录。' });
}

function isList(raw: unknown): raw is readonly unknown[] {
  return Array.isArray(raw) && raw.length <= MAX_ROWS;
}
