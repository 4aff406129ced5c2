/** A second process for tests: `node audit-child.fixture.ts FILE` audits a file and says what came of it and what it took. */
import { FailureError } from '../../../shared/api/failure.ts';
import { createCodeBook } from '../../../shared/codes/index.ts';
import { OpenForeign } from './open-foreign.ts';
import { readForeign } from './read-foreign.ts';

const [path = ''] = process.argv.slice(2);

async function audit(): Promise<string> {
  try {
    const book = await readForeign(path, () => undefined);
    return JSON.stringify(new OpenForeign('a', book, (year) => createCodeBook(year), 2025).state().counts);
  } catch (error) {
    if (error instanceof FailureError) return error.message;
    throw error;
  }
}

const said = await audit();
process.stdout.write(JSON.stringify({ said, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }));
