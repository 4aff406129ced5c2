/** The upper edge of a sheet: whose it is, how it stands, its form, and what can be done with it as a whole. */
import { lazy, Suspense, useState } from 'react';
import type { FormFamily } from '../../shared/goals/form-spec.ts';
import type { GoalSheetOverview } from '../../shared/goals/overview.ts';
import { usePlace } from '../state/window-state.ts';
import { ChangeForm } from './change-form.tsx';
import { ReuseDialog } from './reuse-dialog.tsx';
import { detailOf, stateOf } from './sheet-state.ts';

const PrintDialog = lazy(() =>
  import('../goal-print/print-dialog.tsx').then((module) => ({ default: module.PrintDialog })),
);

interface SheetHeadProps {
  readonly name: string;
  readonly overview: GoalSheetOverview | null;
  readonly sheet: { readonly id: number; readonly revision: number; readonly projectId: number | null } | null;
  readonly form: FormFamily;
  readonly sheets: readonly GoalSheetOverview[];
  readonly readOnly: boolean;
  /** Opens or closes the list where there is no room for it beside the sheet. */
  readonly onList: () => void;
  readonly onCopyToAnnual: () => void;
  readonly onRemove: () => void;
}

export function SheetHead(props: SheetHeadProps) {
  const { name, overview, sheet, form, sheets, readOnly, onList, onCopyToAnnual } = props;
  const { budget, show } = usePlace();
  const [doing, setDoing] = useState<'reuse' | 'form' | 'print' | null>(null);
  const state = overview === null ? null : stateOf(overview);
  const twoPeriods = (sheet?.projectId === null ? form.unit : form.project).periods.length > 1;
  return (
    <header className="page-head goal-head">
      <button type="button" className="button goal-list-button" onClick={onList}>
        列表
      </button>
      <h1 title={name}>{sheet?.projectId === null ? `整体绩效目标：${name}` : name}</h1>
      {overview === null || state === null ? null : (
        <span className={`completeness is-${state.tone}`} title={detailOf(overview)}>
          {state.label}
        </span>
      )}
      {budget.status !== 'draft' ? <span className="notice">已上报，退回后才能修改</span> : null}
      <span className="spring" />
      {sheet === null ? null : (
        <>
          {twoPeriods ? (
            <button
              type="button"
              className="button"
              disabled={readOnly}
              title="把实施期的总体目标和全部指标复制到年度；单独一行用 Alt+→"
              onClick={onCopyToAnnual}
            >
              实施期 → 年度
            </button>
          ) : null}
          <button type="button" className="button" disabled={readOnly} onClick={() => setDoing('reuse')}>
            沿用…
          </button>
          <button
            type="button"
            className="button"
            disabled={readOnly}
            title={`表式：${form.label}`}
            onClick={() => setDoing('form')}
          >
            表式…
          </button>
          <button
            type="button"
            className="button"
            disabled={readOnly}
            title="删除这张目标表和它的指标，可撤销"
            onClick={props.onRemove}
          >
            删除
          </button>
          <button type="button" className="button" onClick={() => setDoing('print')}>
            打印…
          </button>
          {sheet.projectId === null ? null : (
            <button
              type="button"
              className="button"
              onClick={() =>
                show('projects', { kind: 'row', entity: 'project', id: sheet.projectId ?? 0, field: null })
              }
            >
              看项目
            </button>
          )}
        </>
      )}
      {doing === 'reuse' && sheet !== null ? (
        <ReuseDialog sheet={sheet} name={name} year={budget.year} onClose={() => setDoing(null)} />
      ) : null}
      {doing === 'print' && sheet !== null ? (
        <Suspense fallback={null}>
          <PrintDialog sheetId={sheet.id} onClose={() => setDoing(null)} />
        </Suspense>
      ) : null}
      {doing === 'form' && sheet !== null ? (
        <ChangeForm sheet={sheet} form={form} sheets={sheets} onClose={() => setDoing(null)} />
      ) : null}
    </header>
  );
}
