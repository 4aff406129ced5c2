/** The command line as a shell: what a window would ask the user has been said in the command. */
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { PdfPrinter } from '../chromium/pdf-printer.ts';
import type { Port } from '../core/port.ts';
import { dataFolder } from '../core/shell/data-folder.ts';

export interface GivenPaths {
  /** Absolute path of the book; absent where no book is opened. */
  readonly book?: string;
  /** The file to import or to audit. */
  readonly file?: string;
  /** Where a file of the suggested name goes. */
  readonly save?: (suggestedName: string) => string;
  /** Where a new folder goes. */
  readonly folder?: string;
}

export interface CliPort extends Port {
  /** Ends the browser that has printed, if any: the command would wait for it otherwise. */
  close(): Promise<void>;
}

/** A port that answers every question with the given paths. */
export function cliPort(paths: GivenPaths): CliPort {
  return {
    ...lazyPrinter(),
    chooseOpen: async ({ extensions }) => (extensions.includes('ysb') ? paths.book : paths.file) ?? null,
    chooseSave: async ({ extensions, suggestedName }) =>
      (extensions.includes('ysb') ? paths.book : paths.save?.(suggestedName)) ?? null,
    chooseFolder: async () => paths.folder ?? null,
    reveal: async () => undefined,
    emit: () => undefined,
    now: () => new Date(),
    user: userName(),
    brief: true,
    // A folder of its own: books that a script opens do not crowd the window's list of recent books.
    dataFolder: join(dataFolder(process.platform, process.env, homedir()), 'cli'),
  };
}

/** Prints by an installed browser, which stays for the command's further prints. */
function lazyPrinter(): Pick<CliPort, 'printPdf' | 'close'> {
  let loading: Promise<PdfPrinter> | null = null;
  // The browser's driver is large, and most commands print nothing.
  const load = async () => {
    const [{ createPdfPrinter }, { findBrowser }] = await Promise.all([
      import('../chromium/pdf-printer.ts'),
      import('../chromium/find-browser.ts'),
    ]);
    return createPdfPrinter(findBrowser());
  };
  return {
    printPdf: async (...order) => {
      loading ??= load();
      return (await loading).print(...order);
    },
    close: async () => (await loading)?.close(),
  };
}

/** The system's name of the user; some containers have none. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '命令行';
  }
}
