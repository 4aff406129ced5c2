/**
 * The few things only a shell can do. Everything else in the core is the same in Electron, in the Chromium
 * window, in the CLI and in tests.
 */
import type { CoreEvent } from '../../shared/api/events.ts';

export interface OpenAsk {
  readonly title: string;
  /** Extensions without dot. */
  readonly extensions: readonly string[];
}

export interface SaveAsk extends OpenAsk {
  readonly suggestedName: string;
}

export interface Port {
  /** Lets the user choose an existing file. Answers its absolute path, or null when cancelled. */
  chooseOpen(ask: OpenAsk): Promise<string | null>;
  /** Lets the user choose where to write. Answers an absolute path, or null when cancelled. */
  chooseSave(ask: SaveAsk): Promise<string | null>;
  chooseFolder(ask: { readonly title: string }): Promise<string | null>;
  /**
   * Prints HTML as PDF, offline and without running scripts; pages, sizes and numbers are as its style sheet says.
   * `plain` leaves out the structure that readers for the blind and the outline need: much faster, for parts of a
   * document that are put together afterwards.
   * @throws FailureError NO_BROWSER where the shell has none; CANCELLED when `signal` aborts.
   */
  printPdf(html: string, signal?: AbortSignal, plain?: boolean): Promise<Uint8Array>;
  /** Shows a file in the system's file manager. */
  reveal(path: string): Promise<void>;
  /** Tells every window. */
  emit(event: CoreEvent): void;
  now(): Date;
  /** Name of the person at the machine, for the journal. */
  readonly user: string;
  /** A command that ends by itself: books are backed up before what could go wrong, not by the clock. */
  readonly brief?: boolean;
  /** Folder for the program's own files: recent list, logs, copies of the samples. */
  readonly dataFolder: string;
  /** Answers `choose.list` / `choose.answer` where the shell shows the in-window chooser; absent with native dialogs. */
  readonly chooser?: {
    list(input: {
      readonly askId: string;
      readonly folderId: string | null;
    }): Promise<import('../../shared/api/types.ts').ChooserFolder>;
    answer(input: {
      readonly askId: string;
      readonly folderId: string | null;
      readonly entryId: string | null;
      readonly name: string | null;
    }): Promise<null>;
  };
}
