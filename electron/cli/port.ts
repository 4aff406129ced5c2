/** The command line as a shell: what a window would ask the user has been said in the command. */
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { Port } from '../core/port.ts';
import { dataFolder } from '../core/shell/data-folder.ts';

export interface GivenPaths {
  /** Absolute path of the book. */
  readonly book: string;
  /** The file to import. */
  readonly file?: string;
  /** Where a file of the suggested name goes. */
  readonly save?: (suggestedName: string) => string;
}

/** A port that answers every question with the given paths. */
export function cliPort(paths: GivenPaths): Port {
  return {
    chooseOpen: async ({ extensions }) => (extensions.includes('ysb') ? paths.book : (paths.file ?? null)),
    chooseSave: async ({ extensions, suggestedName }) =>
      extensions.includes('ysb') ? paths.book : (paths.save?.(suggestedName) ?? null),
    chooseFolder: async () => null,
    printPdf,
    reveal: async () => undefined,
    emit: () => undefined,
    now: () => new Date(),
    user: userName(),
    // A folder of its own: books that a script opens do not crowd the window's list of recent books.
    dataFolder: join(dataFolder(process.platform, process.env, homedir()), 'cli'),
  };
}

/** The browser's driver is large, and most commands print nothing. */
async function printPdf(html: string, signal?: AbortSignal): Promise<Uint8Array> {
  const [{ createPdfPrinter }, { findBrowser }] = await Promise.all([
    import('../chromium/pdf-printer.ts'),
    import('../chromium/find-browser.ts'),
  ]);
  const printer = createPdfPrinter(findBrowser());
  try {
    return await printer.print(html, signal);
  } finally {
    await printer.close();
  }
}

/** The system's name of the user; some containers have none. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '命令行';
  }
}
