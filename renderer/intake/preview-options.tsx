/** What holds for the block as a whole: the unit of its amounts, and what records take that have no column for it. */
import { useId } from 'react';
import { sheetFields } from '../../shared/intake/fields.ts';
import { showCell } from '../../shared/intake/show-cell.ts';
import type { IntakeSummary } from '../../shared/intake/shown.ts';
import type { CellLookup, CellValue } from '../../shared/intake/values.ts';
import type { AmountUnit } from '../../shared/money/parse.ts';
import type { Field } from '../../shared/shape/shape.ts';
import type { PreviewModel } from './preview-model.ts';

interface PreviewOptionsProps {
  readonly model: PreviewModel;
  readonly summary: IntakeSummary;
  readonly lookup: CellLookup;
  /** The unit is what was chosen last time, not what the block says. */
  readonly remembered: boolean;
}

const UNITS: readonly { readonly value: AmountUnit; readonly label: string }[] = [
  { value: 'yuan', label: '元' },
  { value: 'wan', label: '万元' },
];

export function PreviewOptions({ model, summary, lookup, remembered }: PreviewOptionsProps) {
  return (
    <div className="intake-options">
      <HeaderNote summary={summary} />
      {hasAmounts(model, summary) ? <UnitChoice model={model} summary={summary} remembered={remembered} /> : null}
      <Fills model={model} summary={summary} lookup={lookup} />
    </div>
  );
}

function hasAmounts(model: PreviewModel, { uses }: IntakeSummary): boolean {
  const fields = sheetFields(model.entity);
  return uses.some((use) => use !== null && fields[use.field]?.kind === 'fen');
}

function HeaderNote({ summary }: { readonly summary: IntakeSummary }) {
  const { headerRows } = summary;
  const first = headerRows[0];
  if (first === undefined) return <span className="muted">没有表头：各列按粘贴位置对应，可在下面改</span>;
  const last = headerRows.at(-1) ?? first;
  return (
    <span className="muted">
      表头：第 {first + 1}
      {last === first ? '' : `–${last + 1}`} 行
    </span>
  );
}

function UnitChoice({ model, summary, remembered }: Omit<PreviewOptionsProps, 'lookup'>) {
  const reason = summary.unitStated ? '按表上所写' : remembered ? '按上次的选择' : null;
  return (
    <fieldset className={`intake-unit${summary.unit === null ? ' is-asked' : ''}`}>
      <legend>金额单位</legend>
      <span className="segmented">
        {UNITS.map(({ value, label }) => (
          <label key={value} className={summary.unit === value ? 'is-on' : undefined}>
            <input
              type="radio"
              name="intake-unit"
              checked={summary.unit === value}
              onChange={() => model.setUnit(value)}
            />
            {label}
          </label>
        ))}
      </span>
      {summary.unit === null ? <b className="is-problem">表上没有写明，请选择</b> : null}
      {summary.unit !== null && reason !== null ? <span className="muted">{reason}</span> : null}
    </fieldset>
  );
}

/** Fields that the block says nothing of, with what all its records take. */
function Fills({ model, summary, lookup }: Omit<PreviewOptionsProps, 'remembered'>) {
  const used = new Set(summary.uses.flatMap((use) => (use === null ? [] : [use.field])));
  if (summary.uses.some((use) => use?.fund !== undefined)) used.add('fund');
  const fields = Object.entries(sheetFields(model.entity)).filter(
    ([name, field]) =>
      !used.has(name) &&
      !model.given.includes(name) &&
      (summary.fills[name] !== undefined || (field.optional !== true && field.kind !== 'fen')),
  );
  if (fields.length === 0) return null;
  return (
    <fieldset className="intake-fills">
      <legend>表中没有的列，统一填</legend>
      {fields.map(([name, field]) => (
        <Fill
          key={name}
          field={field}
          value={summary.fills[name] ?? null}
          lookup={lookup}
          onText={(text) => model.setFill(name, text)}
        />
      ))}
    </fieldset>
  );
}

interface FillProps {
  readonly field: Field;
  readonly value: CellValue;
  readonly lookup: CellLookup;
  readonly onText: (text: string) => void;
}

function Fill(props: FillProps) {
  const id = useId();
  return (
    <span className="intake-fill">
      <label htmlFor={id}>{props.field.label}</label>
      <FillInput id={id} {...props} />
    </span>
  );
}

function FillInput({ id, field, value, lookup, onText }: FillProps & { readonly id: string }) {
  const shown = value === null ? '' : showCell(field, value, lookup);
  if (field.kind === 'enum' || field.kind === 'boolean' || field.kind === 'ref') {
    return (
      <select id={id} className="select" value={shown} onChange={(event) => onText(event.currentTarget.value)}>
        {shown === '' ? <option value="">请选择</option> : null}
        {lookup.choices(field).map(({ label }) => (
          <option key={label} value={label}>
            {label}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      id={id}
      className="input"
      defaultValue={shown}
      onBlur={(event) => onText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) onText(event.currentTarget.value);
      }}
    />
  );
}
