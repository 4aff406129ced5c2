/** What can be done to findings on 审核, the same from buttons and from the keyboard. */
import type { KeptFinding } from '../../shared/checks/finding.ts';
import { usePlace } from '../state/window-state.ts';
import { mend, unwaive } from './mend.ts';
import { goToFinding } from './trail.ts';

export interface ReviewActions {
  /** The budget cannot be changed. */
  readonly locked: boolean;
  readonly go: (finding: KeptFinding) => void;
  readonly mend: (finding: KeptFinding) => void;
  /** The findings that are mended along with it: all of its rule, where the rule allows it. */
  readonly mendable: (finding: KeptFinding) => readonly KeptFinding[];
  readonly mendAll: (finding: KeptFinding) => void;
  /** Asks for the reason, or for another one. */
  readonly waive: (finding: KeptFinding) => void;
  readonly unwaive: (finding: KeptFinding) => void;
}

interface ReviewActionsParts {
  /** All findings of the budget. */
  readonly findings: readonly KeptFinding[];
  /** Those on screen, in their order. */
  readonly shown: readonly KeptFinding[];
  readonly onWaive: (finding: KeptFinding) => void;
}

export function useReviewActions({ findings, shown, onWaive }: ReviewActionsParts): ReviewActions {
  const place = usePlace();
  const mendable = ({ ruleId, fix, waived }: KeptFinding) =>
    fix?.all === true && waived === undefined
      ? findings.filter((one) => one.ruleId === ruleId && one.waived === undefined && one.fix?.label === fix.label)
      : [];
  return {
    locked: place.book.readOnly || place.budget.status !== 'draft',
    go: (finding) =>
      goToFinding(
        place,
        finding,
        shown.map(({ key }) => key),
      ),
    mend: (finding) => void mend(finding),
    mendable,
    mendAll: (finding) => void mend(...mendable(finding)),
    waive: onWaive,
    unwaive: ({ waived }) => void (waived === undefined ? null : unwaive([waived.waiverId])),
  };
}

/** Starts what a key does to the chosen finding; answers whether it does anything. */
export function runReviewKey(
  {
    code,
    shiftKey,
    ctrlKey,
    altKey,
    metaKey,
  }: Pick<KeyboardEvent, 'code' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>,
  finding: KeptFinding,
  actions: ReviewActions,
): boolean {
  if (ctrlKey || altKey || metaKey) return false;
  const isOpen = finding.waived === undefined;
  if (code === 'KeyG' && shiftKey) {
    if (actions.mendable(finding).length > 0 && !actions.locked) actions.mendAll(finding);
  } else if (code === 'KeyG') {
    if (finding.fix !== undefined && isOpen && !actions.locked) actions.mend(finding);
  } else if (code === 'KeyF') {
    if (finding.severity !== 'error' && !actions.locked) actions.waive(finding);
  } else if (code === 'Delete') {
    if (!isOpen && !actions.locked) actions.unwaive(finding);
  } else return false;
  return true;
}
