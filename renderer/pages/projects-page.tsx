/** 项目: one grid, with the amount of each project's lines beside its name. */
import { useMemo } from 'react';
import { project } from '../../shared/entities/project.ts';
import { showAmount } from '../../shared/intake/show-cell.ts';
import type { Values } from '../../shared/intake/values.ts';
import type { ProjectOverview } from '../../shared/projects/types.ts';
import { useMarks } from '../checks/use-marks.ts';
import { useLookup } from '../codes/use-lookup.ts';
import type { GridColumn } from '../grid/column.ts';
import { GridPage } from '../grid/grid-page.tsx';
import { useProjectAmounts } from '../lines/use-project-amounts.ts';
import { COMPLETENESS } from '../projects/completeness.ts';
import { ProjectCard } from '../projects/project-card.tsx';
import { useCall } from '../state/query.ts';
import { selectionStatus } from '../state/selection-status.ts';
import { useSignal } from '../state/signal.ts';
import { useReady } from '../state/use-ready.ts';
import { usePlace } from '../state/window-state.ts';
import { FailureBox, Loading } from '../ui/states.tsx';

const { fields } = project;
const AMOUNT = { kind: 'fen', label: '支出金额', help: '这个项目各条支出明细之和，在“支出”页录入。' } as const;

const STATE = { kind: 'text', label: '完整性', maxLength: 20, help: '齐全：有明细、绩效目标，审核没有问题。' } as const;
const GOALS = { kind: 'text', label: '绩效目标', maxLength: 20, help: '绩效目标表的指标个数。' } as const;
const PROCUREMENT = { kind: 'fen', label: '政府采购', help: '这个项目各条采购明细之和。' } as const;
const FINDINGS = { kind: 'text', label: '审核', maxLength: 20, help: '错误和警告的个数，在“审核”页查看。' } as const;

const newProject = (above: Values | null): Values => ({
  code: null,
  name: null,
  category: above?.category ?? 'specificTarget',
  startsOn: null,
  endsOn: null,
  continues: false,
  confidential: false,
  note: null,
  lineage: null,
});

export function ProjectsPage() {
  const { stores, budget, amountUnit } = usePlace();
  const shelf = stores.shelf('project', budget.id);
  const lines = stores.shelf('line', budget.id);
  const ready = useReady(shelf);
  const lookup = useLookup(budget.year, shelf.store, amountUnit);
  const amounts = useProjectAmounts(lines.store);
  const marks = useMarks('project');
  const asked = useCall('project.overview', { budgetId: budget.id });
  const all = asked.kind === 'ready' ? asked.value : null;
  const overviews = useMemo(() => new Map((all ?? []).map((one) => [one.project.id, one])), [all]);
  const { record } = useSignal(selectionStatus);
  const one = record?.entity === 'project' ? overviews.get(record.id) : undefined;
  const columns = useMemo(
    (): readonly GridColumn[] => [
      { key: 'name', field: fields.name, width: 360, frozen: true },
      {
        key: 'amount',
        field: AMOUNT,
        width: 150,
        align: 'right',
        computed: (id) => {
          const amount = id === null ? undefined : amounts.get(id);
          return amount === undefined ? '' : showAmount(amount, amountUnit);
        },
        value: (id) => amounts.get(id ?? -1) ?? null,
      },
      {
        key: 'state',
        field: STATE,
        width: 84,
        align: 'center',
        computed: told(overviews, ({ completeness }) => COMPLETENESS[completeness].label),
        tone: (id) => {
          const found = overviews.get(id ?? -1);
          return found === undefined ? null : COMPLETENESS[found.completeness].tone;
        },
      },
      {
        key: 'goals',
        field: GOALS,
        width: 92,
        computed: told(overviews, ({ goalSheetId, indicators }) =>
          goalSheetId === null ? '缺' : `${indicators} 个指标`,
        ),
      },
      {
        key: 'procurement',
        field: PROCUREMENT,
        width: 120,
        computed: told(overviews, ({ procurement }) => (procurement === 0 ? '' : showAmount(procurement, amountUnit))),
        value: (id) => overviews.get(id ?? -1)?.procurement ?? null,
      },
      { key: 'findings', field: FINDINGS, width: 110, computed: told(overviews, findingsText) },
      { key: 'category', field: fields.category, width: 112 },
      { key: 'code', field: fields.code, width: 150 },
      { key: 'startsOn', field: fields.startsOn, width: 110 },
      { key: 'endsOn', field: fields.endsOn, width: 110 },
      { key: 'continues', field: fields.continues, width: 88, align: 'center' },
      { key: 'confidential', field: fields.confidential, width: 64, align: 'center' },
      { key: 'note', field: fields.note, width: 260 },
    ],
    [amounts, amountUnit, overviews],
  );
  if (ready.kind === 'failed') return <FailureBox failure={ready.failure} retry={ready.retry} />;
  if (ready.kind === 'loading') return <Loading what="项目" />;
  const session = stores.session('projects', shelf, () => ({ include: () => true, defaults: newProject }));
  return (
    <div className="split">
      <GridPage
        name="projects"
        title="项目"
        hint="名称与项目库、绩效目标表一字不差；金额来自支出明细"
        shelf={shelf}
        session={session}
        columns={columns}
        lookup={lookup}
        marks={marks}
      />
      {one === undefined || all === null ? null : <ProjectCard one={one} all={all} />}
    </div>
  );
}

/** The text of a computed column, from a project's overview. */
function told(overviews: ReadonlyMap<number, ProjectOverview>, text: (one: ProjectOverview) => string) {
  return (id: number | null): string => {
    const one = id === null ? undefined : overviews.get(id);
    return one === undefined ? '' : text(one);
  };
}

function findingsText({ findings: { error, warning } }: ProjectOverview): string {
  return [error > 0 ? `${error} 错误` : '', warning > 0 ? `${warning} 警告` : '']
    .filter((part) => part !== '')
    .join(' ');
}
