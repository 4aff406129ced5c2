/** `npm run typecheck`: the compiler over each zone with that zone's own libraries, then over all tests together. */
import path from 'node:path';
import { runTool } from './run.ts';
import { ZONES } from './zones.ts';

const projects = [...ZONES.map((zone) => path.join(zone.folder, 'tsconfig.json')), 'tsconfig.tests.json'];
const queue = [...projects];
const failed: string[] = [];

async function worker(): Promise<void> {
  for (let project = queue.shift(); project !== undefined; project = queue.shift()) {
    const { code, output } = await runTool('typescript/bin/tsc', ['-p', project, '--pretty', 'false'], {
      capture: true,
    });
    if (code === 0) continue;
    failed.push(project);
    console.log(`${project}\n${output}`);
  }
}

await Promise.all([worker(), worker()]);
console.log(failed.length === 0 ? `${projects.length} projects type-check.` : `Type errors in: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
