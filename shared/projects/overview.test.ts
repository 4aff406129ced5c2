import { expect, it } from 'vitest';
import { exampleInput } from '../checks/example-input.fixture.ts';
import type { Finding } from '../checks/finding.ts';
import { fen } from '../money/fen.ts';
import { projectOverviews } from './overview.ts';

const { projects, goalSheets, indicators, procurement } = exampleInput({
  projects: [{ name: '甲' }, { name: '乙' }, { name: '丙' }],
  lines: [{ side: 'expenditure', nature: 'project', projectId: 2 }],
  goalSheets: [{ projectId: 1 }, { projectId: 2 }],
  indicators: [
    { parentId: 1, period: 'implementation' },
    { parentId: 2, period: 'annual' },
  ],
  procurement: [{ lineId: 1, projectId: null, amount: 5 }],
});
const lines = [1, 2].map((projectId) => ({
  projectId,
  side: 'expenditure' as const,
  fund: 'generalPublic' as const,
  origin: 'current' as const,
  lines: 1,
  amount: fen(7),
}));
const finding = (entity: 'project' | 'line' | 'indicator', id: number, severity: Finding['severity']): Finding => ({
  ruleId: 'x',
  severity,
  message: '',
  basis: '',
  location: { kind: 'row', entity, id, field: null },
});
const of = (findings: readonly Finding[] = []) =>
  projectOverviews({
    projects,
    lines,
    projectOfLine: new Map([[1, 2]]),
    procurement,
    goalSheets,
    indicators,
    findings,
  });

it('a project is complete with lines, a goal sheet and annual indicators; what it lacks is said', () => {
  expect(of().map(({ completeness, lacks }) => [completeness, lacks])).toEqual([
    ['partial', ['没有年度绩效指标']],
    ['complete', []],
    ['missing', ['没有支出明细', '没有绩效目标表']],
  ]);
});

it('errors and warnings of its rows leave a project partial, advice does not', () => {
  const second = (...findings: readonly Finding[]) => of(findings)[1];
  expect(second(finding('project', 2, 'advice'))?.completeness).toBe('complete');
  expect(second(finding('line', 1, 'warning'), finding('indicator', 2, 'error'))).toMatchObject({
    completeness: 'partial',
    lacks: ['1 处错误', '1 处警告'],
    findings: { error: 1, warning: 1, advice: 0 },
  });
});

it('what hangs on a line of a project is bought for it', () => {
  expect(of().map(({ procurementItems, procurement: bought }) => [procurementItems, bought])).toEqual([
    [0, 0],
    [1, 5],
    [0, 0],
  ]);
});
