/** 单位信息: the unit, this year's budget, its assets and last year's totals. */
import { useMemo, useState } from 'react';
import type { In } from '../../shared/api/contract.ts';
import type { Failure } from '../../shared/api/failure.ts';
import { budget as budgetEntity } from '../../shared/entities/budget.ts';
import { type EntityName, entities } from '../../shared/entities/index.ts';
import { unit as unitEntity } from '../../shared/entities/unit.ts';
import type { CellValue, Values } from '../../shared/intake/values.ts';
import type { Fields } from '../../shared/shape/shape.ts';
import { call, failureOf } from '../api.ts';
import { useMarks } from '../checks/use-marks.ts';
import { useLookup } from '../codes/use-lookup.ts';
import { RowForm } from '../forms/row-form.tsx';
import type { GridColumn } from '../grid/column.ts';
import { GridPage } from '../grid/grid-page.tsx';
import { takeState } from '../state/events.ts';
import { useCall } from '../state/query.ts';
import { unpackRows } from '../state/unpack-rows.ts';
import { useReady } from '../state/use-ready.ts';
import { usePlace } from '../state/window-state.ts';
import { FailureBox, Loading } from '../ui/states.tsx';
import { Theme } from '../ui/theme.tsx';

const TABS = [
  { id: 'unit', label: '单位' },
  { id: 'budget', label: '预算与说明' },
  { id: 'asset', label: '国有资产' },
  { id: 'prior', label: '上年数' },
] as const;
type TabId = (typeof TABS)[number]['id'];

const UNIT_FIELDS = Object.keys(unitEntity.fields);
/** Unit, year and stage name the budget; they are chosen in the header. */
const BUDGET_FIELDS = Object.keys(budgetEntity.fields).filter((key) => !['unitId', 'year', 'stage'].includes(key));

export function UnitPage() {
  const { goTo } = usePlace();
  const asked = goTo?.kind === 'row' ? TABS.find((tab) => tab.id === goTo.entity)?.id : undefined;
  const [tab, setTab] = useState<TabId>(asked ?? 'unit');
  const focus = goTo?.kind === 'row' ? goTo.field : null;
  return (
    <div className="unit-page">
      <div className="tabs" role="tablist" aria-label="单位信息">
        {TABS.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            role="tab"
            aria-selected={id === tab}
            className={id === tab ? 'tab is-current' : 'tab'}
            onClick={() => setTab(id)}
          >
            {label}
          </button>
        ))}
      </div>
      <div className="unit-panel" role="tabpanel" aria-label={TABS.find((each) => each.id === tab)?.label}>
        {tab === 'unit' ? <UnitForm focus={focus} /> : null}
        {tab === 'budget' ? <BudgetForm focus={focus} /> : null}
        {tab === 'asset' || tab === 'prior' ? <SmallGrid key={tab} entity={tab} /> : null}
      </div>
    </div>
  );
}

function UnitForm({ focus }: { readonly focus: string | null }) {
  const { unit, book } = usePlace();
  const units = useCall('unit.list', { parentId: null });
  const others = units.kind === 'ready' ? unpackRows<'unit'>(units.value).filter((each) => each.id !== unit.id) : [];
  return (
    <Theme>
      <RowForm
        fields={unitEntity.fields}
        shown={UNIT_FIELDS}
        values={valuesOf(unitEntity.fields, unit)}
        disabled={book.readOnly}
        focus={focus}
        refs={others.map((each) => ({ value: each.id, label: `${each.code} ${each.name}` }))}
        onSave={(field, value) =>
          save('unit.apply', null, unitEntity.fields[field as keyof typeof unitEntity.fields].label, {
            ...unit,
            [field]: value,
          })
        }
      />
    </Theme>
  );
}

function BudgetForm({ focus }: { readonly focus: string | null }) {
  const { budget, book } = usePlace();
  return (
    <Theme>
      <RowForm
        fields={budgetEntity.fields}
        shown={BUDGET_FIELDS}
        values={valuesOf(budgetEntity.fields, budget)}
        disabled={book.readOnly}
        focus={focus}
        onSave={(field, value) =>
          save('budget.apply', null, budgetEntity.fields[field as keyof typeof budgetEntity.fields].label, {
            ...budget,
            [field]: value,
          })
        }
      />
    </Theme>
  );
}

const valuesOf = (fields: Fields, row: object): Values => {
  const all = row as Readonly<Record<string, CellValue>>;
  return Object.fromEntries(Object.keys(fields).map((key) => [key, all[key] ?? null]));
};

/** Saves one row with one field changed, as one step of history. */
async function save<N extends 'unit' | 'budget'>(
  name: `${N}.apply`,
  parentId: null,
  label: string,
  row: object,
): Promise<Failure | null> {
  const { parentId: _parent, ...draft } = row as { readonly parentId: unknown };
  try {
    // The row came from the core; one field was replaced by a value that was checked against its declaration.
    const input = { parentId, label: `修改“${label}”`, save: [draft], remove: [] } as unknown as In<`${N}.apply`>;
    const answer = await call(name, input);
    takeState((answer as { readonly state: Parameters<typeof takeState>[0] }).state);
    return null;
  } catch (error) {
    return failureOf(error);
  }
}

const WIDTHS: Readonly<Record<string, number>> = {
  kind: 220,
  measure: 260,
  name: 220,
  quantity: 110,
  amount: 170,
  value: 170,
  rounded: 110,
  note: 280,
};
const HINTS = {
  asset: '国有资产占有使用情况，用于公开说明',
  prior: '与上年比较用；抄自公开万元表的数，勾选“只有万元数”',
} as const;

/** 国有资产 and 上年数: columns straight from the field list. */
function SmallGrid({ entity }: { readonly entity: 'asset' | 'prior' }) {
  const { stores, budget, amountUnit } = usePlace();
  const shelf = stores.shelf(entity, budget.id);
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
