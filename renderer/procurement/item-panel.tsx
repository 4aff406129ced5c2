/** Beside the grid: what applies to the selected purchase, why, what is wrong and how it is mended, and its money. */

import { procurementItem } from '../../shared/entities/procurement-item.ts';
import { labelOf } from '../../shared/entities/vocabulary.ts';
import type { Values } from '../../shared/intake/values.ts';
import { amountSentence } from '../../shared/money/amount-sentence.ts';
import { formatYuan } from '../../shared/money/format.ts';
import { ORGANISATIONS } from '../../shared/procurement/describe.ts';
import { verdictOn } from '../../shared/procurement/methods.ts';
import type { Field, Fields } from '../../shared/shape/shape.ts';
import type { GridRow } from '../grid/compose-row.ts';
import { usePlace } from '../state/window-state.ts';
import { BatchView, MoneyView } from './batch-view.tsx';
import { DecisionView } from './decision-view.tsx';
import type { Judged, JudgedFinding } from './judge.ts';
import type { Desk } from './use-judge.ts';

const fields: Fields = procurementItem.fields;

/** Sets fields of a row, as one step of history named `label`. */
export type Mend = (row: GridRow, values: Values, label: string) => void;

interface ItemPanelProps {
  readonly row: GridRow | null;
  readonly desk: Desk;
  readonly readOnly: boolean;
  /** Whether any rule set in force says how purchases are organised. */
  readonly ruled: boolean;
  readonly onMend: Mend;
  readonly onRules: () => void;
}

export function ItemPanel({ row, desk, readOnly, ruled, onMend, onRules }: ItemPanelProps) {
  const { unit, show } = usePlace();
  const judged = row === null ? null : desk.judge(row);
  const regionKnown = unit.region !== null && unit.region !== '';
  return (
    <aside className="purchase-panel" aria-label="所选采购">
      {ruled ? null : (
        <p className="notice">
          没有适用的集中采购目录和限额标准，无法判断采购方式。
          <button type="button" className="link" onClick={onRules}>
            查看采购规则
          </button>
          {regionKnown ? null : (
            <button
              type="button"
              className="link"
              onClick={() => show('unit', { kind: 'row', entity: 'unit', id: unit.id, field: 'region' })}
            >
              填写行政区划
            </button>
          )}
        </p>
      )}
      {row === null || judged === null ? (
        <Guide />
      ) : (
        <Told judged={judged} row={row} desk={desk} readOnly={readOnly} onMend={onMend} />
      )}
    </aside>
  );
}

function Guide() {
  return (
    <div className="purchase-guide">
      <h2>边录边判断</h2>
      <p>填好品目（或类别）和金额，这里就显示：</p>
      <ul>
        <li>组织形式：集中采购、部门集中采购、分散采购，还是限额标准以下；</li>
        <li>可以用哪些采购方式，要不要公开招标；</li>
        <li>依据哪个文件的哪一部分，以及目录备注；</li>
        <li>同一品目全年合计，项目的钱够不够，预留给中小企业的份额。</li>
      </ul>
    </div>
  );
}

interface ToldProps {
  readonly judged: Judged;
  readonly row: GridRow;
  readonly desk: Desk;
  readonly readOnly: boolean;
  readonly onMend: Mend;
}

function Told({ judged, row, desk, readOnly, onMend }: ToldProps) {
  const { item, assessment, findings, money } = judged;
  const answer = verdictOn(assessment.decision, 'organisation')?.answer;
  const short = money.filter(({ budgeted, bought }) => bought > budgeted);
  return (
    <>
      <header>
        <h2>{item.name === '' ? '（未填采购内容）' : item.name}</h2>
        <p className="purchase-amount">
          <b>{formatYuan(item.amount, { group: true })} 元</b>
          {answer === undefined ? null : (
            <span className={`organisation is-${answer}`}>{ORGANISATIONS[answer] ?? answer}</span>
          )}
        </p>
      </header>
      {findings.length + short.length === 0 ? null : (
        <ul className="purchase-findings" aria-label="这笔采购的问题" aria-live="polite">
          {short.map((each) => (
            <li key={each.of} className="purchase-finding is-error">
              <p>{desk.overspent(each)}</p>
              <p>减少采购金额，或到“支出”增加{each.of === 'project' ? '这个项目' : '这条明细'}的金额。</p>
            </li>
          ))}
          {findings.map((finding) => (
            <FindingView
              key={finding.ruleId}
              finding={finding}
              disabled={readOnly}
              onMend={(values, label) => onMend(row, values, label)}
            />
          ))}
        </ul>
      )}
      <DecisionView
        assessment={assessment}
        method={item.method}
        disabled={readOnly}
        onMethod={(method) => onMend(row, { method }, `采购方式改为“${method}”`)}
      />
      <BatchView assessment={assessment} />
      <MoneyView money={money} nameOf={desk.payerName} />
    </>
  );
}

/** What a fix fills in: `采购方式：公开招标`. */
function mended(values: Values): string {
  return Object.entries(values)
    .map(([key, value]) => {
      const field: Field | undefined = fields[key];
      if (field?.kind === 'fen' && typeof value === 'number') return `${field.label}：${amountSentence(value)}`;
      if (field?.kind === 'enum') return `${field.label}：${labelOf(field.options, String(value))}`;
      return `${field?.label ?? key}：${value}`;
    })
    .join('，');
}

interface FindingViewProps {
  readonly finding: JudgedFinding;
  readonly disabled: boolean;
  readonly onMend: (values: Values, label: string) => void;
}

function FindingView({ finding: { severity, message, basis, fix, waived }, disabled, onMend }: FindingViewProps) {
  return (
    <li className={waived === null ? `purchase-finding is-${severity}` : 'purchase-finding is-waived'}>
      <p>{message}</p>
      <p className="finding-basis">依据：{basis}</p>
      {waived === null ? null : <p>已放行：{waived.reason}</p>}
      {fix === null || waived !== null ? null : (
        <>
          <button type="button" className="button" disabled={disabled} onClick={() => onMend(fix.values, fix.label)}>
            {fix.label}
          </button>
          <span className="purchase-mend">{mended(fix.values)}</span>
        </>
      )}
    </li>
  );
}
