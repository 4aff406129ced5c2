/** The paragraphs of one section of 预算说明, to be edited. */
import { useCallback, useMemo } from 'react';
import type { FigureId } from '../../shared/narrative/figures.ts';
import type { BuiltSection, Narrative } from '../../shared/narrative/narrative.ts';
import { usePlace } from '../state/window-state.ts';
import { offeredIn, Paragraph } from './paragraph.tsx';
import type { Words } from './use-words.ts';

/** A paragraph to put the cursor into; a new object does it again. */
export interface ParagraphTarget {
  readonly section: string;
  readonly turn: number;
}

interface SectionEditorProps {
  readonly section: BuiltSection;
  readonly figures: Narrative['figures'];
  readonly words: Words;
  readonly target: ParagraphTarget | null;
}

export function SectionEditor({ section, figures, words, target }: SectionEditorProps) {
  const { book, budget } = usePlace();
  const readOnly = book.readOnly || budget.status !== 'draft';
  const paragraphs = section.parts.flatMap((part) => (part.kind === 'heading' ? [] : [part]));
  const textOf = useCallback((id: FigureId) => figures[id]?.text ?? null, [figures]);
  const offered = useMemo(
    () => offeredIn(section.parts.flatMap((part) => (part.kind === 'heading' ? [] : [part]))),
    [section],
  );
  const rewritten = paragraphs.filter(({ kind, section: id }) => kind === 'sentence' && words.of(id) !== null);
  return (
    <>
      <header className="editor-head">
        <h2>{section.title}</h2>
        {rewritten.length > 0 && !readOnly ? (
          <button
            type="button"
            className="button"
            title="取消本节全部改写；可以撤销"
            onClick={() => words.drop(rewritten.map(({ section: id }) => id))}
          >
            本节恢复自动生成
          </button>
        ) : null}
      </header>
      {section.parts.map((part, index) =>
        part.kind === 'heading' ? (
          <h3 key={part.text} className="editor-subhead">
            {part.text}
          </h3>
        ) : (
          <Paragraph
            key={part.section}
            paragraph={part}
            number={section.parts.slice(0, index + 1).filter(({ kind }) => kind === 'sentence').length}
            words={words}
            textOf={textOf}
            offered={offered}
            readOnly={readOnly}
            focus={target?.section === part.section ? target.turn : 0}
          />
        ),
      )}
      <p className="muted editor-hint">
        蓝底的数来自账套，录入改动后自动变化；文字可以随意改写。换行另起一段，清空则不印这一段。
      </p>
    </>
  );
}
