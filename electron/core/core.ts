import type { Answer } from '../../shared/api/client.ts';

/** One open application: at most one book, served to any number of windows. `openCore(port)` in open-core.ts makes one. */
export interface Core {
  /** Runs one call of the contract. Never throws: failures are answers. */
  dispatch(name: string, raw: unknown): Promise<Answer>;
  /** Closes the book, releases its lock, finishes the log. */
  close(): Promise<void>;
}
