/**
 * The rows of a pasted block stand in the grid while the block is looked over, each time nothing has been changed in it for
 * a while: behind the dialog one sees where they would come, and taking them finds them drawn.
 */
import { useLayoutEffect } from 'react';
import type { GridControls } from '../grid/grid-controls.ts';
import type { LocalModel } from './local-model.ts';
import { selectRows } from './select-rows.ts';

/** A block that would come last. */
export interface Proposed {
  readonly model: LocalModel;
  readonly controls: GridControls;
}

/** @param block null when none is looked over that would come last; without it the grid is again as it was before */
export function useProposal(block: Proposed | null): void {
  const { model = null, controls = null } = block ?? {};
  // Before the next frame: rows that have been refused are not seen without the dialog over them.
  useLayoutEffect(() => {
    if (model === null || controls === null) return;
    const { session, select } = controls;
    const before = controls.selected.current;
    const withdraw = () => {
      if (session.withdraw()) select(before);
    };
    const deaf = model.whenReady((rows) => {
      withdraw();
      const keys = session.propose(rows);
      if (keys !== null) selectRows(controls, keys);
    });
    return () => {
      deaf();
      withdraw();
    };
  }, [model, controls]);
}
