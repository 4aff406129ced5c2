/** The printed pages of the document, printed anew when the book has rested after a change. */
import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../shared/api/failure.ts';
import type { PagesPart } from '../../shared/document/state.ts';
import { call, failureOf } from '../api.ts';
import { createPdfClient, type DrawnPage, type PdfClient } from './pdf-client.ts';
import type { PageShape } from './pdf-messages.ts';

export interface Pages {
  readonly shapes: readonly PageShape[];
  /** Page of each heading, counted from the first sheet. */
  readonly places: Readonly<Record<string, number>>;
  /** Pages are being printed: those that are shown may be of an earlier state, or not all. */
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly drawn: ReadonlyMap<string, DrawnPage>;
  readonly draw: (key: string, scale: number) => void;
  /** A page went far out of view: its picture takes megabytes. */
  readonly forget: (key: string) => void;
  readonly retry: () => void;
}

interface Shown {
  readonly shapes: readonly PageShape[];
  readonly places: Readonly<Record<string, number>>;
}

const NOTHING: Shown = { shapes: [], places: {} };
/** Edits rest this long before the document is printed again; words are saved only when typing has rested anyway. */
const REST_MS = 150;

/** @param of changes whenever the document may have changed */
export function usePages(budgetId: number, of: string): Pages {
  const [shown, setShown] = useState<Shown>(NOTHING);
  const [drawn, setDrawn] = useState<ReadonlyMap<string, DrawnPage>>(new Map());
  const [busy, setBusy] = useState(true);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [turn, setTurn] = useState(0);
  const client = useRef<PdfClient | null>(null);
  const last = useRef({ version: 0, places: NOTHING.places });
  /** Parts that the worker has. */
  const held = useRef<readonly string[]>([]);

  useEffect(() => {
    const made = createPdfClient({
      shown: (version, shapes) => {
        if (version === last.current.version) setShown({ shapes, places: last.current.places });
      },
      drawn: (key, picture) =>
        setDrawn((known) => {
          known.get(key)?.picture.close();
          return new Map(known).set(key, picture);
        }),
      failed: () => {
        setBusy(false);
        setFailure(failureOf(new Error('预览')));
      },
    });
    client.current = made;
    return () => {
      made.close();
      held.current = [];
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `of` and `turn` say when to print, not what
  useEffect(() => {
    let stays = true;
    const print = async () => {
      setBusy(true);
      try {
        for (let complete = false; stays && !complete; ) {
          const printed = await call('document.preview', { budgetId, known: held.current });
          if (!stays) return;
          complete = printed.complete;
          last.current = { version: last.current.version + 1, places: printed.pages };
          held.current = printed.parts.map(({ id }) => id);
          client.current?.show(last.current.version, printed.parts.map(partOf));
        }
        setFailure(null);
        setBusy(false);
      } catch (error) {
        if (!stays) return;
        setBusy(false);
        setFailure(failureOf(error));
      }
    };
    const resting = setTimeout(() => void print(), last.current.version === 0 ? 0 : REST_MS);
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
    draw: (key, scale) => client.current?.draw(key, scale),
    forget: (key) =>
      setDrawn((known) => {
        const picture = known.get(key);
        if (picture === undefined) return known;
        picture.picture.close();
        const rest = new Map(known);
        rest.delete(key);
        return rest;
      }),
    retry: () => setTurn((count) => count + 1),
  };
}

function partOf({ id, pdf }: PagesPart) {
  return { id, bytes: pdf === null ? null : bytesOf(pdf) };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
