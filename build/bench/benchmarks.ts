/** All benchmarks, in the order they are printed. Each stands in a file of its own beside this one. */
import type { Benchmark } from './harness.ts';

export const benchmarks: readonly Benchmark[] = [];
