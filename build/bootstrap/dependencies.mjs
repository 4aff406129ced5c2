/**
 * Installs the locked packages when node_modules does not hold them, and finds a Node that can run the project.
 * Plain JavaScript without imports from packages: runs on Node 18 and up before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** TypeScript is run by type stripping and better-sqlite3 needs Node-API 10: both want this major version or a newer one. */
const NODE_MAJOR = 24;

/** @typedef {{version?: string, integrity?: string, optional?: boolean, os?: string | string[], cpu?: string | string[], libc?: string | string[]}} Locked */

/**
 * @param {string} file a lock file of npm
 * @returns {Record<string, Locked> | null} its packages
 */
function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/**
 * Whether one of a package's systems is this one; npm writes a single one as text, and `!name` for all but that one.
 * @param {string | string[] | undefined} wanted
 * @param {string} here
 */
function serves(wanted, here) {
  const list = wanted === undefined ? [] : [wanted].flat();
  if (list.includes(`!${here}`)) return false;
  const named = list.filter((name) => !name.startsWith('!'));
  return named.length === 0 || named.includes(here);
}

/** @returns {string} the C library native modules are linked with here */
function libc() {
  if (process.platform !== 'linux') return '';
  // Node's own types leave the report's contents open.
  const report = /** @type {{header?: {glibcVersionRuntime?: string}}} */ (process.report.getReport());
  return report.header?.glibcVersionRuntime === undefined ? 'musl' : 'glibc';
}

/**
 * Whether node_modules holds what the lock file asks for on this system. npm writes what it installed to
 * node_modules/.package-lock.json as its last step, so an interrupted installation does not pass. Other systems'
 * packages may be absent; this one's may not: an npm run by an old Node leaves out optional packages made for newer ones.
 * @param {string} root the checkout
 */
export function isInstalled(root) {
  const wanted = lockedPackages(path.join(root, 'package-lock.json'));
  const present = lockedPackages(path.join(root, 'node_modules', '.package-lock.json'));
  if (wanted === null || present === null) return false;
  const library = libc();
  return Object.entries(wanted).every(([name, entry]) => {
    if (name === '') return true;
    const found = present[name];
    if (found !== undefined) return found.version === entry.version && found.integrity === entry.integrity;
    // One that names no system belongs to another optional package, which decides for it.
    if (entry.os === undefined && entry.cpu === undefined) return entry.optional === true;
    const here = serves(entry.os, process.platform) && serves(entry.cpu, process.arch) && serves(entry.libc, library);
    return entry.optional === true && !here;
  });
}

/**
 * Installs exactly the lock file. No package needs an install script, so none is run: the same result with every npm,
 * whatever its policy on scripts.
 * @param {string} root the checkout
 * @returns {boolean} whether npm was content
 */
export function install(root) {
  // `npm ci` empties node_modules first. On Windows a running node.exe from there cannot be deleted: install over it.
  const inPlace = process.platform === 'win32' && existsSync(path.join(root, 'node_modules'));
  const done = runNpm(
    root,
    inPlace ? ['install', '--no-save'] : ['ci'],
    process.env.npm_node_execpath ?? process.execPath,
  );
  const own = ownNode(root);
  if (!done || isInstalled(root) || !existsSync(own)) return done;
  // What npm left out under an old Node, it adds under the new one.
  return runNpm(root, ['install', '--no-save'], own);
}

/**
 * @param {string} root the checkout
 * @param {string[]} words
 * @param {string} node the Node that runs npm
 */
function runNpm(root, words, node) {
  const args = [...words, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const cli = process.env.npm_execpath ?? '';
  const ran = /npm-cli\.[cm]?js$/.test(cli)
    ? spawnSync(node, [cli, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  return ran.status === 0;
}

/** @param {string} root the checkout */
function ownNode(root) {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  return path.join(root, 'node_modules', `node-${system}-${process.arch}`, 'bin', file);
}

/**
 * The Node that scripts of package.json will run with: the locked platform package, else the present one when new enough.
 * @param {string} root the checkout
 * @returns {string | null} path of the binary; null when there is none
 */
export function findNode(root) {
  const own = ownNode(root);
  if (existsSync(own) && spawnSync(own, ['--version']).status === 0) return own;
  return Number.parseInt(process.versions.node, 10) >= NODE_MAJOR ? process.execPath : null;
}

/**
 * Makes `node` in npm scripts mean the locked Node. npm 11 links it by itself; npm 10 leaves the commands of optional
 * packages out of a folder that `npm ci` has just made.
 * @param {string} root the checkout
 */
export function linkNode(root) {
  const own = ownNode(root);
  const windows = process.platform === 'win32';
  const link = path.join(root, 'node_modules', '.bin', windows ? 'node.cmd' : 'node');
  if (!existsSync(own) || existsSync(link)) return;
  mkdirSync(path.dirname(link), { recursive: true });
  rmSync(link, { force: true });
  const target = path.relative(path.dirname(link), own);
  if (windows) writeFileSync(link, `@"%~dp0${target}" %*\r\n`);
  else symlinkSync(target, link);
}
