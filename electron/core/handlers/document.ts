/** The disclosure document: what it says, its pages, and its files. */
import type { Book } from '../../../db/book.ts';
import { readSetting } from '../../../db/settings.ts';
import { FailureError, fail } from '../../../shared/api/failure.ts';
import { attachedIndex, attachedSheets } from '../../../shared/document/disclosure.ts';
import type { PrintedSheet } from '../../../shared/document/goals/printed-sheet.ts';
import { type PageNumbers, renderHtml } from '../../../shared/document/html.ts';
import { outlineOf } from '../../../shared/document/model.ts';
import { optionsKey } from '../../../shared/document/options.ts';
import { missingOf } from '../../../shared/narrative/missing.ts';
import type { Context, Handlers, Job } from '../context.ts';
import { type BuiltDocument, buildDocument } from '../document.ts';
import { renderDocx } from '../export/docx/document.ts';
import { fileName } from '../export/file-name.ts';
import { createPager, type Pager } from '../export/goal-sheets/sheet-pager.ts';
import { step } from '../export/in-steps.ts';
import { joinPdfs } from '../export/pdf/join-pdfs.ts';
import { createPartPrinter, type PartPrinter, type PartsOrder, type PrintedParts } from '../export/pdf/part-printer.ts';
import { printDocument } from '../export/pdf/print-document.ts';
import { writeChosen } from '../export/write-chosen.ts';

/** What is known of a budget's document while its book is open. */
interface Desk {
  /** The document as it was built last, and of what: the book's revision and the options. */
  built: { readonly of: string; readonly document: BuiltDocument } | null;
  /**
   * Page numbers of the last printing. An edit seldom moves a heading, so they are a good guess, and a right guess
   * saves a printing.
   */
  printed: { readonly of: string; readonly numbers: PageNumbers } | null;
  readonly parts: PartPrinter;
  readonly pager: Pager;
}

const desks = new WeakMap<Book, Map<number, Desk>>();

function deskOf(budgetId: number, ctx: Context): Desk {
  const all = desks.get(ctx.book()) ?? new Map<number, Desk>();
  desks.set(ctx.book(), all);
  const known = all.get(budgetId);
  if (known !== undefined) return known;
  const desk = { built: null, printed: null, parts: createPartPrinter(ctx.port.printPdf), pager: createPager() };
  all.set(budgetId, desk);
  return desk;
}

/** What a budget's document depends on. */
const versionOf = (budgetId: number, ctx: Context) =>
  `${ctx.state().revision} ${readSetting(ctx.book(), optionsKey(budgetId))}`;

/** The document of a budget as the book is now. @throws FailureError NOT_FOUND. */
function documentOf(budgetId: number, ctx: Context): { readonly of: string; readonly document: BuiltDocument } {
  const desk = deskOf(budgetId, ctx);
  const of = versionOf(budgetId, ctx);
  if (desk.built?.of !== of) {
    const attach = (sheets: readonly PrintedSheet[]) => attachedSheets(sheets, desk.pager);
    desk.built = { of, document: buildDocument(budgetId, ctx, attach) };
  }
  return desk.built;
}

/** Prints the parts that are not printed yet, as far as `order` wants, and remembers the page numbers. */
async function printParts(budgetId: number, ctx: Context, order: Omit<PartsOrder, 'document'>): Promise<PrintedParts> {
  const desk = deskOf(budgetId, ctx);
  const { of, document } = documentOf(budgetId, ctx);
  const printed = await desk.parts.print({ ...order, document: document.document });
  if (printed.complete) desk.printed = { of, numbers: printed.numbers };
  return printed;
}

/** A document of more sections is printed in parts and put together: as a whole it would take a browser gigabytes. */
const MOST_SECTIONS = 120;

/** The whole document as PDF. @throws FailureError NO_BROWSER, CANCELLED */
export async function wholePdf(budgetId: number, ctx: Context, job: Job): Promise<Uint8Array> {
  const desk = deskOf(budgetId, ctx);
  const { of, document: built } = documentOf(budgetId, ctx);
  const { document } = built;
  if (document.sections.length > MOST_SECTIONS) {
    const goOn = (done: number, total: number) => {
      job.progress(done, total);
      return true;
    };
    const { parts } = await printParts(budgetId, ctx, { sources: false, signal: job.signal, goOn });
    const outline = outlineOf(document.sections);
    return joinPdfs({ title: document.title, parts: parts.map(({ pdf }) => pdf), outline });
  }
  const guess = desk.printed?.numbers ?? null;
  const onPrinted = (done: number) => job.progress(done, 3);
  const { pdf, numbers } = await printDocument(document, ctx.port.printPdf, { signal: job.signal, onPrinted, guess });
  if (numbers !== null) desk.printed = { of, numbers };
  return pdf;
}

/** Pages of the headings; null where no browser is found, then Word counts them itself. */
async function pagesFor(budgetId: number, ctx: Context, signal?: AbortSignal): Promise<PageNumbers | null> {
  const { printed } = deskOf(budgetId, ctx);
  if (printed?.of === versionOf(budgetId, ctx)) return printed.numbers;
  try {
    const order = { sources: true, goOn: () => true };
    return (await printParts(budgetId, ctx, signal === undefined ? order : { ...order, signal })).numbers;
  } catch (error) {
    if (error instanceof FailureError && error.failure.code === 'NO_BROWSER') return null;
    throw error;
  }
}

/** The whole document as Word document. @throws FailureError CANCELLED */
export async function wholeDocx(budgetId: number, ctx: Context, job: Job): Promise<Uint8Array> {
  const numbers = await pagesFor(budgetId, ctx, job.signal);
  const { document, input } = documentOf(budgetId, ctx).document;
  const onSection = () => step(job, 2, 3);
  return renderDocx({ document, numbers, author: input.unit.name, onSection });
}

/** Parts are printed for so long before the window is told of them. */
const SPELL_MS = 300;

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

  'document.preview': async ({ budgetId, known }, ctx) => {
    const { revision } = ctx.state();
    const of = versionOf(budgetId, ctx);
    const until = performance.now() + SPELL_MS;
    const goOn = () => performance.now() < until && versionOf(budgetId, ctx) === of;
    const { parts, numbers, complete } = await printParts(budgetId, ctx, { sources: true, goOn });
    const has = new Set(known);
    const pages = Object.entries(numbers.pages).map(([anchor, page]) => [anchor, page + numbers.front]);
    return {
      revision,
      complete,
      parts: parts.map(({ id, count, pdf }) => {
        return { id, pages: count, pdf: has.has(id) ? null : Buffer.from(pdf).toString('base64') };
      }),
      pages: Object.fromEntries(pages),
    };
  },

  'document.html': async ({ budgetId }, ctx) => {
    const { sections } = documentOf(budgetId, ctx).document.document;
    if (sections.length > MOST_SECTIONS) {
      const sheets = sections.filter(({ margins }) => margins === 'form').length;
      return fail('TOO_LONG_TO_PRINT', { sheets: String(sheets) });
    }
    const numbers = await pagesFor(budgetId, ctx);
    return renderHtml(documentOf(budgetId, ctx).document.document, { numbers });
  },

  'export.pdf': ({ budgetId, jobId }, ctx) =>
    writeDocument(ctx, { budgetId, jobId, extension: 'pdf', render: (job) => wholePdf(budgetId, ctx, job) }),

  'export.docx': ({ budgetId, jobId }, ctx) =>
    writeDocument(ctx, {
      budgetId,
      jobId,
      extension: 'docx',
      render: (job) => wholeDocx(budgetId, ctx, job),
    }),
} satisfies Pick<Handlers, 'document.get' | 'document.preview' | 'document.html' | 'export.pdf' | 'export.docx'>;

interface DocumentFile {
  readonly budgetId: number;
  readonly jobId: string;
  readonly extension: 'pdf' | 'docx';
  /** Called after the user has chosen: the book may have changed meanwhile. */
  readonly render: (job: Job) => Promise<Uint8Array>;
}

function writeDocument(ctx: Context, { budgetId, jobId, extension, render }: DocumentFile) {
  const { document } = buildDocument(budgetId, ctx, attachedIndex);
  return writeChosen(ctx, {
    jobId,
    title: extension === 'pdf' ? '导出公开文本（PDF）' : '导出公开文本（Word）',
    suggestedName: fileName(document.title, extension),
    extension,
    render,
  });
}
