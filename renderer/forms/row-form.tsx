/** A form over one stored row: every field saves itself when it is left; what cannot be saved stays and says why. */
import { useEffect, useId, useState } from 'react';
import type { Failure } from '../../shared/api/failure.ts';
import { parseCell } from '../../shared/intake/parse-cell.ts';
import type { CellLookup, CellValue, Values } from '../../shared/intake/values.ts';
import { reasonAgainst } from '../../shared/shape/field-check.ts';
import type { Fields } from '../../shared/shape/shape.ts';
import { explained, type RowMarks } from '../grid/grid-row.tsx';
import { FailureBox } from '../ui/states.tsx';
import { FieldControl } from './field-control.tsx';

/** Days are read as in a grid's cell; nothing is looked up for them. */
const NO_LISTS: CellLookup = { amountUnit: 'yuan', choices: () => [], choiceOf: () => null, recent: () => [] };

interface RowFormProps {
  readonly fields: Fields;
  /** Keys in the order they are shown. */
  readonly shown: readonly string[];
  readonly values: Values;
  readonly disabled: boolean;
  readonly refs?: readonly { readonly value: number; readonly label: string }[];
  /** What the checks say of single fields. */
  readonly marks?: RowMarks | undefined;
  /** A field to put the focus into. */
  readonly focus?: string | null;
  /** Saves one changed field; answers the failure, or null. */
  readonly onSave: (field: string, value: CellValue) => Promise<Failure | null>;
}

export function RowForm(props: RowFormProps) {
  const { fields, values } = props;
  const formId = useId();
  const [typed, setTyped] = useState<Values>({});
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [failed, setFailed] = useState<{ readonly field: string; readonly failure: Failure } | null>(null);
  useEffect(() => {
    if (props.focus) document.getElementById(`${formId}-${props.focus}`)?.focus();
  }, [props.focus, formId]);
  const change = (key: string, value: CellValue) => {
    setTyped((before) => ({ ...before, [key]: value }));
    setProblems(({ [key]: _mended, ...others }) => others);
  };
  const done = async (key: string, given: CellValue) => {
    const field = fields[key];
    if (field === undefined) return;
    const parsed = typeof given === 'string' && field.kind === 'date' ? parseCell(field, given, NO_LISTS) : null;
    const value = parsed?.ok ? parsed.value : given;
    const reason = parsed?.ok === false ? parsed.reason : reasonAgainst(field, value);
    if (reason !== null) return setProblems((before) => ({ ...before, [key]: reason }));
    const failure = value === (values[key] ?? null) ? null : await props.onSave(key, value);
    setFailed(failure === null ? null : { field: key, failure });
    if (failure === null) setTyped(({ [key]: _saved, ...others }) => others);
  };
  return (
    <div className="row-form">
      {props.shown.map((key) => {
        const field = fields[key];
        if (field === undefined) return null;
        const value = key in typed ? (typed[key] ?? null) : (values[key] ?? null);
        const reason = problems[key] ?? null;
        const id = `${formId}-${key}`;
        const mark = reason === null ? props.marks?.[key] : undefined;
        return (
          <div key={key} className={field.kind === 'text' && field.multiline ? 'form-row is-wide' : 'form-row'}>
            <label htmlFor={id}>
              {field.label}
              {field.optional ? null : <span className="grid-required">*</span>}
            </label>
            <div className="form-control">
              <FieldControl
                field={field}
                id={id}
                value={value}
                disabled={props.disabled}
                invalid={reason !== null}
                mark={mark === undefined ? undefined : { severity: mark.severity, id: `${id}-mark` }}
                {...(props.refs === undefined ? {} : { refs: props.refs })}
                onChange={(next) => change(key, next)}
                onDone={(next) => void done(key, next)}
              />
              {reason === null ? null : (
                <div className="form-problem" role="alert">
                  {reason}
                </div>
              )}
              {mark === undefined ? null : (
                <p id={`${id}-mark`} className={`form-mark is-${mark.severity}`} title={explained(mark)}>
                  {mark.message}
                </p>
              )}
              {failed?.field === key ? <FailureBox failure={failed.failure} /> : null}
              {reason === null && field.help !== undefined ? <div className="form-help">{field.help}</div> : null}
            </div>
          </div>
        );
      })}
    </div>
  );
}
