/** What the window and its PDF worker say to each other. */

/** A page of the document. */
export interface PageShape {
  /** Of what is on it: pages of one key look alike. */
  readonly key: string;
  /** In points. */
  readonly width: number;
  readonly height: number;
}

/** Where an area of a page leads: to what the words under it come from, or to a place of the document. */
export type AreaTarget = { readonly kind: 'source' | 'place'; readonly name: string };

/** A rectangle of a page that leads somewhere; in shares of the page's size. */
export interface PageArea {
  readonly to: AreaTarget;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A part of the document; null bytes where the worker has it already. */
export interface PartBytes {
  readonly id: string;
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

export type ToWorker =
  | { readonly kind: 'show'; readonly version: number; readonly parts: readonly PartBytes[] }
  | { readonly kind: 'draw'; readonly key: string; readonly scale: number };

export type FromWorker =
  | { readonly kind: 'shown'; readonly version: number; readonly shapes: readonly PageShape[] }
  | {
      readonly kind: 'drawn';
      readonly key: string;
      readonly scale: number;
      readonly picture: ImageBitmap;
      readonly areas: readonly PageArea[];
    }
  | { readonly kind: 'failed' };
