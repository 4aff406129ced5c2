/** The small form for a new book: one unit, one year. The core then asks where to keep it. */
import { useId, useState } from 'react';
import type { In } from '../../shared/api/contract.ts';
import { api } from '../../shared/api/contract.ts';
import type { Failure } from '../../shared/api/failure.ts';
import type { BookState } from '../../shared/api/types.ts';
import { unit } from '../../shared/entities/unit.ts';
import type { CellValue } from '../../shared/intake/values.ts';
import { reasonAgainst } from '../../shared/shape/field-check.ts';
import type { Field } from '../../shared/shape/shape.ts';
import { failureOf } from '../api.ts';
import { FieldControl } from '../forms/field-control.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureBox } from '../ui/states.tsx';
import { Theme } from '../ui/theme.tsx';

type NewBookInput = In<'book.create'>;

interface NewBookProps {
  /** What is known already. */
  readonly initial?: Partial<Record<keyof NewBookInput, CellValue>>;
  readonly onClose: () => void;
  readonly onCreate: (input: NewBookInput) => Promise<BookState>;
  readonly onCreated: (state: BookState) => void;
}

const FIELDS: readonly { readonly key: keyof NewBookInput; readonly field: Field }[] = [
  { key: 'unitCode', field: unit.fields.code },
  { key: 'unitName', field: unit.fields.name },
  { key: 'level', field: unit.fields.level },
  { key: 'unitKind', field: unit.fields.kind },
  { key: 'year', field: { ...api['book.create'].input.year, help: '一般是明年：今年编明年的预算。' } },
];

export function NewBook({ initial, onClose, onCreate, onCreated }: NewBookProps) {
  const formId = useId();
  const [values, setValues] = useState<Readonly<Record<string, CellValue>>>({
    unitCode: null,
    unitName: null,
    level: 'county',
    unitKind: 'institution',
    year: new Date().getFullYear() + 1,
    ...initial,
  });
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const problems = new Map(FIELDS.map(({ key, field }) => [key, reasonAgainst(field, values[key] ?? null)]));
  const submit = async () => {
    setTried(true);
    const bad = FIELDS.find(({ key }) => problems.get(key) !== null);
    if (bad !== undefined) return document.getElementById(`${formId}-${bad.key}`)?.focus();
    const { unitCode, unitName, level, unitKind, year } = values;
    try {
      setFailure(null);
      onCreated(
        await onCreate({
          unitCode: String(unitCode),
          unitName: String(unitName),
          level: String(level),
          unitKind: String(unitKind),
          year: typeof year === 'number' ? year : 0,
        }),
      );
    } catch (error) {
      const reason = failureOf(error);
      if (reason.code !== 'CANCELLED') setFailure(reason);
    }
  };
  return (
    <Dialog
      title="新建账套"
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button type="submit" form={formId} className="button is-primary">
            选择保存位置并新建
          </button>
        </>
      }
    >
      <Theme>
        <form
          id={formId}
          className="row-form is-single"
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          {FIELDS.map(({ key, field }) => {
            const problem = tried ? (problems.get(key) ?? null) : null;
            const set = (value: CellValue) => setValues((before) => ({ ...before, [key]: value }));
            return (
              <div key={key} className="form-row">
                <label htmlFor={`${formId}-${key}`}>{field.label}</label>
                <div className="form-control">
                  <FieldControl
                    field={field}
                    id={`${formId}-${key}`}
                    value={values[key] ?? null}
                    disabled={false}
                    invalid={problem !== null}
                    onChange={set}
                    onDone={() => undefined}
                  />
                  {problem === null ? (
                    <div className="form-help">{field.help}</div>
                  ) : (
                    <div className="form-problem" role="alert">
                      {problem}
                    </div>
                  )}
                </div>
              </div>
            );
          })}
        </form>
        {failure === null ? null : <FailureBox failure={failure} />}
      </Theme>
    </Dialog>
  );
}
