/** The long texts of a sheet: one below the other, and the overall goals side by side. */
import type { FormBlock, FormLayout } from '../../shared/goals/form-spec.ts';
import { ProseBox } from './boxes.tsx';
import type { SheetEditor } from './use-sheet-editor.ts';

export function TextBlock({
  block: { label, field },
  editor,
}: {
  readonly block: Extract<FormBlock, { readonly kind: 'text' }>;
  readonly editor: SheetEditor;
}) {
  return (
    <div className="goal-row is-prose">
      <span className="goal-label">{label}</span>
      <span className="goal-cell">
        <ProseBox editor={editor} field={field} label={label} />
      </span>
    </div>
  );
}

export function GoalsBlock({
  block: { label, fields },
  layout,
  editor,
}: {
  readonly block: Extract<FormBlock, { readonly kind: 'goals' }>;
  readonly layout: FormLayout;
  readonly editor: SheetEditor;
}) {
  return (
    <div className="goal-row is-prose">
      <span className="goal-label">{label}</span>
      <div className="goal-periods">
        {layout.periods.map(({ period, label: name }) => {
          const field = fields[period];
          return field === undefined ? null : (
            <div key={period} className="goal-period">
              <span className="goal-period-name">{name}</span>
              <ProseBox editor={editor} field={field} label={`${name}：${label}`} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
