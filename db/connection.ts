/** One connection to a book file. */
import Database from 'better-sqlite3';

/** How long, in ms, a transaction waits for another program's: nothing else goes on meanwhile, and the window tries again. */
const PATIENCE_MS = 2_000;

/**
 * Connects to a file with the settings every connection of this program has. Does not write to it.
 * @param password of a sealed book; nothing is read yet, so a wrong one shows itself at the first statement
 */
export function connect(path: string, readonly: boolean, password: string | null = null): Database.Database {
  const db = new Database(path, { readonly, fileMustExist: readonly, timeout: PATIENCE_MS });
  if (password !== null) db.pragma(`key = ${quoted(password)}`);
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('synchronous = FULL');
  // What is sorted or laid ready stays out of the computer's temporary files, where a sealed book would lie open.
  db.pragma('temp_store = MEMORY');
  return db;
}

/** A text as a pragma takes it. */
export const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
