/** 采购规则: which rule sets apply to this unit and year and why, what they ask from which amount on, and a bureau's own. */
import { useState } from 'react';
import type { CallName, In } from '../../shared/api/contract.ts';
import type { Failure } from '../../shared/api/failure.ts';
import { entities } from '../../shared/entities/index.ts';
import { LEVELS, labelOf } from '../../shared/entities/vocabulary.ts';
import { call, failureOf } from '../api.ts';
import { queries } from '../state/query.ts';
import { usePlace } from '../state/window-state.ts';
import { FailureBox } from '../ui/states.tsx';
import { notify, notifyFailure } from '../ui/toasts.tsx';
import { RuleSetCard } from './rule-set-card.tsx';
import { Thresholds } from './thresholds.tsx';
import type { KnownRules } from './use-rule-sets.ts';

export function RulesTab({ rules }: { readonly rules: KnownRules }) {
  const { unit, budget, book, show } = usePlace();
  const [refused, setRefused] = useState<Failure | null>(null);
  const add = async () => {
    setRefused(null);
    try {
      const { number, replaced } = await call('procurement.addRuleSet', {});
      refresh();
      notify(replaced ? `已用文件里的内容替换${number}。` : `已添加${number}。`);
    } catch (error) {
      const failure = failureOf(error);
      setRefused(failure.code === 'CANCELLED' ? null : failure);
    }
  };
  const region = unit.region ?? '';
  return (
    <div className="rules-tab">
      <header className="page-head">
        <h1>采购规则</h1>
        <span className="muted">
          {labelOf(LEVELS, unit.level)} · {region === '' ? '行政区划未填' : region} · {budget.year}年
        </span>
        <button
          type="button"
          className="link"
          onClick={() => show('unit', { kind: 'row', entity: 'unit', id: unit.id, field: 'region' })}
        >
          改{entities.unit.label}信息
        </button>
        <span className="spring" />
        <button
          type="button"
          className="button"
          disabled={book.readOnly}
          title="添加财政部门下发的、或自己写的采购规则文件（JSON）"
          onClick={() => void add()}
        >
          添加规则文件
        </button>
      </header>
      <div className="rules-scroll">
        {refused === null ? null : <FailureBox failure={refused} />}
        <section aria-label="规则文件">
          <h2>本账套的采购规则</h2>
          <p className="muted">
            按单位的行政区划和预算年度自动选用。有新的通知时，把相近的规则“另存为文件”，改好文号、品目和金额（换一个
            id），再“添加规则文件”。
          </p>
          {rules.judged.map((judged) => (
            <RuleSetCard
              key={judged.set.id}
              judged={judged}
              year={budget.year}
              readOnly={book.readOnly}
              onExport={() => void exportSet(judged.set.id)}
              onRemove={() =>
                void changeSet('procurement.removeRuleSet', judged.set.id, `已移除${judged.set.number}，可在下面恢复。`)
              }
            />
          ))}
          {rules.removed.map(({ id, number, title }) => (
            <p key={id} className="rule-removed">
              已移除：{number} {title}
              <button
                type="button"
                className="link"
                disabled={book.readOnly}
                onClick={() => void changeSet('procurement.restoreRuleSet', id, `已恢复${number}。`)}
              >
                恢复
              </button>
            </p>
          ))}
        </section>
        <Thresholds sets={rules.inForce} level={unit.level} />
      </div>
    </div>
  );
}

/** Rule sets are no part of the book's revision: what depends on them is asked for again. */
function refresh(): void {
  const about: readonly CallName[] = ['procurement.ruleSets', 'check.run', 'overview.get', 'project.overview'];
  queries.invalidateQueries({ predicate: ({ queryKey }) => about.some((name) => name === queryKey[0]) });
}

async function changeSet(name: 'procurement.removeRuleSet' | 'procurement.restoreRuleSet', id: string, done: string) {
  try {
    const input: In<typeof name> = { id };
    await call(name, input);
    refresh();
    notify(done);
  } catch (error) {
    notifyFailure(failureOf(error));
  }
}

async function exportSet(id: string): Promise<void> {
  try {
    const written = await call('procurement.exportRuleSet', { id, jobId: crypto.randomUUID() });
    notify(`已写入“${written.name}”（${written.folder}）。`);
  } catch (error) {
    notifyFailure(failureOf(error));
  }
}
