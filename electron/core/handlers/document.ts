/** The disclosure document: what it says, its pages, and its files. */
import type { Book } from '../../../db/book.ts';
import { FailureError } from '../../../shared/api/failure.ts';
import { attachedIndex } from '../../../shared/document/disclosure.ts';
import { type PageNumbers, renderHtml } from '../../../shared/document/html.ts';
import { missingOf } from '../../../shared/narrative/missing.ts';
import type { Context, Handlers, Job } from '../context.ts';
import { type BuiltDocument, buildDocument } from '../document.ts';
import { renderDocx } from '../export/docx/document.ts';
import { fileName } from '../export/file-name.ts';
import { step } from '../export/in-steps.ts';
import { type Printed, type PrintOptions, printDocument } from '../export/pdf/print-document.ts';
import { writeChosen } from '../export/write-chosen.ts';

interface LastPrinting {
  readonly numbers: PageNumbers;
  /** What was printed: the book's revision and the options. */
  readonly of: string;
}

/**
 * Each budget's last printing. An edit seldom moves a heading, so its page numbers are a good guess, and a right guess
 * saves a printing.
 */
const lastPrintings = new WeakMap<Book, Map<number, LastPrinting>>();

function printingsOf(book: Book): Map<number, LastPrinting> {
  const printings = lastPrintings.get(book) ?? new Map<number, LastPrinting>();
  lastPrintings.set(book, printings);
  return printings;
}

const versionOf = (built: BuiltDocument, ctx: Context) => JSON.stringify([ctx.state().revision, built.options]);

/** Prints a budget's document and remembers its page numbers. */
async function print(
  budgetId: number,
  built: BuiltDocument,
  ctx: Context,
  options: Omit<PrintOptions, 'guess'>,
): Promise<Printed> {
  const printings = printingsOf(ctx.book());
  const of = versionOf(built, ctx);
  const guess = printings.get(budgetId)?.numbers ?? null;
  const printed = await printDocument(built.document, ctx.port.printPdf, { ...options, guess });
  if (printed.numbers !== null) printings.set(budgetId, { numbers: printed.numbers, of });
  return printed;
}

/** Pages of the headings; null where no browser is found, then Word counts them itself. */
async function pagesFor(
  budgetId: number,
  built: BuiltDocument,
  ctx: Context,
  signal?: AbortSignal,
): Promise<PageNumbers | null> {
  const last = printingsOf(ctx.book()).get(budgetId);
  if (last?.of === versionOf(built, ctx)) return last.numbers;
  try {
    return (await print(budgetId, built, ctx, signal === undefined ? {} : { signal })).numbers;
  } catch (error) {
    if (error instanceof FailureError && error.failure.code === 'NO_BROWSER') return null;
    throw error;
  }
}

export const documentHandlers = {
  'document.get': ({ budgetId }, ctx) => {
    const { input, narrative, options, document } = buildDocument(budgetId, ctx, attachedIndex);
    return {
      revision: ctx.state().revision,
      title: document.title,
      outline: document.sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) =>
          block.kind === 'heading' && block.contents !== null
            ? [{ anchor: block.anchor, level: block.level, text: block.contents }]
            : [],
        ),
      ),
      narrative,
      options,
      missing: missingOf(narrative, input),
      watermark: document.watermark,
    };
  },

  'document.preview': async ({ budgetId }, ctx) => {
    const { revision } = ctx.state();
    const { pdf, numbers } = await print(budgetId, buildDocument(budgetId, ctx), ctx, { sources: true });
    const front = numbers?.front ?? 0;
    const pages = Object.entries(numbers?.pages ?? {}).map(([anchor, page]) => [anchor, page + front]);
    return { revision, pdf: Buffer.from(pdf).toString('base64'), pages: Object.fromEntries(pages) };
  },

  'document.html': async ({ budgetId }, ctx) => {
    const built = buildDocument(budgetId, ctx);
    return renderHtml(built.document, { numbers: await pagesFor(budgetId, built, ctx) });
  },

  'export.pdf': ({ budgetId, jobId }, ctx) =>
    writeDocument(ctx, budgetId, jobId, 'pdf', async (built, job) => {
      const onPrinted = (done: number) => job.progress(done, 3);
      return (await print(budgetId, built, ctx, { signal: job.signal, onPrinted })).pdf;
    }),

  'export.docx': ({ budgetId, jobId }, ctx) =>
    writeDocument(ctx, budgetId, jobId, 'docx', async (built, job) => {
      const numbers = await pagesFor(budgetId, built, ctx, job.signal);
      return renderDocx({
        document: built.document,
        numbers,
        author: built.input.unit.name,
        onSection: () => step(job, 2, 3),
      });
    }),
} satisfies Pick<Handlers, 'document.get' | 'document.preview' | 'document.html' | 'export.pdf' | 'export.docx'>;

function writeDocument(
  ctx: Context,
  budgetId: number,
  jobId: string,
  extension: 'pdf' | 'docx',
  render: (built: BuiltDocument, job: Job) => Promise<Uint8Array>,
) {
  const { document } = buildDocument(budgetId, ctx, attachedIndex);
  return writeChosen(ctx, {
    jobId,
    title: extension === 'pdf' ? '导出公开文本（PDF）' : '导出公开文本（Word）',
    suggestedName: fileName(document.title, extension),
    extension,
    // Built again: the book may have changed while the user chose.
    render: (job) => render(buildDocument(budgetId, ctx), job),
  });
}
