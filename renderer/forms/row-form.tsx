/** A form over one stored row: every field saves itself when it is left; what cannot be saved stays and says why. */
import { useEffect, useId, useState } from 'react';
import type { Failure } from '../../shared/api/failure.ts';
import type { CellValue, Values } from '../../shared/intake/values.ts';
import { reasonAgainst } from '../../shared/shape/field-check.ts';
import type { Fields } from '../../shared/shape/shape.ts';
import { FailureBox } from '../ui/states.tsx';
import { FieldControl } from './field-control.tsx';

interface RowFormProps {
  readonly fields: Fields;
  /** Keys in the order they are shown. */
  readonly shown: readonly string[];
  readonly values: Values;
  readonly disabled: boolean;
  readonly refs?: readonly { readonly value: number; readonly label: string }[];
  /** A field to put the focus into. */
  readonly focus?: string | null;
  /** Saves one changed field; answers the failure, or null. */
  readonly onSave: (field: string, value: CellValue) => Promise<Failure | null>;
}

export function RowForm(props: RowFormProps) {
  const { fields, values } = props;
  const formId = useId();
  const [typed, setTyped] = useState<Values>({});
  const [failed, setFailed] = useState<{ readonly field: string; readonly failure: Failure } | null>(null);
  useEffect(() => {
    if (props.focus) document.getElementById(`${formId}-${props.focus}`)?.focus();
  }, [props.focus, formId]);
  const done = async (key: string, value: CellValue) => {
    const field = fields[key];
    if (field === undefined || value === (values[key] ?? null) || reasonAgainst(field, value) !== null) return;
    const failure = await props.onSave(key, value);
    setFailed(failure === null ? null : { field: key, failure });
    if (failure === null) setTyped(({ [key]: _saved, ...others }) => others);
  };
  return (
    <div className="row-form">
      {props.shown.map((key) => {
        const field = fields[key];
        if (field === undefined) return null;
        const value = key in typed ? (typed[key] ?? null) : (values[key] ?? null);
        const reason = key in typed ? reasonAgainst(field, value) : null;
        const id = `${formId}-${key}`;
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
                {...(props.refs === undefined ? {} : { refs: props.refs })}
                onChange={(next) => setTyped((before) => ({ ...before, [key]: next }))}
                onDone={(next) => void done(key, next)}
              />
              {reason === null ? null : (
                <div className="form-problem" role="alert">
                  {reason}
                </div>
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
