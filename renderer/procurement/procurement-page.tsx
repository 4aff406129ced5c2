/** 采购: the purchases of a budget, their totals, and the rules they follow. */
import { useState } from 'react';
import { NOTHING_SELECTED, selectionStatus } from '../state/selection-status.ts';
import { useReady } from '../state/use-ready.ts';
import { usePlace } from '../state/window-state.ts';
import { FailureBox, Loading, Shown } from '../ui/states.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { ItemsTab } from './items-tab.tsx';
import { RulesTab } from './rules-tab.tsx';
import { TotalsTab } from './totals-tab.tsx';
import { usePurchaseLookup } from './use-lookup.ts';
import { usePurchases } from './use-purchases.ts';
import { type KnownRules, useRuleSets } from './use-rule-sets.ts';
import '../styles/procurement.css';

const TABS = [
  { id: 'items', label: '采购明细' },
  { id: 'totals', label: '汇总' },
  { id: 'rules', label: '采购规则' },
] as const;
type TabId = (typeof TABS)[number]['id'];

export function ProcurementPage() {
  const [tab, setTab] = useState<TabId>('items');
  const turnTo = (next: TabId) => {
    selectionStatus.set(NOTHING_SELECTED);
    setTab(next);
  };
  const rules = useRuleSets();
  return (
    <div className="procurement-page">
      <Tabs label="采购" tabs={TABS} chosen={tab} onChoose={turnTo} />
      <div className="procurement-panel" role="tabpanel" aria-label={TABS.find((each) => each.id === tab)?.label}>
        <Shown asked={rules} what="采购规则">
          {(known) =>
            tab === 'rules' ? (
              <RulesTab rules={known} />
            ) : (
              <Purchased tab={tab} rules={known} onRules={() => turnTo('rules')} />
            )
          }
        </Shown>
      </div>
    </div>
  );
}

interface PurchasedProps {
  readonly tab: 'items' | 'totals';
  readonly rules: KnownRules;
  readonly onRules: () => void;
}

function Purchased({ tab, rules, onRules }: PurchasedProps) {
  const { stores, budget, unit } = usePlace();
  const shelf = stores.shelf('procurement', budget.id);
  const projects = stores.shelf('project', budget.id);
  const lines = stores.shelf('line', budget.id);
  const ready = [useReady(shelf), useReady(projects), useReady(lines)];
  const lookup = usePurchaseLookup(projects.store, lines.store);
  const purchases = usePurchases(shelf.store, lines.store, unit.level, rules.inForce);
  const failed = ready.find((each) => each.kind === 'failed');
  if (failed !== undefined) return <FailureBox failure={failed.failure} retry={failed.retry} />;
  if (lookup.kind === 'failed') return <FailureBox failure={lookup.failure} retry={lookup.retry} />;
  if (lookup.kind === 'loading' || ready.some((each) => each.kind === 'loading')) return <Loading what="采购明细" />;
  return tab === 'items' ? (
    <ItemsTab shelf={shelf} purchases={purchases} lookup={lookup.value} onRules={onRules} />
  ) : (
    <TotalsTab purchases={purchases} projects={projects.store} lines={lines.store} />
  );
}
