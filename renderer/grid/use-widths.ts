/** Column widths the user has dragged, remembered in the settings. */
import { useEffect, useState } from 'react';
import { readSetting, writeSetting } from '../state/settings.ts';

export type Widths = Readonly<Record<string, number>>;

/** @param name of the grid, e.g. `income`; answers the widths and a setter that remembers when `done` */
export function useWidths(name: string): readonly [Widths, (key: string, width: number, done: boolean) => void] {
  const [widths, setWidths] = useState<Widths>({});
  const setting = `widths.${name}`;
  useEffect(() => {
    let stays = true;
    readSetting(setting, readWidths).then((stored) => {
      if (stays && stored !== null) setWidths(stored);
    });
    return () => {
      stays = false;
    };
  }, [setting]);
  const change = (key: string, width: number, done: boolean) => {
    const next = { ...widths, [key]: Math.round(width) };
    setWidths(next);
    if (done) writeSetting(setting, next);
  };
  return [widths, change];
}

function readWidths(raw: unknown): Widths | null {
  if (typeof raw !== 'object' || raw === null) return null;
  return Object.fromEntries(
    Object.entries(raw).flatMap(([key, width]) => (typeof width === 'number' && width > 0 ? [[key, width]] : [])),
  );
}
