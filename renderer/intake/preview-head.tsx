/** The preview's heads: what each column of the block is called, and what it is used for. */

import { mayMerge } from '../../shared/intake/header.ts';
import type { IntakeSummary } from '../../shared/intake/shown.ts';
import { labelOfUse, possibleUses, readUse, textOfUse, withUse } from '../../shared/intake/use-text.ts';
import type { PreviewModel } from './preview-model.ts';

interface PreviewHeadProps {
  readonly model: PreviewModel;
  readonly summary: IntakeSummary;
  readonly template: string;
}

export function PreviewHead({ model, summary, template }: PreviewHeadProps) {
  const { uses, labels } = summary;
  const count = Math.max(uses.length, labels.length);
  const choices = possibleUses(model.entity).filter(({ text }) => !model.given.includes(text));
  return (
    <div role="rowgroup" className="intake-heads">
      <div role="row" className="intake-row is-head" style={{ gridTemplateColumns: template }} aria-rowindex={1}>
        <span role="columnheader" className="intake-tick" title="勾选的行才会导入">
          ✓
        </span>
        <span role="columnheader" className="intake-number">
          行
        </span>
        <span role="columnheader" className="intake-state">
          结果
        </span>
        {Array.from({ length: count }, (_, column) => {
          const use = uses[column] ?? null;
          const label = labels[column] || `第 ${column + 1} 列`;
          const value = textOfUse(use).replace(/\+$/, '');
          const merges = use !== null && mayMerge(model.entity, use);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name and never change places
            <span key={column} role="columnheader" className={`intake-head${use === null ? ' is-unused' : ''}`}>
              <span className="intake-label" title={label}>
                <span>{label}</span>
                {merges ? (
                  <label title="合并单元格：空白处沿用上面一格的内容">
                    <input
                      type="checkbox"
                      checked={use.fillDown === true}
                      aria-label={`${label}：空白沿用上格`}
                      onChange={(event) => {
                        const { fillDown: _old, ...rest } = use;
                        const next = event.currentTarget.checked ? { ...rest, fillDown: true as const } : rest;
                        model.setUses(uses.map((each, at) => (at === column ? next : each)));
                      }}
                    />
                    沿用上格
                  </label>
                ) : null}
              </span>
              <select
                className="select"
                aria-label={`${label} 用作`}
                value={value}
                onChange={(event) => {
                  const next = readUse(model.entity, event.currentTarget.value);
                  model.setUses(withUse(uses, column, next));
                }}
              >
                <option value="">不用</option>
                {use?.part === undefined ? null : <option value={value}>{labelOfUse(model.entity, use)}</option>}
                {choices.map(({ text, label: name }) => (
                  <option key={text} value={text}>
                    {name}
                  </option>
                ))}
              </select>
            </span>
          );
        })}
      </div>
    </div>
  );
}
