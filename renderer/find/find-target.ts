/** What Ctrl+F and its companions act on: the grid on screen, a page's own search box, or the text of the page. */
import { useEffect, useRef } from 'react';
import { createSignal } from '../state/signal.ts';

export interface FindTarget {
  readonly find: () => void;
  /** Null where nothing can be replaced. */
  readonly replace: (() => void) | null;
  /** Goes to the next match, or back. */
  readonly step: (back: boolean) => void;
}

/** The grid on screen, or the open bar over the page's text. */
const target = createSignal<FindTarget | null>(null);

/** Whether the bar that looks through the text of a page is open. */
export const pageFind = createSignal(false);

/** Makes `own` the target for as long as a component is on screen. */
export function useFindTarget(own: FindTarget): void {
  const latest = useRef(own);
  latest.current = own;
  useEffect(() => {
    const mine: FindTarget = {
      find: () => latest.current.find(),
      get replace() {
        return latest.current.replace;
      },
      step: (back) => latest.current.step(back),
    };
    const before = target.get();
    target.set(mine);
    return () => {
      if (target.get() === mine) target.set(before);
    };
  }, []);
}

/** Looks for something on the page: in its grid, in its search box, or (from that box, or without one) in its text. */
export function find(): void {
  const own = target.get();
  if (own !== null) {
    own.find();
    return;
  }
  const box = [...document.querySelectorAll<HTMLInputElement>('.page input[type=search]')].find(
    (input) => input.offsetParent !== null,
  );
  if (box === undefined || box === document.activeElement) pageFind.set(true);
  else {
    box.focus();
    box.select();
  }
}

export const canReplace = (): boolean => (target.get()?.replace ?? null) !== null;

export function replace(): void {
  target.get()?.replace?.();
}

export function findStep(back: boolean): void {
  const own = target.get();
  if (own === null) find();
  else own.step(back);
}
