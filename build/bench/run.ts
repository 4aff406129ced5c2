/** `npm run bench [-- part of a name]`: each of ours beside its reference, as ratios against the goals of the issue. */
import { benchmarks } from './benchmarks.ts';
import { columns, lineOf, measure } from './harness.ts';

const [part = ''] = process.argv.slice(2);
const chosen = benchmarks.filter(({ name }) => name.includes(part));
const lines: (readonly string[])[] = [['benchmark', 'ours', 'reference', 'ratio', 'goal', '']];
for (const benchmark of chosen) {
  console.error(`${benchmark.name} …`);
  lines.push(lineOf(await measure(benchmark)));
}
console.log(columns(lines));
