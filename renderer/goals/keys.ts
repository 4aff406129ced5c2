/** Keys of the indicators besides those of every grid. Help and the test for double use read the same list. */
import { type KeyPress, shortcutOf } from '../commands/shortcut.ts';

export type IndicatorActionKind = 'copyToAnnual';

export const INDICATOR_SHORTCUTS: readonly {
  readonly shortcuts: readonly string[];
  readonly label: string;
  readonly action: IndicatorActionKind;
}[] = [{ shortcuts: ['Alt+ArrowRight'], label: '绩效指标：这一行的实施期指标复制到年度', action: 'copyToAnnual' }];

/** The action of a key, or null. */
export function indicatorActionOf(press: KeyPress): IndicatorActionKind | null {
  const shortcut = shortcutOf(press);
  return INDICATOR_SHORTCUTS.find(({ shortcuts }) => shortcuts.includes(shortcut))?.action ?? null;
}
