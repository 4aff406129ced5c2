/** Projects that lines name and the book does not have yet. */
import { project } from '../../shared/entities/project.ts';
import { startFills } from '../../shared/intake/defaults.ts';
import { takeState } from '../state/events.ts';
import { sendRows } from '../state/send-rows.ts';
import { notify, notifyFailure } from '../ui/toasts.tsx';

/**
 * Makes projects with these names at the end of a budget, as one step of history.
 * @returns their ids in the order of the names; null when that was refused, which the user is told
 */
export async function makeProjects(names: readonly string[], budgetId: number): Promise<readonly number[] | null> {
  const blank = Object.fromEntries(Object.keys(project.fields).map((field) => [field, null]));
  const save = names.map((name) => ({
    id: null,
    revision: null,
    position: null,
    values: { ...blank, ...startFills('project', 'spending'), name },
  }));
  const answer = await sendRows('project', budgetId, `新建 ${names.length} 个项目`, save, []);
  if (!answer.ok) {
    notifyFailure(answer.failure);
    return null;
  }
  takeState(answer.state);
  notify(`已新建 ${names.length} 个项目，可在“项目”页补充类别和起止日期。`);
  return answer.rows.map(({ id }) => id);
}
