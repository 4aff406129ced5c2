/** What stands around a purchase: the year's others of its 品目, and the money it is paid from. */
import { amountSentence, amountsSentence } from '../../shared/money/amount-sentence.ts';
import type { Assessment } from '../../shared/procurement/assess.ts';
import type { Money } from './money.ts';

export function BatchView({ assessment: { batch, split } }: { readonly assessment: Assessment }) {
  if (batch === null && split === null) return null;
  return (
    <section className="purchase-section" aria-label="本年同一品目">
      <h3>本年同一品目</h3>
      {batch === null ? null : (
        <p>
          同一项目共 {batch.count} 笔，合计 <b>{amountSentence(batch.amount)}</b>。
          {batch.stricter === null ? '合起来看，适用的规定和单笔相同。' : `单项或批量都算：${batch.stricter.text}`}
        </p>
      )}
      {split === null ? null : (
        <p className={split.within === 'project' ? 'is-problem' : ''}>
          {split.within === 'project' ? '这个项目' : '各项目合起来'}不用公开招标的有 {split.count} 笔，合计{' '}
          {amountSentence(split.amount)}，超过公开招标数额标准。
        </p>
      )}
    </section>
  );
}

interface MoneyViewProps {
  readonly money: readonly Money[];
  readonly nameOf: (money: Money) => string;
}

export function MoneyView({ money, nameOf }: MoneyViewProps) {
  if (money.length === 0) return null;
  return (
    <section className="purchase-section" aria-label="资金">
      <h3>资金</h3>
      {money.map((each) => {
        const rest = each.budgeted - each.bought;
        const said = amountsSentence(each.budgeted, each.bought);
        return (
          <div key={each.of} className="purchase-money">
            <p>{nameOf(each)}</p>
            <dl>
              <dt>预算</dt>
              <dd>{said(each.budgeted)}</dd>
              <dt>采购合计</dt>
              <dd>{said(each.bought)}</dd>
              <dt>{rest < 0 ? '超出' : '还剩'}</dt>
              <dd className={rest < 0 ? 'is-problem' : ''}>{said(Math.abs(rest))}</dd>
            </dl>
          </div>
        );
      })}
    </section>
  );
}
