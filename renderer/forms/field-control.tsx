/** The control of a form for one field, by the field's kind. */
import Input from 'antd/es/input';
import InputNumber from 'antd/es/input-number';
import Select from 'antd/es/select';
import Switch from 'antd/es/switch';
import type { Severity } from '../../shared/checks/finding.ts';
import type { CellValue } from '../../shared/intake/values.ts';
import type { Field } from '../../shared/shape/shape.ts';

interface FieldControlProps {
  readonly field: Field;
  readonly id: string;
  readonly value: CellValue;
  readonly disabled: boolean;
  readonly invalid: boolean;
  /** What the checks say of the value, and the id of the sentence that says it. */
  readonly mark?: { readonly severity: Severity; readonly id: string } | undefined;
  /** Typing goes on. */
  readonly onChange: (value: CellValue) => void;
  /** The value is complete: the control was left, or something was picked. */
  readonly onDone: (value: CellValue) => void;
  /** What a reference can point to. */
  readonly refs?: readonly { readonly value: number; readonly label: string }[];
}

export function FieldControl(props: FieldControlProps) {
  const { field, id, value, disabled, onChange, onDone } = props;
  const severity = props.invalid ? 'error' : props.mark?.severity;
  const common = {
    id,
    disabled,
    ...(severity === 'error' || severity === 'warning' ? { status: severity } : {}),
    ...(props.mark === undefined ? {} : { 'aria-describedby': props.mark.id }),
  };
  const text = value === null ? '' : String(value);
  const picked = (next: CellValue | undefined) => {
    onChange(next ?? null);
    onDone(next ?? null);
  };
  switch (field.kind) {
    case 'enum':
      return (
        <Select
          {...common}
          value={text === '' ? null : text}
          options={[...field.options]}
          allowClear={field.optional === true}
          onChange={picked}
        />
      );
    case 'ref':
      return (
        <Select
          {...common}
          value={typeof value === 'number' ? value : null}
          options={[...(props.refs ?? [])]}
          allowClear={field.optional === true}
          placeholder="无"
          onChange={picked}
        />
      );
    case 'boolean':
      return (
        <Switch
          id={id}
          disabled={disabled}
          checked={value === true}
          checkedChildren="是"
          unCheckedChildren="否"
          onChange={picked}
        />
      );
    case 'integer':
      return (
        <InputNumber
          {...common}
          value={typeof value === 'number' ? value : null}
          min={field.min}
          max={field.max}
          precision={0}
          onChange={(next) => onChange(typeof next === 'number' ? next : null)}
          onBlur={() => onDone(value)}
        />
      );
    case 'date':
    case 'text':
      if (field.kind === 'text' && field.multiline) {
        return (
          <Input.TextArea
            {...common}
            value={text}
            maxLength={field.maxLength}
            autoSize={{ minRows: 4, maxRows: 14 }}
            onChange={(event) => onChange(event.target.value || null)}
            onBlur={() => onDone(value)}
          />
        );
      }
      return (
        <Input
          {...common}
          value={text}
          {...(field.kind === 'date' ? { placeholder: '如 2027-03-01' } : {})}
          onChange={(event) => onChange(event.target.value || null)}
          onBlur={() => onDone(value)}
          onPressEnter={() => onDone(value)}
        />
      );
    default:
      return <Input {...common} value={text} readOnly />;
  }
}
