/** Draws what the foreign workbook is at: being read, refused, or open. Small, because it is part of the first screen. */
import { lazy, Suspense } from 'react';
import { useSignal } from '../state/signal.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ReadingDialog } from '../ui/reading-dialog.tsx';
import { FailureBox } from '../ui/states.tsx';
import { closeForeign, foreign, openForeign } from './foreign.ts';

const ForeignDesk = lazy(() => import('./foreign-desk.tsx').then((module) => ({ default: module.ForeignDesk })));

export function ForeignHost() {
  const now = useSignal(foreign);
  switch (now.kind) {
    case 'closed':
      return null;
    case 'reading':
      return <ReadingDialog jobId={now.jobId} unit="张工作表" onClose={closeForeign} />;
    case 'failed':
      return (
        <Dialog
          title="没有打开这个文件"
          onClose={closeForeign}
          footer={
            <>
              <button type="button" className="button" onClick={closeForeign}>
                关闭
              </button>
              <button type="button" className="button is-primary" onClick={() => void openForeign()}>
                换一个文件
              </button>
            </>
          }
        >
          <FailureBox failure={now.failure} />
        </Dialog>
      );
    case 'open':
      return (
        <Suspense fallback={null}>
          <ForeignDesk key={now.state.fileId} state={now.state} />
        </Suspense>
      );
    default:
      return now satisfies never;
  }
}
