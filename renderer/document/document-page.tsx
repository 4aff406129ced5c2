/** 文档: the whole disclosure as it will be printed, its outline, and the words of 预算说明 beside it. */
import { useEffect, useMemo, useState } from 'react';
import { type DocumentOptions, optionsKey } from '../../shared/document/options.ts';
import type { DocumentState, OutlineEntry } from '../../shared/document/state.ts';
import type { Missing } from '../../shared/narrative/missing.ts';
import { call, failureOf } from '../api.ts';
import { queries, useCall } from '../state/query.ts';
import { usePlace } from '../state/window-state.ts';
import { FileJobLine, useFileJob } from '../ui/file-job.tsx';
import { Loading, Shown } from '../ui/states.tsx';
import { notifyFailure } from '../ui/toasts.tsx';
import { OptionsDialog } from './options-dialog.tsx';
import { Outline } from './outline.tsx';
import { type PageTarget, Preview } from './preview.tsx';
import { SaveButtons } from './save-buttons.tsx';
import { type ParagraphTarget, SectionEditor } from './section-editor.tsx';
import { SidePanel } from './side-panel.tsx';
import { usePages } from './use-pages.ts';
import { useWords } from './use-words.ts';
import '../styles/document.css';

export function DocumentPage() {
  const { budget } = usePlace();
  const asked = useCall('document.get', { budgetId: budget.id });
  return (
    <Shown asked={asked} what="文档">
      {(state) => <Desk state={state} />}
    </Shown>
  );
}

/** What is edited beside the pages; null = what is still missing. */
interface Opened {
  readonly anchor: string | null;
  readonly paragraph: ParagraphTarget | null;
}

const anchorOf = (section: string) => `say_${section}`;

function Desk({ state }: { readonly state: DocumentState }) {
  const { budget, goTo } = usePlace();
  const book = useCall('book.state', {});
  const { opening = 0, revision = 0 } = (book.kind === 'ready' ? book.value : null) ?? {};
  const saving = useFileJob();
  const words = useWords();
  const pages = usePages(budget.id, `${opening}|${revision}|${JSON.stringify(state.options)}`);
  const [opened, setOpened] = useState<Opened>({ anchor: null, paragraph: null });
  const [seen, setSeen] = useState<string | null>(null);
  const [target, setTarget] = useState<PageTarget | null>(null);
  /** The heading to go to: its page may not be printed yet. */
  const [wished, setWished] = useState<string | null>(null);
  const [options, setOptions] = useState(false);
  const { narrative } = state;

  useEffect(() => {
    const page = wished === null ? undefined : pages.places[wished];
    if (page === undefined) return;
    setTarget({ page });
    setWished(null);
  }, [wished, pages.places]);
  /** Answers the heading that the paragraph stands under. */
  const openParagraph = (section: string): string | null => {
    const found = narrative.sections.find(({ parts }) =>
      parts.some((part) => part.kind !== 'heading' && part.section === section),
    );
    if (found === undefined) return null;
    setSeen(anchorOf(found.id));
    setOpened(({ paragraph }) => ({
      anchor: anchorOf(found.id),
      paragraph: { section, turn: (paragraph?.turn ?? 0) + 1 },
    }));
    return anchorOf(found.id);
  };
  const choose = ({ anchor }: OutlineEntry) => {
    setSeen(anchor);
    setOpened({ anchor, paragraph: null });
    setWished(anchor);
  };
  const openMissing = ({ at }: Missing) => {
    if (at.kind !== 'paragraph') return;
    openParagraph(at.section);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: followed once for each wish to go there
  useEffect(() => {
    if (goTo?.kind === 'narrative') setWished(openParagraph(goTo.section));
  }, [goTo]);

  const save = async (next: DocumentOptions) => {
    setOptions(false);
    try {
      await call('settings.set', { key: optionsKey(budget.id), value: JSON.stringify(next) });
      await queries.invalidateQueries({ queryKey: ['document.get'] });
    } catch (error) {
      notifyFailure(failureOf(error));
    }
  };
  const marked = useMemo(() => markedAnchors(state), [state]);
  const section = narrative.sections.find(({ id }) => anchorOf(id) === opened.anchor);
  return (
    <div className="document-page">
      <header className="page-head">
        <h1>文档</h1>
        {state.missing.length === 0 ? null : (
          <button type="button" className="link" onClick={() => setOpened({ anchor: null, paragraph: null })}>
            还有 {state.missing.length} 处待补
          </button>
        )}
        <span className="spring" />
        <button type="button" className="button" onClick={() => setOptions(true)}>
          版式设置
        </button>
        <SaveButtons job={saving} />
      </header>
      <FileJobLine job={saving} unit="遍" />
      <div className="document-desk">
        <Outline entries={state.outline} current={seen} pages={pages.places} marked={marked} onChoose={choose} />
        <Preview
          pages={pages}
          target={target}
          onPage={(page) => setSeen((now) => headingAt(state.outline, pages.places, page, now))}
          onArea={({ kind, name }) => (kind === 'source' ? openParagraph(name) : setWished(name))}
        />
        <section className="document-editor" aria-label="编辑">
          {section === undefined ? (
            <SidePanel anchor={opened.anchor} missing={state.missing} onMissing={openMissing} />
          ) : words === null ? (
            <Loading what="说明文字" />
          ) : (
            <SectionEditor
              key={section.id}
              section={section}
              figures={narrative.figures}
              words={words}
              target={opened.paragraph}
            />
          )}
        </section>
      </div>
      {options ? (
        <OptionsDialog options={state.options} onSave={(next) => void save(next)} onClose={() => setOptions(false)} />
      ) : null}
    </div>
  );
}

/** The first heading of a page, or the last one before it; the one that was chosen where it stands there, too. */
function headingAt(
  outline: readonly OutlineEntry[],
  places: Readonly<Record<string, number>>,
  page: number,
  chosen: string | null,
): string | null {
  if (chosen !== null && places[chosen] === page) return chosen;
  const first = outline.find(({ anchor }) => places[anchor] === page);
  if (first !== undefined) return first.anchor;
  return outline.findLast(({ anchor }) => (places[anchor] ?? Number.POSITIVE_INFINITY) <= page)?.anchor ?? null;
}

/** Sections that lack something. */
function markedAnchors({ missing, narrative }: DocumentState): ReadonlySet<string> {
  const wanted = new Set(missing.flatMap(({ at }) => (at.kind === 'paragraph' ? [at.section] : [])));
  return new Set(
    narrative.sections
      .filter(({ parts }) => parts.some((part) => part.kind !== 'heading' && wanted.has(part.section)))
      .map(({ id }) => anchorOf(id)),
  );
}
