/** One rule set: whether it applies and why, its rules in plain words, its catalogue and its notes. */
import { describe } from '../../shared/procurement/describe.ts';
import type { JudgedSet } from '../../shared/procurement/in-force.ts';
import type { RuleSet } from '../../shared/procurement/spec.ts';

interface RuleSetCardProps {
  readonly judged: JudgedSet & { readonly own: boolean };
  readonly year: number;
  readonly readOnly: boolean;
  readonly onExport: () => void;
  readonly onRemove: () => void;
}

/** Catalogues with limits are published anew every year or two. */
const STALE_YEARS = 2;

export function RuleSetCard({ judged, year, readOnly, onExport, onRemove }: RuleSetCardProps) {
  const { set, applies, reason, own } = judged;
  const notes = [...(set.exceptions ?? []).map(({ text }) => text), ...set.notes];
  const from = Number.parseInt(set.effectiveFrom, 10);
  const mayBeStale = applies && set.catalogue.length > 0 && set.effectiveTo === null && year - from > STALE_YEARS;
  return (
    <article className={applies ? 'rule-set' : 'rule-set is-off'} aria-label={set.number}>
      <header>
        <h3>
          {set.number} {set.title}
          <span className={applies ? 'tag is-ok' : 'tag'}>{applies ? '适用' : '不适用'}</span>
          {own ? <span className="tag">本账套添加</span> : null}
          {set.list === 'department' ? <span className="tag">部门集中采购</span> : null}
        </h3>
        <span className="spring" />
        <button type="button" className="button" title="写成文件，改一改就是自己的规则" onClick={onExport}>
          另存为文件
        </button>
        {own ? (
          <button type="button" className="button" disabled={readOnly} onClick={onRemove}>
            移除
          </button>
        ) : null}
      </header>
      <p>
        <span className={applies ? '' : 'is-problem'}>{reason}</span>{' '}
        <span className="muted">
          {set.issuer}发布{set.effectiveTo === null ? '' : `，有效期到${set.effectiveTo}`}。
        </span>
      </p>
      {mayBeStale ? (
        <p className="notice">
          这份目录和标准已经施行{year - from}年，请向财政部门核对{year}年有没有新的通知。
        </p>
      ) : null}
      <details>
        <summary>
          规则 {set.rules.length} 条{set.catalogue.length === 0 ? '' : `、目录 ${set.catalogue.length} 项`}
          {notes.length === 0 ? '' : `、说明 ${notes.length} 条`}
        </summary>
        <RuleList set={set} />
        <CatalogueList set={set} />
        <ul className="rule-notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </details>
    </article>
  );
}

function RuleList({ set }: { readonly set: RuleSet }) {
  return (
    <table className="rule-table">
      <thead>
        <tr>
          <th scope="col">什么情况</th>
          <th scope="col">怎么办</th>
          <th scope="col">依据</th>
        </tr>
      </thead>
      <tbody>
        {set.rules.map(({ id, when, says, basis }) => (
          <tr key={id}>
            <td>{when.length === 0 ? '其他情况' : when.map(describe).join('、')}</td>
            <td>{says.text}</td>
            <td>{basis}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CatalogueList({ set }: { readonly set: RuleSet }) {
  if (set.catalogue.length === 0) return null;
  return (
    <table className="rule-table">
      <thead>
        <tr>
          <th scope="col">品目编码</th>
          <th scope="col">目录内品目</th>
          <th scope="col">备注</th>
        </tr>
      </thead>
      <tbody>
        {set.catalogue.map(({ code, name, remark }) => (
          <tr key={code}>
            <td>{code}</td>
            <td>{name}</td>
            <td>{remark ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
