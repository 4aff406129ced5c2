/** What the checks say of one paragraph of 预算说明, below it. */
import { useMemo } from 'react';
import type { KeptFinding } from '../../shared/checks/finding.ts';
import { explained } from '../grid/grid-row.tsx';
import { madeOnce } from './made-once.ts';
import { useFindings } from './use-findings.ts';

/** Rules whose findings the editor tells itself while one types. */
const TOLD_THERE: ReadonlySet<string> = new Set(['narrative-figure', 'narrative-reason']);

export function ParagraphMarks({ section }: { readonly section: string }) {
  const asked = useFindings();
  const findings = asked.kind === 'ready' ? asked.value : null;
  const own = useMemo(() => (findings === null ? [] : (bySection(findings).get(section) ?? [])), [findings, section]);
  return own.map((finding) => (
    <p key={finding.key} className={`paragraph-note is-${finding.severity}`} title={explained(finding)}>
      {finding.message}
    </p>
  ));
}

const bySection = madeOnce((findings: readonly KeptFinding[]): ReadonlyMap<string, readonly KeptFinding[]> => {
  const sections = new Map<string, KeptFinding[]>();
  for (const finding of findings) {
    const { location, waived, ruleId } = finding;
    if (location.kind !== 'narrative' || waived !== undefined || TOLD_THERE.has(ruleId)) continue;
    sections.set(location.section, [...(sections.get(location.section) ?? []), finding]);
  }
  return sections;
});
