/** 国有资产, 上年数 and 自增科目: small grids whose columns come straight from the field lists. */
import { useMemo } from 'react';
import { type EntityName, entities } from '../../shared/entities/index.ts';
import type { Values } from '../../shared/intake/values.ts';
import type { Fields } from '../../shared/shape/shape.ts';
import { FillPrior } from '../carry/fill-prior.tsx';
import { useMarks } from '../checks/use-marks.ts';
import { useLookup } from '../codes/use-lookup.ts';
import type { GridColumn } from '../grid/column.ts';
import { GridPage } from '../grid/grid-page.tsx';
import { useReady } from '../state/use-ready.ts';
import { usePlace } from '../state/window-state.ts';
import { FailureBox, Loading } from '../ui/states.tsx';

const WIDTHS: Readonly<Record<string, number>> = {
  kind: 220,
  measure: 260,
  name: 220,
  quantity: 110,
  amount: 170,
  value: 170,
  rounded: 110,
  note: 280,
  catalogue: 190,
  fromYear: 100,
  code: 130,
  govIfAdministrative: 210,
  govIfInstitution: 210,
};
const HINTS = {
  asset: '国有资产占有使用情况，用于公开说明',
  prior: '与上年比较用；抄自公开万元表的数，勾选“只有万元数”',
  code: '新年度新增、科目表里没有的科目在此登记，录入时即可选用',
} as const;

export function SmallGrid({ entity }: { readonly entity: keyof typeof HINTS }) {
  const { stores, budget, amountUnit } = usePlace();
  const shelf = stores.shelf(entity, entities[entity].parent === 'book' ? null : budget.id);
  const ready = useReady(shelf);
  const lookup = useLookup(budget.year, null, amountUnit);
  const marks = useMarks(entity);
  const columns = useMemo(() => columnsOf(entity), [entity]);
  if (ready.kind === 'failed') return <FailureBox failure={ready.failure} retry={ready.retry} />;
  if (ready.kind === 'loading') return <Loading what={entities[entity].label} />;
  const session = stores.session(entity, shelf, () => ({ include: () => true, defaults: () => emptyRow(entity) }));
  return (
    <GridPage
      name={entity}
      title={entities[entity].label}
      hint={HINTS[entity]}
      shelf={shelf}
      session={session}
      columns={columns}
      lookup={lookup}
      marks={marks}
      actions={entity === 'prior' ? <FillPrior /> : null}
    />
  );
}

function columnsOf(entity: EntityName): readonly GridColumn[] {
  const fields: Fields = entities[entity].fields;
  return Object.entries(fields).map(([key, field], index) => {
    const column = {
      key,
      field,
      width: WIDTHS[key] ?? 140,
      ...(field.kind === 'boolean' ? { align: 'center' as const } : {}),
    };
    return index === 0 ? { ...column, frozen: true } : column;
  });
}

function emptyRow(entity: EntityName): Values {
  const fields: Fields = entities[entity].fields;
  return Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, field.kind === 'boolean' ? false : null]),
  );
}
