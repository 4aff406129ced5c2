import type { GoalSheetOverview, SheetState } from '../../shared/goals/overview.ts';

/** How a goal sheet stands, in a word and a colour. */
const STATES: Readonly<Record<SheetState, { readonly label: string; readonly tone: 'ok' | 'warning' | 'error' }>> = {
  missing: { label: '缺表', tone: 'error' },
  wrong: { label: '有错误', tone: 'error' },
  open: { label: '未填完', tone: 'warning' },
  doubtful: { label: '有警告', tone: 'warning' },
  complete: { label: '齐全', tone: 'ok' },
};

export function stateOf({ state, findings }: GoalSheetOverview): { readonly label: string; readonly tone: string } {
  const { label, tone } = STATES[state];
  if (state === 'wrong') return { label: `${findings.error} 处错误`, tone };
  return state === 'doubtful' ? { label: `${findings.warning} 处警告`, tone } : { label, tone };
}

/** What a sheet still lacks and what was found in it, as a sentence. */
export function detailOf({ state, lacks, findings }: GoalSheetOverview): string {
  if (state === 'missing') return '还没有绩效目标表，按 Enter 新建。';
  const parts = [
    ...(lacks.length > 0 ? [`未填：${lacks.join('、')}`] : []),
    ...(findings.error > 0 ? [`${findings.error} 处错误`] : []),
    ...(findings.warning > 0 ? [`${findings.warning} 处警告`] : []),
    ...(findings.advice > 0 ? [`${findings.advice} 处提示`] : []),
  ];
  return parts.length === 0 ? '已填完，审核没有发现问题。' : `${parts.join('；')}。`;
}
