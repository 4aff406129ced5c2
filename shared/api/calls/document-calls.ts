/** Calls of the contract: the disclosure document, its narrative and its pages. */
import type { DocumentState, PrintedPages } from '../../document/state.ts';
import type { Written } from '../types.ts';
import { budgetId, read, text } from './declare.ts';

export const documentCalls = {
  /** Narrative, outline, options and what is missing; `<narrative>.apply` saves words, `settings.set` options. */
  'document.get': read<DocumentState>()({ budgetId }),
  /**
   * Pages of the document as PDFs, with links to what each paragraph of the narrative is stored under. Answers after a
   * fraction of a second with what is printed by then; `known` are the parts that the window has.
   */
  'document.preview': read<PrintedPages>()({
    budgetId,
    known: { kind: 'list', label: '已有页面', of: text('页面', 60) },
  }),
  /** The document as HTML, to print it through the system's own dialog. */
  'document.html': read<string>()({ budgetId }),
  'export.pdf': read<Written>()({ budgetId, jobId: text('任务', 60) }),
  'export.docx': read<Written>()({ budgetId, jobId: text('任务', 60) }),
} as const;
