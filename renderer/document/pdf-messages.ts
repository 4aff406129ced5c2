/** What the window and its PDF worker say to each other. */

export interface PageShape {
  /** In points. */
  readonly width: number;
  readonly height: number;
}

/** A rectangle of a page that leads to what the words under it come from; in shares of the page's size. */
export interface SourceArea {
  readonly source: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export type ToWorker =
  | { readonly kind: 'open'; readonly version: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'draw'; readonly version: number; readonly page: number; readonly scale: number };

export type FromWorker =
  | { readonly kind: 'opened'; readonly version: number; readonly shapes: readonly PageShape[] }
  | {
      readonly kind: 'drawn';
      readonly version: number;
      readonly page: number;
      readonly scale: number;
      readonly picture: ImageBitmap;
      readonly areas: readonly SourceArea[];
    }
  | { readonly kind: 'failed'; readonly version: number };
