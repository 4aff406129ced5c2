/**
 * A second process for tests: `node child.fixture.ts open|hold|write|create PATH nobody|self`.
 * open: says on one line of JSON what opening answers. hold: the same, then keeps the book open. write: saves one
 * line after the other until killed, saying the number of each after its commit. create: makes a new book.
 */
import Database from 'better-sqlite3';
import { fen } from '../shared/money/fen.ts';
import { failureOf, line, newBook, save } from './book.fixture.ts';
import type { Book } from './book.ts';
import { openBook } from './open.ts';
import { listRows } from './read.ts';

const [command, path = '', as] = process.argv.slice(2);

// Root gives its rights up only once everything is loaded: the checkout may lie where others cannot read.
if (as === 'nobody' && process.getuid?.() === 0) {
  new Database(':memory:').close();
  process.setgid?.(65_534);
  process.setuid?.(65_534);
}

const say = (what: unknown) => process.stdout.write(`${JSON.stringify(what)}\n`);

let book: Book | null = null;
const failure = failureOf(() => {
  book = command === 'create' ? newBook(path) : openBook(path, { mode: 'write', user: '李四', now: () => new Date() });
});
report(book);

function report(opened: Book | null): void {
  if (opened === null) {
    say({ failure });
    return;
  }
  const write = failureOf(() => opened.assertWritable());
  say({ readOnly: opened.readOnly, reason: opened.readOnlyReason?.sentence ?? null, write: write?.code ?? null });
  if (command === 'hold') setInterval(() => undefined, 1_000);
  else if (command === 'write') writeOn(opened);
  else opened.close();
}

function writeOn(opened: Book): void {
  for (let number = listRows(opened, 'line', 1).length + 1; ; number += 1) {
    save(opened, 'line', 1, [line({ amount: fen(number), note: `第${number}条`.repeat(50) })]);
    say(number);
  }
}
