/** `yusuan`: the program without a window, for scripts. */
import { FailureError } from '../../shared/api/failure.ts';
import { readOrder, UsageError } from './arguments.ts';
import { type Output, REFUSED, runOrder } from './commands.ts';

const output: Output = {
  out: (text) => void process.stdout.write(`${text}\n`),
  note: (text) => void process.stderr.write(`${text}\n`),
};

/** Runs a command line. @returns the exit code. */
async function main(words: readonly string[]): Promise<number> {
  try {
    return await runOrder(readOrder(words), output);
  } catch (error) {
    if (error instanceof UsageError) output.note(`${error.message}\n用法见 yusuan --help`);
    else if (error instanceof FailureError) output.note(error.failure.sentence + error.failure.remedy);
    else throw error;
    return REFUSED;
  }
}

// A reader that has seen enough (`yusuan dump BOOK | head`) closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// The code is set, not exited with, so that everything written reaches its pipe.
process.exitCode = await main(process.argv.slice(2));
