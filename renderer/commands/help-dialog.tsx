/** All shortcuts, from the same lists that make them work. */
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

export function HelpDialog({ onClose, onAbout }: HelpDialogProps) {
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
      <div className="help">
        <section>
          <h3>全局</h3>
          <dl>
            {COMMANDS.map((command) => (
              <Entry key={command.id} keys={command.shortcuts.map(shownShortcut)} label={command.label} />
            ))}
          </dl>
        </section>
        <section>
          <h3>表格</h3>
          <dl>
            {GRID_NAVIGATION.map(({ keys, label }) => (
              <Entry key={keys} keys={keys.split(' / ')} label={label} />
            ))}
            {[...GRID_SHORTCUTS, ...INDICATOR_SHORTCUTS].map(({ shortcuts, label }) => (
              <Entry key={label} keys={shortcuts.map(shownShortcut)} label={label} />
            ))}
          </dl>
        </section>
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
