/**
 * A process that works without a pause, to be frozen at any moment: `node crash-worker.fixture.ts edit|migrate|restore FOLDER`.
 * edit: saves, imports and backs up `账.ysb`. migrate: brings one old book after the other to the newest format.
 * restore: saves a line, backs up, saves another one that is noted as too much, and restores the backup.
 * The file `said` holds the number of the last step that was reported as done.
 */
import { mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fen } from '../shared/money/fen.ts';
import { backUp, backUpOnline } from './backup/back-up.ts';
import { restoreBackup } from './backup/restore.ts';
import { line, newBook, save } from './book.fixture.ts';
import { connect } from './connection.ts';
import { linesOf, OLD_LINES } from './crash-steps.fixture.ts';
import { change } from './journal.ts';
import { openBook } from './open.ts';
import { released } from './released.fixture.ts';
import { insertMany } from './rows.ts';

const BACKUP_EVERY = 11;
/** Backups are begun anew after so many steps: each moment that is looked at copies all of them. */
const BACKUPS_FOR = 44;
const LINE_COLUMNS =
  'revision, budget_id, position, side, origin, fund, functional, revenue, nature, dept_economic, gov_economic, use, project_id, amount, note';

const [command, folder = ''] = process.argv.slice(2);
const said = openSync(join(folder, 'said'), 'w');
/** One write of a fixed length: whoever reads it finds the old number or the new one. */
const say = (step: number) => writeSync(said, String(step).padStart(8), 0);

async function edit(): Promise<void> {
  const backups = join(folder, '备份');
  mkdirSync(backups);
  const book = newBook(join(folder, '账.ysb'));
  for (let step = 1; ; step += 1) {
    if (step % BACKUPS_FOR === 0) {
      rmSync(backups, { recursive: true });
      mkdirSync(backups);
    }
    const row = line({ amount: fen(step), note: `第${step}步`.repeat(30) });
    const rows = Array.from({ length: linesOf(step) }, () => row);
    if (rows.length > 1) change(book, { label: '导入' }, (making) => insertMany(making, 'line', 1, rows));
    else save(book, 'line', 1, rows);
    say(step);
    if (step % BACKUP_EVERY === 0) backUp(book, '导入前', new Date(2026, 0, 1, 0, 0, step % 60));
    if (step % BACKUP_EVERY === 5) await backUpOnline(book, join(backups, '账 2026-01-01 00-00-00 自动.ysb'));
  }
}

function migrateOn(): void {
  const oldest = released[0];
  for (let step = 1; ; step += 1) {
    const path = join(folder, `旧${step}.ysb`);
    const db = connect(path, false);
    oldest?.build(db);
    const copy = db.prepare(`INSERT INTO line SELECT NULL, ${LINE_COLUMNS} FROM line WHERE id = 5`);
    db.transaction(() => {
      for (let copies = 1; copies < OLD_LINES; copies += 1) copy.run();
    })();
    db.close();
    say(step);
    openBook(path, { mode: 'write', user: '张三', now: () => new Date(2026, 0, 1) }).close();
    rmSync(join(folder, `旧${step - 1}.ysb`), { force: true });
    if (step % 20 === 0) rmSync(join(folder, '备份'), { recursive: true });
  }
}

function restoreOn(): void {
  const path = join(folder, '账.ysb');
  const kept = join(folder, '备份');
  newBook(path).close();
  for (let step = 1; ; step += 1) {
    const now = () => new Date(2026, 0, 1, 0, 0, step % 60);
    const book = openBook(path, { mode: 'write', user: '张三', now });
    save(book, 'line', 1, [line({ amount: fen(step) })]);
    say(step);
    if (step % 20 === 0) rmSync(kept, { recursive: true });
    const backup = backUp(book, '自动', now());
    save(book, 'line', 1, [line({ note: '多余' })]);
    book.close();
    restoreBackup(path, backup, kept, now());
  }
}

if (command === 'migrate') migrateOn();
else if (command === 'restore') restoreOn();
else await edit();
