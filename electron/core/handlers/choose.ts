/** The in-window file chooser, the running tasks: calls that only pass on. */
import { fail } from '../../../shared/api/failure.ts';
import type { Handlers } from '../context.ts';

export const chooseHandlers = {
  'choose.list': ({ askId, folderId }, ctx) =>
    ctx.port.chooser?.list({ askId, folderId }) ?? fail('UNKNOWN_CALL', { call: 'choose.list' }),
  'choose.answer': (input, ctx) => ctx.port.chooser?.answer(input) ?? fail('UNKNOWN_CALL', { call: 'choose.answer' }),
  'job.cancel': ({ jobId }, ctx) => {
    ctx.jobs.cancel(jobId);
    return null;
  },
} satisfies Pick<Handlers, 'choose.list' | 'choose.answer' | 'job.cancel'>;
