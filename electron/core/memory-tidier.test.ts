import { constants, type PerformanceEntry, PerformanceObserver } from 'node:perf_hooks';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMemoryTidier } from './memory-tidier.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('young garbage is collected once when calls have come to rest, and again after the next rest', () => {
  const collect = vi.fn();
  const memory = createMemoryTidier(() => collect);
  memory.called();
  vi.advanceTimersByTime(400);
  memory.called();
  vi.advanceTimersByTime(400);
  expect(collect).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(collect.mock.calls).toEqual([[{ type: 'minor' }]]);
  vi.advanceTimersByTime(5_000);
  expect(collect).toHaveBeenCalledTimes(1);
  memory.called();
  vi.advanceTimersByTime(500);
  expect(collect).toHaveBeenCalledTimes(2);
});

test('nothing is collected once the program is closing, nor where V8 has no collector to give', () => {
  const collect = vi.fn();
  const memory = createMemoryTidier(() => collect);
  memory.called();
  memory.stop();
  vi.advanceTimersByTime(1_000);
  expect(collect).not.toHaveBeenCalled();
  const ask = vi.fn(() => null);
  const without = createMemoryTidier(ask);
  for (let rest = 0; rest < 2; rest++) {
    without.called();
    expect(() => vi.advanceTimersByTime(1_000)).not.toThrow();
  }
  // It has none the next time either.
  expect(ask).toHaveBeenCalledTimes(1);
});

test('this V8 has a collector, which is asked for the young generation', async () => {
  const forced = new Promise<number>((resolve) => {
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        // Entries of this kind have a detail with these two; Node's types leave it out.
        const { kind, flags } = (entry as PerformanceEntry & { readonly detail: { kind: number; flags: number } })
          .detail;
        if (flags === constants.NODE_PERFORMANCE_GC_FLAGS_FORCED) resolve(kind);
      }
    });
    observer.observe({ entryTypes: ['gc'] });
  });
  const memory = createMemoryTidier();
  memory.called();
  vi.advanceTimersByTime(500);
  expect(await forced).toBe(constants.NODE_PERFORMANCE_GC_MINOR);
  memory.stop();
});
