/** Which group of 审核 a finding belongs to: by severity, table, project or rule. */
import { type KeptFinding, SEVERITY_LABELS, SEVERITY_ORDER, type Severity } from '../../shared/checks/finding.ts';
import { madeOnce } from '../../shared/shape/made-once.ts';
import { PAGES, type PageId } from '../state/pages.ts';
import { pageOf } from './places.ts';
import type { GroupingId } from './review-state.ts';

const MEANINGS: Readonly<Record<Severity, string>> = {
  error: '上报前必须改正',
  warning: '请核实',
  advice: '供参考',
};

/** What findings are about, by the page that mends them: the list that is entered there, or the printed tables. */
const LISTS: Readonly<Partial<Record<PageId, string>>> = {
  unit: '单位信息',
  income: '收入明细',
  spending: '支出明细',
  projects: '项目',
  procurement: '采购明细',
  goals: '绩效目标表',
  tables: '公开表',
  document: '预算说明',
};
/** In the order of the pages, for filtering. */
export const KINDS = PAGES.flatMap(({ id }) => {
  const label = LISTS[id];
  return label === undefined ? [] : [{ id, label }];
});

/** What groups are called by. */
export interface GroupNames {
  /** Projects in book order. */
  readonly projects: ReadonlyMap<number, string>;
  /** 表1 收支总表 … by number. */
  readonly tables: ReadonlyMap<number, string>;
  /** What each rule asks for, by id. */
  readonly rules: ReadonlyMap<string, string>;
}

export interface Group {
  readonly key: string;
  readonly label: string;
  /** Groups come by rank, those of one rank as their first findings do. */
  readonly rank: number;
}

const LAST = Number.MAX_SAFE_INTEGER;

export function groupOf(finding: KeptFinding, grouping: GroupingId, names: GroupNames): Group {
  const { severity, ruleId, location, project } = finding;
  switch (grouping) {
    case 'severity': {
      const label = `${SEVERITY_LABELS[severity]}　${MEANINGS[severity]}`;
      return { key: severity, label, rank: SEVERITY_ORDER[severity] };
    }
    case 'table': {
      const no = location.kind === 'cell' ? location.cell.table : location.kind === 'table' ? location.table : null;
      if (no !== null) return { key: `table:${no}`, label: names.tables.get(no) ?? `表${no}`, rank: no };
      const page = pageOf(finding);
      const rank = 1_000 + PAGES.findIndex(({ id }) => id === page);
      return { key: `list:${page}`, label: LISTS[page] ?? page, rank };
    }
    case 'project':
      if (project === null) return { key: 'project:', label: '不属于某个项目', rank: LAST };
      return {
        key: `project:${project}`,
        label: names.projects.get(project) ?? `项目${project}`,
        rank: placesOf(names.projects).get(project) ?? LAST - 1,
      };
    case 'rule':
      return { key: `rule:${ruleId}`, label: names.rules.get(ruleId) ?? ruleId, rank: SEVERITY_ORDER[severity] };
  }
}

/** The place of each project in the book. */
const placesOf = madeOnce(
  (projects: ReadonlyMap<number, string>): ReadonlyMap<number, number> =>
    new Map([...projects.keys()].map((id, place) => [id, place] as const)),
);
