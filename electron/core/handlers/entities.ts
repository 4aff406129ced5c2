/** `<entity>.list`, `<entity>.apply` and `<entity>.prepare`: the same handlers for every entity, driven by its field list. */
import { ENTITY_NAMES } from '../../../db/layout.ts';
import { insertPrepared, prepareRows } from '../../../db/prepared.ts';
import { findRow, packRows, packRowsById } from '../../../db/read.ts';
import { applyRows } from '../../../db/rows.ts';
import type { CallName } from '../../../shared/api/contract.ts';
import { fail } from '../../../shared/api/failure.ts';
import type { DraftOfEntity, EntityName } from '../../../shared/entities/index.ts';
import type { Context, Handler, Handlers } from '../context.ts';
import type { EntityVerb } from '../input.ts';
import { entityNamed } from './history.ts';

type EntityCall = Extract<CallName, `${EntityName}.${EntityVerb}`>;

function listHandler(entity: EntityName): Handler<'line.list'> {
  return ({ parentId }, ctx) => packRows(ctx.book(), entity, parentId);
}

function applyHandler<N extends 'line'>(entity: N): Handler<`${N}.apply`> {
  return ({ parentId, label, save, remove }, ctx) => {
    refuseHandIn(ctx, entity, save);
    const rows = ctx.change(label, (change) => applyRows(change, entity, parentId, save, remove));
    const placed = rows.map(({ id, revision, position }) => ({ id, revision, position }));
    return { rows: placed, removed: remove, state: ctx.state() };
  };
}

function prepareHandler<N extends 'line'>(entity: N): Handler<`${N}.prepare`> {
  return ({ parentId, save }, ctx) => {
    refuseHandIn(ctx, entity, save);
    return prepareRows(ctx.writable(), entity, parentId, save);
  };
}

/** A budget is handed in by `budget.handIn`, which looks at what the checks find. */
function refuseHandIn(ctx: Context, entity: EntityName, drafts: readonly unknown[]): void {
  if (entity !== 'budget') return;
  // Checked against that entity's field list.
  for (const { id, status } of drafts as readonly DraftOfEntity<'budget'>[]) {
    const before = id === null ? null : findRow(ctx.book(), 'budget', id);
    if (status === 'submitted' && before?.status !== 'submitted') {
      fail('INVALID_INPUT', { place: '状态', reason: '请在“审核”页上报。' }, 'status');
    }
  }
}

export const rowHandlers = {
  'rows.get': ({ entity, ids }, ctx) => packRowsById(ctx.book(), entityNamed(entity), ids),
  'rows.applyPrepared': ({ prepared, label }, ctx) => {
    const [first, second] = ctx.change(label, (change) => insertPrepared(change, prepared), prepared) ?? [];
    if (first === undefined) return null;
    return { first, distance: second === undefined ? 0 : second.position - first.position, state: ctx.state() };
  },
} satisfies Pick<Handlers, 'rows.get' | 'rows.applyPrepared'>;

/** The handlers of every entity, by call name. */
export const entityHandlers = Object.fromEntries(
  ENTITY_NAMES.flatMap((entity) => [
    [`${entity}.list`, listHandler(entity)],
    // Drafts were checked against this entity's field list, so one generic handler serves all of them.
    [`${entity}.apply`, applyHandler(entity as 'line')],
    [`${entity}.prepare`, prepareHandler(entity as 'line')],
  ]),
) as Pick<Handlers, EntityCall>;
