/** One paragraph of the narrative: its words, whether they are the book's or the user's, and what is wrong with them. */
import { useMemo, useRef } from 'react';
import { FIGURES, type FigureId } from '../../shared/narrative/figures.ts';
import type { NarrativeParagraph } from '../../shared/narrative/narrative.ts';
import { figuresIn } from '../../shared/narrative/template.ts';
import { type WrittenOver, writtenOver } from '../../shared/narrative/written-over.ts';
import { ParagraphMarks } from '../checks/paragraph-marks.tsx';
import type { TextOf } from './chips.ts';
import { SentenceBox } from './sentence-box.tsx';
import type { Words } from './use-words.ts';

interface ParagraphProps {
  readonly paragraph: NarrativeParagraph;
  /** Place among the paragraphs of its section, from 1. */
  readonly number: number;
  readonly words: Words;
  readonly textOf: TextOf;
  /** Figures that may be put in. */
  readonly offered: readonly FigureId[];
  readonly readOnly: boolean;
  /** A new number puts the cursor into it; 0 leaves it alone. */
  readonly focus: number;
}

/** Printed for a paragraph that the user has emptied: nothing. */
const NOTHING = '{none}';

export function Paragraph({ paragraph, number, words, textOf, offered, readOnly, focus }: ParagraphProps) {
  const { kind, section, label, lead, generated, asked } = paragraph;
  const insert = useRef<(text: string) => void>(() => undefined);
  const own = words.of(section);
  const name = kind === 'own' ? label : `${label} 第${number}段`;
  const trouble = words.trouble(section);
  const over = useMemo(
    () => (own === null || generated === '' ? [] : writtenOver(generated, own, (id) => textOf(id) ?? '')),
    [own, generated, textOf],
  );
  const write = (text: string) => {
    const blank = text.trim() === '';
    if (kind === 'own' && blank) return words.drop([section]);
    if (text === generated) return words.drop([section]);
    words.write(section, blank ? NOTHING : text, `改写说明“${name}”`);
  };
  return (
    <section className={`paragraph is-${own === null ? 'generated' : 'own'}`} data-section={section}>
      <header className="paragraph-head">
        <span className="paragraph-kind">{stateOf(paragraph, own)}</span>
        <span className="spring" />
        {readOnly ? null : (
          <select
            className="paragraph-figures"
            aria-label={`在“${name}”中插入账套的数`}
            value=""
            onChange={(event) => insert.current(`{${event.target.value}}`)}
          >
            <option value="">插入账套的数…</option>
            {offered.map((id) => (
              <option key={id} value={id}>
                {FIGURES[id].label}
              </option>
            ))}
          </select>
        )}
        {own !== null && kind === 'sentence' && !readOnly ? (
          <button type="button" className="link" onClick={() => words.drop([section])}>
            恢复自动生成
          </button>
        ) : null}
      </header>
      {lead === '' ? null : <p className="paragraph-lead">{lead}</p>}
      <SentenceBox
        label={name}
        text={own ?? generated}
        textOf={textOf}
        placeholder={kind === 'own' ? `在这里写${label}` : '这一段不印'}
        readOnly={readOnly}
        focus={focus}
        onText={write}
        onReady={(put) => {
          insert.current = put;
        }}
      />
      {asked !== null && own === null ? <p className="paragraph-note is-warning">{asked.reason}</p> : null}
      {trouble === null ? null : <p className="paragraph-note is-error">{trouble}</p>}
      <ParagraphMarks section={section} />
      <Differences
        over={over}
        readOnly={readOnly}
        onMend={({ written, figures: [id] }) => {
          if (own !== null && id !== undefined) write(own.replace(written, `{${id}}`));
        }}
      />
    </section>
  );
}

function stateOf({ kind, generated }: NarrativeParagraph, own: string | null): string {
  if (kind === 'own') return own === null && generated !== '' ? `未填写，印“${generated}”` : '自己填写';
  return own === null ? '自动生成' : '已改写';
}

interface DifferencesProps {
  readonly over: readonly WrittenOver[];
  readonly readOnly: boolean;
  readonly onMend: (each: WrittenOver) => void;
}

/** Numbers typed by hand that are not what the book says. */
function Differences({ over, readOnly, onMend }: DifferencesProps) {
  return over
    .filter(({ agrees }) => !agrees)
    .map((each) => (
      <p key={each.written} className="paragraph-note is-warning" role="status">
        手写的“{each.written}”与账套不一致，账套中是“{each.expected}”。
        {readOnly || each.figures.length !== 1 ? null : (
          <button type="button" className="link" onClick={() => onMend(each)}>
            改用账套的数
          </button>
        )}
      </p>
    ));
}

/** The figures of a section's sentences first, then all others. */
export function offeredIn(paragraphs: readonly NarrativeParagraph[]): readonly FigureId[] {
  const own = paragraphs.flatMap(({ generated }) => figuresIn(generated));
  const all = Object.keys(FIGURES) as FigureId[];
  return [...new Set([...own, ...all])].filter((id) => id !== 'none');
}
