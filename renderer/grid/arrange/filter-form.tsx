/** The filter of one column: a range for amounts, numbers and days, else a text and the values to tick. */
import { type FormEvent, useId, useMemo, useState } from 'react';
import { parseCell } from '../../../shared/intake/parse-cell.ts';
import { editText } from '../../../shared/intake/show-cell.ts';
import type { CellLookup, CellValue } from '../../../shared/intake/values.ts';
import type { GridColumn } from '../column.ts';
import type { Filter } from './arrangement.ts';
import { comparable, isRanged } from './cell-content.ts';
import { type ListedValue, ValueList } from './value-list.tsx';

interface FilterFormProps {
  readonly column: GridColumn;
  readonly lookup: CellLookup;
  readonly filter: Filter | null;
  /** Null: too many different ones to choose from. */
  readonly values: readonly ListedValue[] | null;
  readonly onFilter: (filter: Filter | null) => void;
}

export function FilterForm(props: FilterFormProps) {
  return isRanged(props.column) ? <RangeForm {...props} /> : <TextForm {...props} />;
}

function RangeForm({ column, lookup, filter, onFilter }: FilterFormProps) {
  const { field } = column;
  const shown = (value: CellValue) => editText(field, value, lookup);
  const between = filter?.kind === 'between' ? filter : { from: null, to: null };
  const [from, setFrom] = useState(shown(between.from));
  const [to, setTo] = useState(shown(between.to));
  const [filled, setFilled] = useState(filter?.kind === 'filled' ? (filter.filled ? 'yes' : 'no') : 'all');
  const [problem, setProblem] = useState<string | null>(null);
  const problemId = useId();
  const unit = field.kind === 'fen' ? (lookup.amountUnit === 'wan' ? '（万元）' : '（元）') : '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (filled !== 'all') return onFilter({ kind: 'filled', filled: filled === 'yes' });
    const ends = [from, to].map((text) => parseCell({ ...field, optional: true }, text, lookup));
    const wrong = ends.find((end) => !end.ok);
    if (wrong !== undefined && !wrong.ok) return setProblem(wrong.reason);
    const [low, high] = ends.map((end) => (end.ok ? end.value : null));
    if ((low ?? null) === null && (high ?? null) === null) return onFilter(null);
    onFilter({ kind: 'between', from: low ?? null, to: high ?? null });
  };
  return (
    <form className="filter-form" onSubmit={submit}>
      <div className="filter-range">
        <label>
          从{unit}
          <input
            className="input"
            value={from}
            aria-describedby={problemId}
            onChange={(event) => setFrom(event.target.value)}
          />
        </label>
        <label>
          到{unit}
          <input
            className="input"
            value={to}
            aria-describedby={problemId}
            onChange={(event) => setTo(event.target.value)}
          />
        </label>
      </div>
      {field.optional === true ? (
        <label className="filter-filled">
          空白单元格
          <select className="select" value={filled} onChange={(event) => setFilled(event.target.value)}>
            <option value="all">按上面的范围</option>
            <option value="no">只看空白</option>
            <option value="yes">只看有内容</option>
          </select>
        </label>
      ) : null}
      <p id={problemId} className="is-problem" role="alert">
        {problem}
      </p>
      <Buttons filter={filter} onFilter={onFilter} />
    </form>
  );
}

function TextForm({ column, filter, values, onFilter }: FilterFormProps) {
  const [text, setText] = useState(filter?.kind === 'contains' ? filter.text : '');
  const [off, setOff] = useState<ReadonlySet<CellValue>>(() => notAmong(filter, values ?? []));
  const [ticked, setTicked] = useState(filter?.kind === 'among');
  const narrowed = useMemo(() => {
    const wanted = comparable(text);
    return (values ?? []).filter(({ label }) => comparable(label).includes(wanted));
  }, [values, text]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ticked) return onFilter(text.trim() === '' ? null : { kind: 'contains', text: text.trim() });
    const among = narrowed.filter(({ value }) => !off.has(value)).map(({ value }) => value);
    onFilter(among.length === (values ?? []).length ? null : { kind: 'among', values: among });
  };
  return (
    <form className="filter-form" onSubmit={submit}>
      <label>
        含有文字
        <input
          className="input"
          value={text}
          placeholder={column.field.kind === 'code' ? '编码开头或名称' : ''}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {values === null ? null : (
        <ValueList
          values={narrowed}
          isOn={(value) => !off.has(value)}
          onTick={(changed, on) => {
            const next = new Set(off);
            for (const value of changed)
              if (on) next.delete(value);
              else next.add(value);
            setOff(next);
            setTicked(true);
          }}
        />
      )}
      <Buttons filter={filter} onFilter={onFilter} />
    </form>
  );
}

function notAmong(filter: Filter | null, values: readonly ListedValue[]): ReadonlySet<CellValue> {
  if (filter?.kind !== 'among') return new Set();
  const among = new Set(filter.values);
  return new Set(values.map(({ value }) => value).filter((value) => !among.has(value)));
}

function Buttons({ filter, onFilter }: Pick<FilterFormProps, 'filter' | 'onFilter'>) {
  return (
    <div className="filter-buttons">
      <button type="button" className="button" disabled={filter === null} onClick={() => onFilter(null)}>
        取消本列筛选
      </button>
      <button type="submit" className="button is-primary">
        筛选
      </button>
    </div>
  );
}
