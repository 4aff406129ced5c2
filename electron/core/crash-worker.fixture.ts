/**
 * A core that works without a pause, to be frozen at any moment: `node crash-worker.fixture.ts FOLDER`, where the file to
 * import lies. Each round makes a book of its own and takes all steps; the file `said` holds how many have been taken.
 */
import { openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { makeCore } from './core.fixture.ts';
import { bookOf, makeBook, STEPS } from './crash-steps.fixture.ts';

const [folder = ''] = process.argv.slice(2);
const said = openSync(join(folder, 'said'), 'w');
const test = makeCore(folder, '张三');
let done = 0;

for (let round = 0; ; round += 1) {
  await makeBook(test, round);
  rmSync(join(folder, bookOf(round - 2)), { force: true });
  rmSync(join(folder, '备份'), { recursive: true, force: true });
  for (const step of STEPS) {
    await step(test);
    done += 1;
    writeSync(said, String(done).padStart(8), 0);
  }
}
