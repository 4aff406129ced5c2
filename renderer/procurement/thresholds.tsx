/** The limits in force as a table: from which amount on a kind of purchase is organised, tendered and reserved how. */
import { useMemo, useState } from 'react';
import { LEVELS } from '../../shared/entities/vocabulary.ts';
import { ORGANISATIONS } from '../../shared/procurement/describe.ts';
import { mustBeTendered } from '../../shared/procurement/methods.ts';
import type { RuleSet, UnitLevel } from '../../shared/procurement/spec.ts';
import { type Band, type ThresholdGroup, thresholdsOf } from '../../shared/procurement/thresholds.ts';

interface ThresholdsProps {
  readonly sets: readonly RuleSet[];
  /** The unit's own, shown first. */
  readonly level: UnitLevel;
}

export function Thresholds({ sets, level: own }: ThresholdsProps) {
  const [level, setLevel] = useState<UnitLevel>(own);
  const groups = useMemo(() => thresholdsOf(sets, level), [sets, level]);
  if (groups.length === 0) return null;
  return (
    <section aria-label="限额标准">
      <header className="rules-head">
        <h2>限额标准</h2>
        <div className="segmented" role="radiogroup" aria-label="单位级次">
          {LEVELS.map(({ value, label }) => (
            <label key={value} className={level === value ? 'is-on' : ''}>
              <input type="radio" name="level" checked={level === value} onChange={() => setLevel(value)} />
              {label}
              {value === own ? '（本单位）' : ''}
            </label>
          ))}
        </div>
        <span className="muted">单项或批量金额；“起”“到…（含）”都包括本数</span>
      </header>
      <table className="rule-table is-thresholds">
        <thead>
          <tr>
            <th scope="col">采购的是</th>
            <th scope="col">金额</th>
            <th scope="col">组织形式</th>
            <th scope="col">采购方式</th>
            <th scope="col">招标</th>
            <th scope="col">预留中小企业</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <Group key={group.label} group={group} />
        ))}
      </table>
    </section>
  );
}

function Group({ group: { label, bands } }: { readonly group: ThresholdGroup }) {
  return (
    <tbody>
      {bands.map((band, index) => (
        <tr key={band.label}>
          {index === 0 ? (
            <th scope="rowgroup" rowSpan={bands.length}>
              {label.split('、').map((part) => (
                <span key={part}>{part}</span>
              ))}
            </th>
          ) : null}
          <td>{band.label}</td>
          <BandCells band={band} />
        </tr>
      ))}
    </tbody>
  );
}

function BandCells({ band: { verdicts } }: { readonly band: Band }) {
  const { organisation, method, openTender, sme } = verdicts;
  const tender = openTender !== undefined && mustBeTendered(openTender);
  const methods = (openTender?.methods.length ?? 0) > 0 ? openTender?.methods : method?.methods;
  return (
    <>
      <td title={basisOf(organisation)}>
        {organisation === undefined ? '' : (ORGANISATIONS[organisation.answer] ?? organisation.text)}
      </td>
      <td title={basisOf(method)}>{methods?.join('、') ?? ''}</td>
      <td className={tender ? 'is-problem' : ''} title={basisOf(openTender)}>
        {tender ? (openTender.answer === 'required' ? '应当公开招标' : '必须招标') : '不要求'}
      </td>
      <td title={basisOf(sme)}>{reserveText(sme)}</td>
    </>
  );
}

const basisOf = (verdict: Band['verdicts']['sme']) =>
  verdict === undefined ? undefined : `${verdict.text}\n依据：${verdict.basis}`;

function reserveText(verdict: Band['verdicts']['sme']): string {
  if (verdict === undefined) return '';
  const { reserve } = verdict;
  if (reserve === null) return '不要求';
  const whole = reserve.sme === 100 ? '适宜的全部预留' : `适宜的预留${reserve.sme}%以上`;
  return reserve.micro === 0 ? whole : `${whole}，其中小微${reserve.micro}%以上`;
}
