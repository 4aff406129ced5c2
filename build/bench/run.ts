/** `npm run bench [-- part of a name]`: each of ours beside its reference, as ratios against the goals of the issue. */
import { benchmarks } from './benchmarks.ts';
import { columns, lineOf, measure } from './harness.ts';

const [part = ''] = process.argv.slice(2);
const chosen = benchmarks.filter(({ name }) => name.includes(part));
if (chosen.length === 0) {
  console.error(
    `No benchmark is called “${part}”. There are:\n${benchmarks.map(({ name }) => `  ${name}`).join('\n')}`,
  );
  process.exit(2);
}
const lines: (readonly string[])[] = [['benchmark', 'ours', 'reference', 'ratio', 'goal', '']];
for (const benchmark of chosen) {
  console.error(`${benchmark.name} …`);
  const line = lineOf(await measure(benchmark));
  // Whoever stops the run before its end keeps what is known.
  console.error(`  ${line.slice(1).join('  ')}`);
  lines.push(line);
}
console.log(columns(lines));
