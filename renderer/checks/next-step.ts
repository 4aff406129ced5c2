/** What to do about a finding, in a sentence or two. */
import type { KeptFinding, Location } from '../../shared/checks/finding.ts';
import { entities } from '../../shared/entities/index.ts';
import type { Fields } from '../../shared/shape/shape.ts';
import { PAGES, type PageId } from '../state/pages.ts';
import { pageOf } from './places.ts';

export function nextStep(finding: KeptFinding): string {
  if (finding.waived !== undefined) return '已放行，不再计入待处理。情况变了，放行自动失效，这里会重新提出来。';
  return `${howTo(finding)}${RELEASE[finding.severity]}`;
}

const RELEASE = {
  error: '改正以前不能上报。',
  warning: '核实无误、确实不用改的，可以放行并写明理由。',
  advice: '供参考；不用改的可以放行，以后不再提示。',
} as const;

function howTo(finding: KeptFinding): string {
  const { fix, location } = finding;
  if (fix !== undefined) return `点“${fix.label}”就能改好，改后可以撤销；也可以到原处自己改。`;
  const page = labelOf(pageOf(finding));
  switch (location.kind) {
    case 'cell':
      return '表中的数由明细汇总，不能直接改：到公开表看它由哪些明细组成，改有误的那一条。';
    case 'table':
      return '到公开表看这张表缺什么，再到收入、支出页补录明细。';
    case 'narrative':
      return '到“文档”页改这一段说明。';
    case 'budget':
      return `到“${page}”页补齐。`;
    case 'row':
      return `到“${page}”页${fieldAt(location)}。`;
  }
}

function fieldAt({ entity, field }: Extract<Location, { kind: 'row' }>): string {
  const fields: Fields = entities[entity].fields;
  const label = field === null ? undefined : fields[field]?.label;
  return label === undefined ? '补齐这一项' : `改“${label}”这一栏`;
}

export function labelOf(page: PageId): string {
  return PAGES.find(({ id }) => id === page)?.label ?? page;
}
