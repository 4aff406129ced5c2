/** Which cells of a sheet are marked, and by which findings. */
import { SEVERITIES, SEVERITY_LABELS, type Severity } from '../../shared/checks/finding.ts';
import type { AuditFinding } from '../../shared/foreign/audit-types.ts';
import type { Position } from '../../shared/foreign/sheet.ts';

/** How a finding is shown: 尾差 apart from other advice. */
export type Mark = Severity | 'rounding';

export const MARKS: readonly { readonly id: Mark; readonly label: string }[] = [
  ...SEVERITIES.map((id) => ({ id, label: SEVERITY_LABELS[id] })),
  { id: 'rounding', label: '尾差' },
];

export const markOf = ({ severity, rounding }: AuditFinding): Mark => (rounding ? 'rounding' : severity);

export const labelOfMark = (mark: Mark): string => MARKS.find(({ id }) => id === mark)?.label ?? '';

const WEIGHT: Readonly<Record<Mark, number>> = { error: 3, warning: 2, advice: 1, rounding: 0 };

export interface MarkedCell {
  readonly mark: Mark;
  /** Places in the list of findings, the gravest first. */
  readonly findings: readonly number[];
}

export const cellKeyOf = ({ row, column }: Pick<Position, 'row' | 'column'>): string => `${row}|${column}`;

/** The marked cells of one sheet. A finding marks its first cell; the others it compares are shown when it is chosen. */
export function marksOfSheet(findings: readonly AuditFinding[], sheet: number): ReadonlyMap<string, MarkedCell> {
  const marks = new Map<string, MarkedCell>();
  findings.forEach((finding, index) => {
    const [first] = finding.cells;
    if (first === undefined || first.sheet !== sheet) return;
    const key = cellKeyOf(first);
    const mark = markOf(finding);
    const known = marks.get(key);
    const all = [...(known?.findings ?? []), index];
    const worst = known === undefined || WEIGHT[mark] > WEIGHT[known.mark] ? mark : known.mark;
    marks.set(key, { mark: worst, findings: all });
  });
  return marks;
}

/** The finding to go to when a marked cell is chosen: the next one of the cell after the chosen one, else its first. */
export function nextOfCell({ findings }: MarkedCell, chosen: number | null): number | null {
  const at = chosen === null ? -1 : findings.indexOf(chosen);
  return findings[(at + 1) % findings.length] ?? null;
}
