/** Lines of a project to tick; for splitting also a part of each amount, in 元. */
import { RowList } from '../ui/row-list.tsx';
import { type PickableLine, readPart } from './picked-lines.ts';
import { yuan } from './yuan.ts';

interface LinePickerProps {
  readonly lines: readonly PickableLine[];
  /** Typed part by line; a ticked line without text goes whole. */
  readonly picked: ReadonlyMap<number, string>;
  readonly parts: boolean;
  readonly onPick: (picked: ReadonlyMap<number, string>) => void;
}

export function LinePicker({ lines, picked, parts, onPick }: LinePickerProps) {
  const pick = (id: number, text: string | null) => {
    const next = new Map(picked);
    if (text === null) next.delete(id);
    else next.set(id, text);
    onPick(next);
  };
  return (
    <RowList label="明细" rows={lines} height={40} keyOf={({ id }) => id}>
      {(line, tabIndex) => {
        const text = picked.get(line.id);
        return (
          <div className="operation-row">
            <label>
              <input
                type="checkbox"
                tabIndex={tabIndex}
                checked={text !== undefined}
                onChange={() => pick(line.id, text === undefined ? '' : null)}
              />
              <span title={line.name}>{line.name}</span>
              <b>{yuan(line.amount)}</b>
            </label>
            {parts ? (
              <input
                className="input"
                tabIndex={tabIndex}
                aria-label={`拆出金额（元）：${line.name}`}
                aria-invalid={text !== undefined && readPart(text, line) === null}
                placeholder={text === undefined ? '' : '全部'}
                value={text ?? ''}
                onChange={(event) => pick(line.id, event.target.value)}
              />
            ) : null}
            {parts ? <span className="muted">元</span> : null}
          </div>
        );
      }}
    </RowList>
  );
}
