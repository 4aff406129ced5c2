import { expect, test } from 'vitest';
import type { CoreEvent } from '../../shared/api/events.ts';
import { FailureError } from '../../shared/api/failure.ts';
import { createJobs } from './jobs.ts';

function jobs() {
  const told: unknown[] = [];
  const emit = (event: CoreEvent) => {
    if (event.name === 'job.progress') told.push([event.payload.done, event.payload.total, event.payload.finished]);
  };
  return { told, ...createJobs({ emit }) };
}

test('a task tells where it is, and once more when it is over', async () => {
  const { run, told } = jobs();
  const answer = await run('a', '导出', async (job) => {
    job.progress(1, 2);
    job.progress(2, 2);
    return 'done';
  });
  expect(answer).toBe('done');
  expect(told).toEqual([
    [0, 0, false],
    [1, 2, false],
    [2, 2, false],
    [2, 2, true],
  ]);
});

test('a task that fails is over, too', async () => {
  const { run, told } = jobs();
  const failing = run('a', '导出', async () => {
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(told.at(-1)).toEqual([0, 0, true]);
});

test('cancelling stops the task at its next check; one that is not running is left alone', async () => {
  const { run, cancel } = jobs();
  cancel('a');
  const task = run('a', '导出', async (job) => {
    job.check();
    await new Promise<void>((resolve) => job.signal.addEventListener('abort', () => resolve()));
    job.check();
  });
  cancel('b');
  cancel('a');
  await expect(task).rejects.toThrow(FailureError);
});
