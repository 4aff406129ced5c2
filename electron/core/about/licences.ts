/** The packages the program is made of, with their licences: read from the lock file and what is installed, or from the list that packaging made of both. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression as the package states it; `未注明` when it states none. */
  readonly licence: string;
  /** The text of its licence file; empty when it brings none. */
  readonly text: string;
}

/** Name of the list that packaging writes beside the bundle. */
export const LICENCE_LIST = 'licences.json';

const TEXT_FILE = /^(licen[cs]e|copying|notice)(\.|-|$)/i;

/**
 * All packages of the program, by name and version, each once.
 * @param beside folder of the running code: holds the list in a packaged program
 * @param checkout the source tree, for a program that runs from it
 */
export function shippedPackages(beside: string, checkout: string): readonly ShippedPackage[] {
  const list = join(beside, LICENCE_LIST);
  // Written by `licencesOf` below at packaging.
  if (existsSync(list)) return JSON.parse(readFileSync(list, 'utf8')) as readonly ShippedPackage[];
  return existsSync(join(checkout, 'package-lock.json')) ? licencesOf(checkout) : [];
}

/** Reads the packages of a checkout that are not for development only. */
export function licencesOf(checkout: string): readonly ShippedPackage[] {
  // npm's own file, of a format it documents: https://docs.npmjs.com/cli/configuring-npm/package-lock-json.
  const lock = JSON.parse(readFileSync(join(checkout, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<
      Record<
        string,
        { readonly version?: string; readonly license?: string; readonly dev?: boolean; readonly name?: string }
      >
    >;
  };
  const found = new Map<string, ShippedPackage>();
  for (const [place, { version = '', license, dev, name }] of Object.entries(lock.packages)) {
    const folder = join(checkout, place);
    if (place === '' || dev === true || !existsSync(folder)) continue;
    const called = name ?? place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    found.set(`${called} ${version}`, { name: called, version, licence: license ?? '未注明', text: textIn(folder) });
  }
  return [...found.values()].sort((left, right) => left.name.localeCompare(right.name));
}

function textIn(folder: string): string {
  const files = readdirSync(folder).filter((file) => TEXT_FILE.test(basename(file)));
  return files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
}
