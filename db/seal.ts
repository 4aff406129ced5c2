/** Setting, changing and taking away the password of a book. The whole file is encrypted page by page, journal included. */
import type { Book } from './book.ts';
import { connect, quoted } from './connection.ts';

/**
 * Encrypts the open book with another password, or decrypts it (`null`), in one transaction of SQLite's own. The handle
 * keeps working; open the book anew to have it know the password.
 * @throws Error when the result cannot be read with the new password
 */
export function reseal(book: Book, password: string | null): void {
  book.assertWritable();
  book.db.pragma(`rekey = ${quoted(password ?? '')}`);
  const check = connect(book.path, true, password);
  try {
    if (check.pragma('quick_check(1)', { simple: true }) !== 'ok') {
      throw new Error('the book cannot be read after rekeying');
    }
  } finally {
    check.close();
  }
}
