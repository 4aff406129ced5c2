/** One goal sheet, laid out as its form says, top to bottom as on paper. */
import { type ReactNode, useEffect, useMemo } from 'react';
import type { FormBlock, FormFamily } from '../../shared/goals/form-spec.ts';
import { headingOf, layoutOf } from '../../shared/goals/forms.ts';
import { fundingOf } from '../../shared/goals/funding.ts';
import type { GoalSheetOverview } from '../../shared/goals/overview.ts';
import { useMarks } from '../checks/use-marks.ts';
import { useReady } from '../state/use-ready.ts';
import { usePlace } from '../state/window-state.ts';
import { FailureBox, Loading } from '../ui/states.tsx';
import { focusField } from './focus-order.ts';
import { FundingView } from './funding-block.tsx';
import { newIndicator } from './grid-edit.ts';
import { FieldsBlock, SignaturesBlock } from './head-block.tsx';
import { IndicatorGrid } from './indicator-grid.tsx';
import { GoalsBlock, TextBlock } from './prose-blocks.tsx';
import { SheetFindings, useSheetFindings } from './sheet-findings.tsx';
import type { Target } from './subject.ts';
import { useLibrary } from './use-library.ts';
import { useSheetEditor } from './use-sheet-editor.ts';

interface SheetViewProps {
  readonly sheet: { readonly id: number; readonly projectId: number | null };
  readonly form: FormFamily;
  /** What the list knows of the sheet; null while it is being asked. */
  readonly overview: GoalSheetOverview | null;
  /** Name of the project, or of the unit. */
  readonly name: string;
  readonly readOnly: boolean;
  readonly target: Target | null;
  readonly onCopyToAnnual: (ids: readonly number[]) => void;
}

export function SheetView({ sheet, form, overview, name, readOnly, target, onCopyToAnnual }: SheetViewProps) {
  const { stores, budget, unit } = usePlace();
  const layout = layoutOf(form, sheet);
  const sheets = stores.shelf('goalSheet', budget.id);
  const session = stores.session('goalSheets', sheets, () => ({ include: () => true, defaults: () => ({}) }));
  const marks = useMarks('goalSheet');
  const editor = useSheetEditor({
    session,
    sheetId: sheet.id,
    funding: fundingOf(layout),
    marks: marks.get(sheet.id),
    readOnly,
  });
  const library = useLibrary();
  const indicatorMarks = useMarks('indicator');
  const shelf = stores.shelf('indicator', sheet.id);
  useEffect(() => stores.hold(shelf), [stores, shelf]);
  const ready = useReady(shelf);
  const findings = useSheetFindings(sheet.id, shelf.store);
  const { title, subtitle } = headingOf(layout, unit, budget.year);
  const goTo = useMemo(() => target?.indicator ?? null, [target]);
  useEffect(() => {
    // A form without a box for the field is shown from its top.
    if (target !== null && target.indicator === null && !focusField(target.field)) focusField(null);
  }, [target]);
  const names = { subject: name, unit: unit.name };
  const indicatorsOf = (block: Extract<FormBlock, { readonly kind: 'indicators' }>): ReactNode => {
    if (ready.kind === 'failed') return <FailureBox failure={ready.failure} retry={ready.retry} />;
    if (ready.kind === 'loading') return <Loading what="绩效指标" />;
    return (
      <IndicatorGrid
        sheetId={sheet.id}
        form={form}
        layout={layout}
        block={block}
        session={stores.session('indicators', shelf, () => ({
          include: () => true,
          defaults: () => newIndicator(null, null, null),
        }))}
        readOnly={readOnly}
        marks={indicatorMarks}
        findings={findings}
        names={library.names}
        usual={library.usual}
        goTo={goTo}
        onCopyToAnnual={onCopyToAnnual}
      />
    );
  };
  const draw = (block: FormBlock): ReactNode => {
    switch (block.kind) {
      case 'fields':
        return <FieldsBlock block={block} editor={editor} names={names} />;
      case 'funding':
        return <FundingView block={block} layout={layout} editor={editor} lines={overview?.lines ?? null} />;
      case 'text':
        return <TextBlock block={block} editor={editor} />;
      case 'goals':
        return <GoalsBlock block={block} layout={layout} editor={editor} />;
      case 'indicators':
        return indicatorsOf(block);
      case 'signatures':
        return <SignaturesBlock block={block} editor={editor} names={names} />;
    }
  };
  return (
    <div className="goal-scroll">
      <div className={`goal-paper is-${form.orientation}`}>
        <header className="goal-title">
          <h2>{title}</h2>
          <p>{subtitle}</p>
        </header>
        <SheetFindings own={findings} />
        {editor.failure === null ? null : <p className="goal-mark is-error">{editor.failure}</p>}
        <div className="goal-frame">
          {layout.blocks
            .filter(({ kind }) => kind !== 'signatures')
            .map((block, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a declared form stay in their places
              <section key={index} aria-label={labelOf(block)}>
                {draw(block)}
              </section>
            ))}
        </div>
        {layout.blocks.filter(({ kind }) => kind === 'signatures').map(draw)}
      </div>
    </div>
  );
}

const labelOf = (block: FormBlock): string => ('label' in block ? block.label : '基本情况');
