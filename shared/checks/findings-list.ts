/** The findings about a budget as a list to print: in the order they are told, those that are waived last with their reason. */
import { type KeptFinding, SEVERITY_LABELS } from './finding.ts';
import { inOrder } from './in-order.ts';
import { countFindings, countsText, isOpen } from './open-findings.ts';
import { rowPlace } from './registry.ts';

export interface ListWords {
  readonly unitName: string;
  readonly year: number;
  /** Label of the budget's stage. */
  readonly stage: string;
  /** Day of the list, YYYY-MM-DD. */
  readonly day: string;
  readonly projectName: (id: number) => string | null;
}

export interface ListedFinding {
  readonly severity: string;
  /** Where it is mended, e.g. `表5` or `预算明细·金额`. */
  readonly place: string;
  /** Of the project it concerns; empty where it concerns none. */
  readonly project: string;
  readonly message: string;
  readonly basis: string;
}

export interface ListedWaiver extends ListedFinding {
  readonly reason: string;
  readonly madeBy: string;
  readonly madeOn: string;
}

export interface FindingsList {
  readonly title: string;
  /** How many there are, in a sentence, after the day. */
  readonly sum: string;
  readonly open: readonly ListedFinding[];
  readonly waived: readonly ListedWaiver[];
}

export function findingsList(findings: readonly KeptFinding[], words: ListWords): FindingsList {
  const sorted = [...findings].sort(inOrder);
  const counts = countFindings(sorted);
  const kept = counts.waived === 0 ? '' : `；已说明理由 ${counts.waived} 条`;
  return {
    title: `${words.unitName}${words.year}年单位预算审核结果`,
    sum: `${words.stage}　${words.day}　${sorted.length === 0 ? '审核没有发现问题' : `${countsText(counts)}${kept}`}。`,
    open: sorted.filter(isOpen).map((finding) => listed(finding, words)),
    waived: sorted.flatMap((finding) => {
      const { waived: why } = finding;
      if (why === undefined) return [];
      const { reason, madeBy, madeOn } = why;
      return [{ ...listed(finding, words), reason, madeBy: madeBy ?? '', madeOn: madeOn ?? '' }];
    }),
  };
}

function listed(finding: KeptFinding, { projectName }: ListWords): ListedFinding {
  const { severity, message, basis, project } = finding;
  return {
    severity: SEVERITY_LABELS[severity],
    place: placeWords(finding),
    project: project === null ? '' : (projectName(project) ?? ''),
    message,
    basis,
  };
}

function placeWords({ location }: KeptFinding): string {
  switch (location.kind) {
    case 'cell':
      return `表${location.cell.table}`;
    case 'table':
      return `表${location.table}`;
    case 'row':
      return rowPlace(location.entity, location.field);
    case 'narrative':
      return '预算说明';
    case 'budget':
      return '单位信息';
    default:
      return location satisfies never;
  }
}
