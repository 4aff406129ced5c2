/** Lines of a project, or parts of their amounts, for a new project. The sum of both stays what it was. */
import { fail } from '../api/failure.ts';
import type { RowOfEntity } from '../entities/index.ts';
import { type Fen, subtractFen } from '../money/fen.ts';
import { type Fresh, fresh } from './copy.ts';

export interface SplitPart {
  readonly id: number;
  readonly revision: number;
  /** How much of the line goes, in 分; null = all of it. */
  readonly amount: Fen | null;
}

export interface SplitPlan {
  /** Lines that go as a whole. */
  readonly moved: readonly RowOfEntity<'line'>[];
  /** Lines of which a part goes: the row with what is left, and the part as a new row. */
  readonly cut: readonly { readonly left: RowOfEntity<'line'>; readonly part: Fresh<RowOfEntity<'line'>> }[];
  /** Procurement of the lines that go as a whole. */
  readonly procurement: readonly RowOfEntity<'procurement'>[];
}

export interface SplitInput {
  readonly project: RowOfEntity<'project'>;
  /** Lines of the project. */
  readonly lines: readonly RowOfEntity<'line'>[];
  /** What names the project. */
  readonly procurement: readonly RowOfEntity<'procurement'>[];
  readonly parts: readonly SplitPart[];
}

/**
 * Plans a split; rows carry the revisions that the parts name, so that saving them finds a conflict.
 * @throws FailureError INVALID_INPUT naming the part that cannot go; `at` is like `lines[2].amount`
 */
export function planSplit(input: SplitInput, newProjectId: number): SplitPlan {
  const { project, parts } = input;
  if (parts.length === 0) fail('INVALID_INPUT', { place: '拆出的明细', reason: '请选择要拆出的明细。' }, 'lines');
  const lines = new Map(input.lines.map((line) => [line.id, line]));
  const moved: RowOfEntity<'line'>[] = [];
  const cut: SplitPlan['cut'][number][] = [];
  for (const [index, { id, revision, amount }] of parts.entries()) {
    const line = lines.get(id);
    // A line named twice is not there any more the second time.
    lines.delete(id);
    if (line === undefined) refuse(index, 'id', `不是项目“${project.name}”的明细，或选了两次。`);
    if (amount === null || amount === line.amount) moved.push({ ...line, revision, projectId: newProjectId });
    else if (amount === 0) refuse(index, 'amount', '拆出金额不能是零。');
    else if (amount > line.amount) refuse(index, 'amount', '拆出金额大于这条明细的金额。');
    else {
      cut.push({
        left: { ...line, revision, amount: subtractFen(line.amount, amount) },
        part: { ...fresh(line), amount, projectId: newProjectId },
      });
    }
  }
  return { moved, cut, procurement: following(input.procurement, moved, newProjectId) };
}

/**
 * Procurement that goes along with moved lines.
 * @param procurement what names the project that the lines come from
 */
export function following(
  procurement: readonly RowOfEntity<'procurement'>[],
  moved: readonly RowOfEntity<'line'>[],
  toProjectId: number,
): readonly RowOfEntity<'procurement'>[] {
  const ids = new Set(moved.map(({ id }) => id));
  return procurement
    .filter(({ lineId }) => lineId !== null && ids.has(lineId))
    .map((item) => ({ ...item, projectId: toProjectId }));
}

function refuse(index: number, field: string, reason: string): never {
  fail('INVALID_INPUT', { place: `拆出的明细第${index + 1}项`, reason }, `lines[${index}].${field}`);
}
