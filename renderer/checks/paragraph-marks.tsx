/** What the checks say of one paragraph of 预算说明, below it. */
import type { KeptFinding } from '../../shared/checks/finding.ts';
import { inOrder } from '../../shared/checks/in-order.ts';
import { madeOnce } from '../../shared/shape/made-once.ts';
import { explained } from '../grid/grid-row.tsx';
import type { Findings } from './findings-index.ts';
import { useFindingsView } from './use-findings.ts';

/** Rules whose findings the editor tells itself while one types. */
const TOLD_THERE: ReadonlySet<string> = new Set(['narrative-figure', 'narrative-reason']);

export function ParagraphMarks({ section }: { readonly section: string }) {
  const view = useFindingsView();
  const own = view === null || view.failure !== null ? [] : (bySection(view.findings).get(section) ?? []);
  return own.map((finding) => (
    <p key={finding.key} className={`paragraph-note is-${finding.severity}`} title={explained(finding)}>
      {finding.message}
    </p>
  ));
}

const bySection = madeOnce((findings: Findings): ReadonlyMap<string, readonly KeptFinding[]> => {
  const sections = new Map<string, KeptFinding[]>();
  for (const finding of [...findings.beyondRows()].sort(inOrder)) {
    const { location, waived, ruleId } = finding;
    if (location.kind !== 'narrative' || waived !== undefined || TOLD_THERE.has(ruleId)) continue;
    sections.set(location.section, [...(sections.get(location.section) ?? []), finding]);
  }
  return sections;
});
