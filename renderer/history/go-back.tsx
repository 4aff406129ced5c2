/** Asks before going back to a point of the history: how many steps, and that nothing is lost. */
import { useEffect, useState } from 'react';
import type { HistoryEntry } from '../../shared/api/types.ts';
import { call, failureOf } from '../api.ts';
import { takeState } from '../state/events.ts';
import { Dialog } from '../ui/dialog.tsx';
import { notify, notifyFailure } from '../ui/toasts.tsx';
import { stepsTo } from './restore.ts';
import { shownTime } from './shown-time.ts';

export function GoBack({ entry, onClose }: { readonly entry: HistoryEntry; readonly onClose: () => void }) {
  const [steps, setSteps] = useState<number | null>(null);
  useEffect(() => {
    stepsTo(entry).then(setSteps, (error: unknown) => {
      notifyFailure(failureOf(error));
      onClose();
    });
  }, [entry, onClose]);
  const go = async () => {
    onClose();
    try {
      takeState(await call('history.goBackTo', { entryId: entry.id }));
      notify(`已回到“${entry.label}”做完时。`);
    } catch (error) {
      notifyFailure(failureOf(error));
    }
  };
  return (
    <Dialog
      title="回到这里"
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button type="button" className="button is-primary" aria-disabled={steps === null} onClick={() => void go()}>
            回到这里
          </button>
        </>
      }
    >
      <p>
        整个账套回到 {shownTime(entry.at)}“{entry.label}”做完时的样子。
      </p>
      <p>{steps === null ? '正在数步数…' : sentence(entry, steps)}</p>
    </Dialog>
  );
}

function sentence(entry: HistoryEntry, steps: number): string {
  if (entry.undone) return `将重做 ${steps} 步；重做的步骤仍可逐步撤销。`;
  return `将撤销其后的 ${steps} 步；撤销的步骤都留着，在作出新的修改之前可以逐步重做。`;
}
