/** Reading the sample sources, which lie beside this file as JSON. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = import.meta.dirname;

/** Text of a source file, by its path below `samples/`. Throws when it is not there. */
export function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/**
 * A JSON source, by its path below `samples/`. The caller names the type: the sources are our own data, and the tests
 * check every field of the assembled documents against shared/entities.
 */
export function readJson<T>(path: string): T {
  return JSON.parse(readText(path));
}

/** Names of the JSON files of a source folder, in alphabetical order. */
export function jsonFiles(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.json'))
    .sort();
}
