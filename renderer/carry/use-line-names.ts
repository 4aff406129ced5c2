/** What a line to carry over is called: its project, classes and note. */
import { useMemo } from 'react';
import type { CodeEntry } from '../../shared/api/types.ts';
import type { CarryoverChoice, CarryPreview } from '../../shared/carry-forward/types.ts';
import { type Asked, useCall } from '../state/query.ts';

export function useLineNames(preview: CarryPreview, year: number): (line: CarryoverChoice) => string {
  const functional = codesOf(useCall('codes.list', { catalogue: 'functional', year }));
  const economic = codesOf(useCall('codes.list', { catalogue: 'deptEconomic', year }));
  return useMemo(() => {
    const projects = new Map(
      preview.items.filter(({ kind }) => kind === 'project').map(({ projectId, label }) => [projectId, label]),
    );
    const functions = namesOf(functional);
    const classes = namesOf(economic);
    const shown = (code: string | null, names: ReadonlyMap<string, string>) =>
      code === null ? null : `${code} ${names.get(code) ?? ''}`.trim();
    return ({ projectId, functional: code, deptEconomic, note }) =>
      [
        projectId === null ? '基本支出' : (projects.get(projectId) ?? null),
        shown(code, functions),
        shown(deptEconomic, classes),
        note,
      ]
        .filter((part) => part !== null)
        .join(' · ');
  }, [preview, functional, economic]);
}

const codesOf = (asked: Asked<readonly CodeEntry[]>): readonly CodeEntry[] | null =>
  asked.kind === 'ready' ? asked.value : null;
const namesOf = (codes: readonly CodeEntry[] | null) => new Map((codes ?? []).map(({ code, name }) => [code, name]));
