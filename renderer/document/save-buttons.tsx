/** Saving the document as a file, and printing it. */
import { call } from '../api.ts';
import { usePlace } from '../state/window-state.ts';
import type { FileJob } from '../ui/file-job.tsx';
import { whileBusy } from '../ui/while-busy.ts';
import { printHtml } from './print.ts';

export function SaveButtons({ job }: { readonly job: FileJob }) {
  const { budget } = usePlace();
  const save = (name: 'export.pdf' | 'export.docx') => job.write((jobId) => call(name, { budgetId: budget.id, jobId }));
  const print = () =>
    job.attempt('正在排版，随后打开打印窗口…', async () => {
      await printHtml(await call('document.html', { budgetId: budget.id }));
    });
  return (
    <>
      <button type="button" className="button is-primary" {...whileBusy(job.isBusy, () => save('export.pdf'))}>
        保存 PDF
      </button>
      <button type="button" className="button" {...whileBusy(job.isBusy, () => save('export.docx'))}>
        保存 Word
      </button>
      <button type="button" className="button" {...whileBusy(job.isBusy, print)}>
        打印…
      </button>
    </>
  );
}
