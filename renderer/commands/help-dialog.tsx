/** All shortcuts, from the same lists that make them work. */
import { useState } from 'react';
import { INDICATOR_SHORTCUTS } from '../goals/keys.ts';
import { GRID_NAVIGATION, GRID_SHORTCUTS } from '../grid/keys.ts';
import { Dialog } from '../ui/dialog.tsx';
import { COMMANDS } from './commands.ts';
import { shownShortcut } from './shortcut.ts';

interface HelpDialogProps {
  readonly onClose: () => void;
  /** Opens 关于 in its place. */
  readonly onAbout: () => void;
}

interface Shown {
  readonly keys: readonly string[];
  readonly label: string;
}

const SECTIONS: readonly { readonly title: string; readonly entries: readonly Shown[] }[] = [
  { title: '全局', entries: COMMANDS.map(({ shortcuts, label }) => ({ keys: shortcuts.map(shownShortcut), label })) },
  {
    title: '表格',
    entries: [
      ...GRID_NAVIGATION.map(({ keys, label }) => ({ keys: keys.split(' / '), label })),
      ...[...GRID_SHORTCUTS, ...INDICATOR_SHORTCUTS].map(({ shortcuts, label }) => ({
        keys: shortcuts.map(shownShortcut),
        label,
      })),
    ],
  },
];

export function HelpDialog({ onClose, onAbout }: HelpDialogProps) {
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLowerCase();
  const matches = ({ keys, label }: Shown) => `${label} ${keys.join(' ')}`.toLowerCase().includes(wanted);
  return (
    <Dialog
      title="快捷键一览"
      width={820}
      onClose={onClose}
      footer={
        <button type="button" className="button" onClick={onAbout}>
          关于本程序、许可和支持信息
        </button>
      }
    >
      <input
        type="search"
        className="input help-search"
        placeholder="想做什么，如：填充、查找、插入"
        aria-label="搜索快捷键"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <div className="help">
        {SECTIONS.map(({ title, entries }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {entries.filter(matches).map(({ keys, label }) => (
                <Entry key={label} keys={keys} label={label} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function Entry({ keys, label }: { readonly keys: readonly string[]; readonly label: string }) {
  return (
    <>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{label}</dd>
    </>
  );
}
