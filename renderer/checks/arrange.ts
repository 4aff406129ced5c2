/** The list of 审核: findings filtered, put into groups, and laid out as one row each. Looks at every finding once. */
import type { KeptFinding, Severity } from '../../shared/checks/finding.ts';
import { madeOnce } from '../../shared/shape/made-once.ts';
import type { Counts } from './counts.ts';
import { type GroupNames, groupOf } from './groups.ts';
import { pageOf } from './places.ts';
import type { ReviewState } from './review-state.ts';

export interface GroupRow {
  readonly kind: 'group';
  readonly key: string;
  readonly label: string;
  readonly counts: Counts;
  readonly isOpen: boolean;
}
export interface FindingRow {
  readonly kind: 'finding';
  readonly key: string;
  readonly finding: KeptFinding;
  /** Key of the group it stands in. */
  readonly group: string;
}
export type ReviewRow = GroupRow | FindingRow;

export interface Arranged {
  readonly rows: readonly ReviewRow[];
  /** Every finding that passes the filters, in the order shown, those in folded groups too. */
  readonly findings: readonly KeptFinding[];
  /** How many there are of each severity, whatever severity is asked for. */
  readonly counts: Counts;
}

/** Waived findings stand apart, behind all others. */
const WAIVED = { key: 'waived', label: '已放行', rank: Number.POSITIVE_INFINITY };

/** @param sorted all findings, worst first */
export function arrange(sorted: readonly KeptFinding[], state: ReviewState, names: GroupNames): Arranged {
  const words = state.query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const counts = { error: 0, warning: 0, advice: 0 };
  const groups = new Map<string, { readonly label: string; readonly rank: number; readonly findings: KeptFinding[] }>();
  for (const finding of sorted) {
    const { severity, waived } = finding;
    if (state.state !== 'all' && (state.state === 'waived') !== (waived !== undefined)) continue;
    if (state.kind !== null && pageOf(finding) !== state.kind) continue;
    if (!words.every((word) => isIn(word, finding, names))) continue;
    counts[severity] += 1;
    if (state.severity !== null && severity !== state.severity) continue;
    const apart = state.state === 'all' && waived !== undefined;
    const { key, label, rank } = apart ? WAIVED : groupOf(finding, state.grouping, names);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { label, rank, findings: [finding] });
    else group.findings.push(finding);
  }
  // Sorting is stable: groups of one rank come as their first findings do.
  const ranked = [...groups].sort(([, left], [, right]) => left.rank - right.rank);
  return {
    counts,
    findings: ranked.flatMap(([, { findings }]) => findings),
    rows: ranked.flatMap(([key, { label, findings }]): readonly ReviewRow[] => {
      const isOpen = !state.closed.has(key);
      const head: ReviewRow = { kind: 'group', key, label, counts: countsIn(findings), isOpen };
      if (!isOpen) return [head];
      return [
        head,
        ...findings.map((finding) => ({ kind: 'finding' as const, key: finding.key, finding, group: key })),
      ];
    }),
  };
}

function countsIn(findings: readonly KeptFinding[]): Counts {
  const counts: Record<Severity, number> = { error: 0, warning: 0, advice: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

const textOf = madeOnce(({ message, basis, ruleId, waived }: KeptFinding): string =>
  `${message} ${basis} ${ruleId} ${waived?.reason ?? ''}`.toLowerCase(),
);

function isIn(word: string, finding: KeptFinding, { projects, rules }: GroupNames): boolean {
  if (textOf(finding).includes(word)) return true;
  const project = finding.project === null ? undefined : projects.get(finding.project);
  return [project, rules.get(finding.ruleId)].some((name) => name?.toLowerCase().includes(word));
}
