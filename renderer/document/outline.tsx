/** The document's headings; one leads to its page, and to its words where they can be edited here. */
import type { OutlineEntry } from '../../shared/document/state.ts';

interface OutlineProps {
  readonly entries: readonly OutlineEntry[];
  readonly current: string | null;
  /** Page of each heading, as far as it is known. */
  readonly pages: Readonly<Record<string, number>>;
  /** Headings under which something is asked for. */
  readonly marked: ReadonlySet<string>;
  readonly onChoose: (entry: OutlineEntry) => void;
}

export function Outline({ entries, current, pages, marked, onChoose }: OutlineProps) {
  return (
    <nav className="outline" aria-label="文档目录">
      {entries.map((entry) => (
        <button
          key={entry.anchor}
          type="button"
          className={`outline-entry is-level${entry.level}${entry.anchor === current ? ' is-current' : ''}`}
          aria-current={entry.anchor === current ? 'location' : undefined}
          title={entry.text}
          onClick={() => onChoose(entry)}
        >
          <span className="outline-text">{entry.text}</span>
          {marked.has(entry.anchor) ? (
            <span className="tag is-warning" title="有内容待补">
              待补
            </span>
          ) : null}
          <span className="outline-page">{pages[entry.anchor] ?? ''}</span>
        </button>
      ))}
    </nav>
  );
}
