import { initial } from './0001-initial.ts';
import type { Migration } from './migration.ts';

/** Every step of the book format, oldest first. */
export const MIGRATIONS: readonly Migration[] = [initial];
