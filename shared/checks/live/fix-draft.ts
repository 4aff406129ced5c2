/** The write that mends what a finding is about: an ordinary save of the whole record with a few fields changed. */
import { type EntityName, entities } from '../../entities/index.ts';
import type { Scalar } from '../record-spec.ts';
import { type RuleRow, readerOf } from '../records.ts';
import type { RuleRunner } from './rule-runner.ts';

export interface Fix {
  readonly entity: EntityName;
  readonly parentId: number | null;
  /** A draft of the entity. */
  readonly draft: Readonly<Record<string, Scalar>>;
}

/** @returns null where the rule offers no fix */
export function fixOf({ rule: { fix }, set }: RuleRunner, row: RuleRow): Fix | null {
  if (fix === undefined || set.entity === null) return null;
  const fields = Object.keys(entities[set.entity].fields).map((name) => [name, row[name] ?? null] as const);
  const changed = Object.entries(fix.set).map(
    ([name, to]) => [name, to === null ? null : readerOf(set, to.to)(row)] as const,
  );
  const parentId = typeof row.parentId === 'number' ? row.parentId : null;
  const draft = { id: row.id, revision: row.revision ?? null, position: null };
  return {
    entity: set.entity,
    parentId,
    draft: { ...draft, ...Object.fromEntries(fields), ...Object.fromEntries(changed) },
  };
}
