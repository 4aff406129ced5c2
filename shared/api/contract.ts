/**
 * Every call between the window (or the CLI, or a test) and the core, declared once, by area in `calls/`.
 * From this list follow: input checks at run time, `Handlers`, `Client` and what counts as a write.
 */
import type { DraftOfEntity, EntityName } from '../entities/index.ts';
import { aboutCalls } from './calls/about-calls.ts';
import { backupCalls } from './calls/backup-calls.ts';
import { bookCalls } from './calls/book-calls.ts';
import { carryCalls } from './calls/carry-calls.ts';
import { checkCalls } from './calls/check-calls.ts';
import { codeCalls } from './calls/code-calls.ts';
import type { Call, returned } from './calls/declare.ts';
import { documentCalls } from './calls/document-calls.ts';
import { fileCalls } from './calls/file-calls.ts';
import { foreignCalls } from './calls/foreign-calls.ts';
import { goalCalls } from './calls/goal-calls.ts';
import { historyCalls } from './calls/history-calls.ts';
import { intakeCalls } from './calls/intake-calls.ts';
import { procurementCalls } from './calls/procurement-calls.ts';
import { projectCalls } from './calls/project-calls.ts';
import { tableCalls } from './calls/table-calls.ts';
import type { InputRow } from './input.ts';
import type { Applied, PackedRows, PreparedBlock } from './types.ts';

/** Calls with a fixed input. The per-entity calls `<entity>.list`, `<entity>.apply` and `<entity>.prepare` are added by type below. */
export const api = {
  ...aboutCalls,
  ...bookCalls,
  ...backupCalls,
  ...projectCalls,
  ...carryCalls,
  ...tableCalls,
  ...checkCalls,
  ...procurementCalls,
  ...codeCalls,
  ...fileCalls,
  ...documentCalls,
  ...intakeCalls,
  ...historyCalls,
  ...goalCalls,
  ...foreignCalls,
} as const;

type FixedApi = typeof api;
type InputOf<C> = C extends Call<infer I, unknown> ? InputRow<I> : never;
type OutputOf<C> = C extends { readonly [returned]?: infer O } ? Exclude<O, undefined> : never;

/** `parentId`: the budget's or goal sheet's id; null for book-wide entities. `null` also lists all of a book. */
type EntityCalls = {
  readonly [N in EntityName as `${N}.list`]: {
    readonly input: { readonly parentId: number | null };
    readonly output: PackedRows;
  };
} & {
  readonly [N in EntityName as `${N}.apply`]: {
    readonly input: {
      readonly parentId: number | null;
      /** Label of the step in history, e.g. `粘贴 30 行`. */
      readonly label: string;
      readonly save: readonly DraftOfEntity<N>[];
      readonly remove: readonly number[];
    };
    readonly output: Applied;
  };
} & {
  /** Lays new rows ready that are to come last, while they are still being looked over: changes nothing. */
  readonly [N in EntityName as `${N}.prepare`]: {
    readonly input: { readonly parentId: number | null; readonly save: readonly DraftOfEntity<N>[] };
    readonly output: PreparedBlock;
  };
};

type FixedCalls = {
  readonly [N in keyof FixedApi]: { readonly input: InputOf<FixedApi[N]>; readonly output: OutputOf<FixedApi[N]> };
};
export type Calls = FixedCalls & EntityCalls;
export type CallName = keyof Calls;
export type In<N extends CallName> = Calls[N]['input'];
/** What a caller gives: what may be null may also be left out. */
export type Given<N extends CallName> = Loose<In<N>>;
type Loose<I> = { readonly [K in keyof I as null extends I[K] ? never : K]: I[K] } & {
  readonly [K in keyof I as null extends I[K] ? K : never]?: I[K];
};
export type Out<N extends CallName> = Calls[N]['output'];
