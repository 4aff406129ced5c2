/** 单位信息: the unit, this year's budget, its assets, last year's totals and the code lists. */
import { useState } from 'react';
import { budget as budgetEntity } from '../../shared/entities/budget.ts';
import { unit as unitEntity } from '../../shared/entities/unit.ts';
import type { CellValue, Values } from '../../shared/intake/values.ts';
import type { Fields } from '../../shared/shape/shape.ts';
import { useMarks } from '../checks/use-marks.ts';
import { RowForm } from '../forms/row-form.tsx';
import { useRowSaver } from '../forms/use-row-saver.ts';
import { useCall } from '../state/query.ts';
import { unpackRows } from '../state/unpack-rows.ts';
import { usePlace } from '../state/window-state.ts';
import { Tabs } from '../ui/tabs.tsx';
import { Theme } from '../ui/theme.tsx';
import { CodesTab } from './codes-tab.tsx';
import { SmallGrid } from './small-grid.tsx';

const TABS = [
  { id: 'unit', label: '单位' },
  { id: 'budget', label: '预算与说明' },
  { id: 'asset', label: '国有资产' },
  { id: 'prior', label: '上年数' },
  { id: 'code', label: '科目表' },
] as const;
type TabId = (typeof TABS)[number]['id'];

const UNIT_FIELDS = Object.keys(unitEntity.fields);
/** Unit, year and stage name the budget and are chosen in the header; it is handed in on the page of the checks. */
const BUDGET_FIELDS = Object.keys(budgetEntity.fields).filter(
  (key) => !['unitId', 'year', 'stage', 'status'].includes(key),
);

export function UnitPage() {
  const { goTo } = usePlace();
  const asked = goTo?.kind === 'row' ? TABS.find((tab) => tab.id === goTo.entity)?.id : undefined;
  const [tab, setTab] = useState<TabId>(asked ?? 'unit');
  const focus = goTo?.kind === 'row' ? goTo.field : null;
  return (
    <div className="unit-page">
      <Tabs label="单位信息" tabs={TABS} chosen={tab} onChoose={setTab} />
      <div className="unit-panel" role="tabpanel" aria-label={TABS.find((each) => each.id === tab)?.label}>
        {tab === 'unit' ? <UnitForm focus={focus} /> : null}
        {tab === 'budget' ? <BudgetForm focus={focus} /> : null}
        {tab === 'asset' || tab === 'prior' ? <SmallGrid key={tab} entity={tab} /> : null}
        {tab === 'code' ? <CodesTab /> : null}
      </div>
    </div>
  );
}

function UnitForm({ focus }: { readonly focus: string | null }) {
  const { unit, book } = usePlace();
  const save = useRowSaver('unit', unit);
  const marks = useMarks('unit');
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
        marks={marks.get(unit.id)}
        refs={others.map((each) => ({ value: each.id, label: `${each.code} ${each.name}` }))}
        onSave={save}
      />
    </Theme>
  );
}

function BudgetForm({ focus }: { readonly focus: string | null }) {
  const { budget, book } = usePlace();
  const save = useRowSaver('budget', budget);
  const marks = useMarks('budget');
  return (
    <Theme>
      <RowForm
        fields={budgetEntity.fields}
        shown={BUDGET_FIELDS}
        values={valuesOf(budgetEntity.fields, budget)}
        disabled={book.readOnly || budget.status !== 'draft'}
        focus={focus}
        marks={marks.get(budget.id)}
        onSave={save}
      />
    </Theme>
  );
}

const valuesOf = (fields: Fields, row: object): Values => {
  const all = row as Readonly<Record<string, CellValue>>;
  return Object.fromEntries(Object.keys(fields).map((key) => [key, all[key] ?? null]));
};
