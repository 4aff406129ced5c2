/** 项目: one grid, with the amount of each project's lines beside its name. */
import { useMemo } from 'react';
import { project } from '../../shared/entities/project.ts';
import { showAmount } from '../../shared/intake/show-cell.ts';
import type { Values } from '../../shared/intake/values.ts';
import { useMarks } from '../checks/use-marks.ts';
import { useLookup } from '../codes/use-lookup.ts';
import type { GridColumn } from '../grid/column.ts';
import { GridPage } from '../grid/grid-page.tsx';
import { useProjectAmounts } from '../lines/use-project-amounts.ts';
import { useReady } from '../state/use-ready.ts';
import { usePlace } from '../state/window-state.ts';
import { FailureBox, Loading } from '../ui/states.tsx';

const { fields } = project;
const AMOUNT = { kind: 'fen', label: '支出金额', help: '这个项目各条支出明细之和，在“支出”页录入。' } as const;

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
      },
      { key: 'category', field: fields.category, width: 112 },
      { key: 'code', field: fields.code, width: 150 },
      { key: 'startsOn', field: fields.startsOn, width: 110 },
      { key: 'endsOn', field: fields.endsOn, width: 110 },
      { key: 'continues', field: fields.continues, width: 88, align: 'center' },
      { key: 'confidential', field: fields.confidential, width: 64, align: 'center' },
      { key: 'note', field: fields.note, width: 260 },
    ],
    [amounts, amountUnit],
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
    </div>
  );
}
