/** What the three processes of the desktop shell say to each other: main, the window, and the core beside them. */
import type { Answer } from '../../shared/api/client.ts';
import type { CoreEvent } from '../../shared/api/events.ts';
import type { OpenAsk, SaveAsk } from '../core/port.ts';

/** From the preload to main: asks for a line to the core. The answer is a message on PORT_CHANNEL carrying the port. */
export const CONNECT_CHANNEL = 'yusuan.connect';
export const PORT_CHANNEL = 'yusuan.port';

/** From the preload to main: pastes into what has the focus in the window that says it. */
export const PASTE_CHANNEL = 'yusuan.paste';

/** Over the line: a call of the window, and what the core says back. */
export interface WindowCall {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}
export type CoreMessage =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly kind: 'event'; readonly event: CoreEvent };

/** What the core needs of main: the things only the main process can show. */
export type Question =
  | { readonly kind: 'open'; readonly ask: OpenAsk }
  | { readonly kind: 'save'; readonly ask: SaveAsk }
  | { readonly kind: 'folder'; readonly ask: { readonly title: string } }
  | { readonly kind: 'reveal'; readonly path: string }
  | { readonly kind: 'printPdf'; readonly html: string; readonly plain: boolean };

/** A path, the bytes of a PDF, or null: cancelled, nothing to answer, or it did not work. */
export type Reply = string | Uint8Array | null;

export type ToMain =
  | { readonly kind: 'question'; readonly id: number; readonly question: Question }
  | { readonly kind: 'closed' };

/** `window` comes with a message port: the line to one window. */
export type ToCore =
  | { readonly kind: 'window' }
  | { readonly kind: 'answer'; readonly id: number; readonly reply: Reply }
  | { readonly kind: 'close' };
