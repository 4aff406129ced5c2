/** Labelled cells of a form: the head rows, and the line of signatures below the frame. */
import type { FormBlock, FormCell } from '../../shared/goals/form-spec.ts';
import { LineBox } from './boxes.tsx';
import type { SheetEditor } from './use-sheet-editor.ts';

interface HeadProps {
  readonly editor: SheetEditor;
  /** Names for cells that are left empty. */
  readonly names: Readonly<Record<NonNullable<FormCell['otherwise']>, string>>;
}

export function FieldsBlock({
  block,
  ...props
}: HeadProps & { readonly block: Extract<FormBlock, { readonly kind: 'fields' }> }) {
  return block.rows.map((cells, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a declared form stay in their places
    <div key={index} className="goal-row" style={{ '--cells': cells.length } as React.CSSProperties}>
      {cells.map((cell) => (
        <CellView key={cell.label} cell={cell} {...props} />
      ))}
    </div>
  ));
}

export function SignaturesBlock({
  block,
  ...props
}: HeadProps & { readonly block: Extract<FormBlock, { readonly kind: 'signatures' }> }) {
  return (
    <div className="goal-signatures">
      {block.cells.map((cell) => (
        <div key={cell.label} className="goal-signature">
          <CellView cell={cell} {...props} />
        </div>
      ))}
    </div>
  );
}

function CellView({ cell, editor, names }: HeadProps & { readonly cell: FormCell }) {
  const { label, fields, join = '', otherwise, choices } = cell;
  const grey = otherwise === undefined ? '' : names[otherwise];
  return (
    <>
      <span className="goal-label">{label}</span>
      <span className="goal-cell">
        {fields.map((field, index) => (
          <span key={field} className={index === 0 && fields.length > 1 ? 'goal-part is-code' : 'goal-part'}>
            {index > 0 && join !== '' ? <span className="goal-join">{join}</span> : null}
            <LineBox
              editor={editor}
              field={field}
              label={fields.length > 1 ? `${label} ${index + 1}` : label}
              grey={grey}
              {...(choices === undefined ? {} : { choices })}
            />
          </span>
        ))}
      </span>
    </>
  );
}
