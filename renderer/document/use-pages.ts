/** The printed pages of the document, printed anew when the book has rested after a change. */
import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../shared/api/failure.ts';
import { call, failureOf } from '../api.ts';
import { createPdfClient, type DrawnPage, type PdfClient } from './pdf-client.ts';
import type { PageShape } from './pdf-messages.ts';

export interface Pages {
  /** Which printing is shown; 0 = none yet. */
  readonly version: number;
  readonly shapes: readonly PageShape[];
  /** Page of each heading, counted from the first sheet. */
  readonly places: Readonly<Record<string, number>>;
  /** A newer printing is being made. */
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly drawn: ReadonlyMap<number, DrawnPage>;
  readonly draw: (page: number, scale: number) => void;
  /** A page went far out of view: its picture takes megabytes. */
  readonly forget: (page: number) => void;
  readonly retry: () => void;
}

interface Shown {
  readonly version: number;
  readonly shapes: readonly PageShape[];
  readonly places: Readonly<Record<string, number>>;
}

const NOTHING: Shown = { version: 0, shapes: [], places: {} };
/** Edits rest this long before the document is printed again. */
const REST_MS = 500;

/** @param of changes whenever the document may have changed */
export function usePages(budgetId: number, of: string): Pages {
  const [shown, setShown] = useState<Shown>(NOTHING);
  const [drawn, setDrawn] = useState<ReadonlyMap<number, DrawnPage>>(new Map());
  const [busy, setBusy] = useState(true);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [turn, setTurn] = useState(0);
  const client = useRef<PdfClient | null>(null);
  const last = useRef(0);
  const places = useRef<Shown['places']>({});

  useEffect(() => {
    const made = createPdfClient({
      opened: (version, shapes) => {
        if (version !== last.current) return;
        setShown({ version, shapes, places: places.current });
        setBusy(false);
      },
      drawn: (page, picture) =>
        setDrawn((known) => {
          known.get(page)?.picture.close();
          return new Map(known).set(page, picture);
        }),
      failed: () => {
        setBusy(false);
        setFailure(failureOf(new Error('预览')));
      },
    });
    client.current = made;
    return () => made.close();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `of` and `turn` say when to print, not what
  useEffect(() => {
    let stays = true;
    const print = async () => {
      setBusy(true);
      try {
        const printed = await call('document.preview', { budgetId });
        if (!stays) return;
        last.current += 1;
        places.current = printed.pages;
        setFailure(null);
        client.current?.open(last.current, bytesOf(printed.pdf));
      } catch (error) {
        if (!stays) return;
        setBusy(false);
        setFailure(failureOf(error));
      }
    };
    const resting = setTimeout(() => void print(), last.current === 0 ? 0 : REST_MS);
    return () => {
      stays = false;
      clearTimeout(resting);
    };
  }, [budgetId, of, turn]);

  return {
    ...shown,
    busy,
    failure,
    drawn,
    draw: (page, scale) => client.current?.draw(shown.version, page, scale),
    forget: (page) =>
      setDrawn((known) => {
        const picture = known.get(page);
        if (picture === undefined) return known;
        picture.picture.close();
        const rest = new Map(known);
        rest.delete(page);
        return rest;
      }),
    retry: () => setTurn((count) => count + 1),
  };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
