/** What the rules decide about a purchase: each answer with its document, its section and the conditions that led there. */
import { Fragment } from 'react';
import type { Assessment } from '../../shared/procurement/assess.ts';
import type { Verdict } from '../../shared/procurement/decide.ts';
import { named, verdictOn } from '../../shared/procurement/methods.ts';
import { TOPICS, type Topic } from '../../shared/procurement/spec.ts';

const TITLES: Readonly<Record<Topic, string>> = {
  organisation: '组织形式',
  method: '采购方式',
  openTender: '招标',
  imported: '进口产品',
  sme: '中小企业',
};

interface DecisionViewProps {
  readonly assessment: Assessment;
  readonly method: string | null;
  readonly disabled: boolean;
  readonly onMethod: (method: string) => void;
}

export function DecisionView({ assessment, method, disabled, onMethod }: DecisionViewProps) {
  const { decision, permitted } = assessment;
  if (decision.verdicts.length === 0) return null;
  return (
    <section className="purchase-section" aria-label="判断和依据">
      <h3>判断和依据</h3>
      <dl>
        {TOPICS.map((topic) => {
          const verdict = verdictOn(decision, topic);
          if (verdict !== undefined) return <VerdictView key={topic} verdict={verdict} />;
          return topic === 'openTender' ? <NoTender key={topic} /> : null;
        })}
        {decision.catalogue === null ? null : (
          <>
            <dt>目录</dt>
            <dd>
              {decision.catalogue.code} {decision.catalogue.name}
              {decision.catalogue.remark === undefined ? null : (
                <span className="purchase-remark">备注：{decision.catalogue.remark}</span>
              )}
            </dd>
          </>
        )}
        {decision.exceptions.map(({ text, basis }) => (
          <Fragment key={text}>
            <dt>例外</dt>
            <dd>
              {text}
              <span className="finding-basis">{basis}</span>
            </dd>
          </Fragment>
        ))}
      </dl>
      {permitted.length === 0 ? null : (
        <ul className="purchase-methods" aria-label="可用的采购方式，点选即填入">
          {permitted.map((name) => {
            const chosen = method !== null && named(method, [name]);
            return (
              <li key={name}>
                <button
                  type="button"
                  className={chosen ? 'button is-chosen' : 'button'}
                  aria-pressed={chosen}
                  disabled={disabled}
                  title={chosen ? '已选的采购方式' : `采购方式填“${name}”`}
                  onClick={() => onMethod(name)}
                >
                  {name}
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function NoTender() {
  return (
    <>
      <dt>{TITLES.openTender}</dt>
      <dd>没有达到必须招标的数额标准。</dd>
    </>
  );
}

function VerdictView({ verdict: { topic, text, basis, because } }: { readonly verdict: Verdict }) {
  return (
    <>
      <dt>{TITLES[topic]}</dt>
      <dd>
        {text}
        <span className="finding-basis">
          {basis}
          {because.length === 0 ? null : `（因为：${because.join('、')}）`}
        </span>
      </dd>
    </>
  );
}
