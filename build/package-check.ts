/**
 * `npm run package:check`: packages the program without Electron's binary and examines what came of it. A stand-in takes
 * the binary's place: a file that carries the fuse wire, which electron-builder finds and sets as in the real one.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { FuseState, getCurrentFuseWire } from '@electron/fuses';
import { Arch, build, Platform } from 'electron-builder';
import { FUSES } from '../electron/desktop/policy.ts';
import { buildDesktop } from './desktop.ts';
import { FUSE_NUMBERS, standIn } from './package-stand-in.ts';
import { packaging } from './packaging.ts';
import { buildRenderer } from './renderer.ts';
import { ROOT } from './run.ts';

const OUT = path.join(ROOT, 'out', 'package');
const problems: string[] = [];
const check = (holds: boolean, what: string) => {
  console.log(`${holds ? '✓' : '✘'} ${what}`);
  if (!holds) problems.push(what);
};

const megabytes = (bytes: number) => Math.round(bytes / 104_857.6) / 10;
const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);

await buildRenderer();
await buildDesktop();
rmSync(OUT, { recursive: true, force: true });
const electron = standIn(path.join(OUT, 'electron'));
await build({
  targets: Platform.LINUX.createTarget('dir', Arch[process.arch === 'arm64' ? 'arm64' : 'x64']),
  config: { ...packaging, electronDist: electron, directories: { output: path.join(OUT, 'dist') } },
});

const unpacked = path.join(
  OUT,
  'dist',
  readdirSync(path.join(OUT, 'dist')).find((name) => name.endsWith('unpacked')) ?? '',
);
const resources = path.join(unpacked, 'resources');
const archive = path.join(resources, 'app.asar');

const inside = listPackage(archive, { isPack: false });
const tops = new Set(inside.map((name) => name.split(path.sep).slice(1, 3).join('/')));
check(
  [...tops].every((top) =>
    ['package.json', 'out', 'out/desktop', 'out/renderer', 'node_modules', 'node_modules/better-sqlite3'].includes(top),
  ),
  `the archive holds the bundles, the window and the driver, nothing else (${inside.length} entries, ${megabytes(statSync(archive).size)} MB)`,
);
check(!inside.some((name) => /\.(ts|tsx|map)$|\.test\./.test(name)), 'no source, test or source map is inside');
check(
  inside.some((name) => name.endsWith('licences.json')),
  'the licences are inside',
);

const beside = path.join(resources, 'app.asar.unpacked', 'node_modules', 'better-sqlite3', 'prebuilds');
const natives = existsSync(beside) ? readdirSync(beside) : [];
check(
  natives.join() === `${process.platform}-${process.arch}.node`,
  `one native file is unpacked: ${natives.join(', ')}`,
);
check(sizeOf(unpacked) < 30 * 1_048_576, `without Electron itself ${megabytes(sizeOf(unpacked))} MB`);

const wire = await getCurrentFuseWire(path.join(unpacked, 'yusuan'));
for (const [name, on] of Object.entries(FUSES)) {
  const number = FUSE_NUMBERS[name as keyof typeof FUSES];
  check(wire[number] === (on ? FuseState.ENABLE : FuseState.DISABLE), `fuse ${name} is ${on ? 'on' : 'off'}`);
}

// The packaged code is run from a copy beside its unpacked driver, as Electron sees both, far from this checkout's packages.
const taken = mkdtempSync(path.join(os.tmpdir(), 'yusuan-package-'));
extractAll(archive, taken);
cpSync(path.join(resources, 'app.asar.unpacked'), taken, { recursive: true });
const main = spawnSync(process.execPath, [path.join(taken, 'out', 'desktop', 'main.js')], { encoding: 'utf8' });
check(
  main.status !== 0 && /Cannot find package 'electron'/.test(main.stderr),
  'the main process loads in plain Node up to where it asks for Electron',
);
const script = `
  import Database from 'better-sqlite3';
  const db = new Database(':memory:');
  console.log(db.prepare('SELECT 6 * 7').pluck().get());`;
writeFileSync(path.join(taken, 'try.mjs'), script);
const answer = execFileSync(process.execPath, [path.join(taken, 'try.mjs')], { encoding: 'utf8', cwd: taken }).trim();
check(answer === '42', 'the packaged native module opens a database');

const sbom = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'], {
  cwd: ROOT,
  encoding: 'utf8',
  maxBuffer: 64 * 1_048_576,
});
writeFileSync(path.join(OUT, 'sbom.cdx.json'), sbom);
const components: unknown = JSON.parse(sbom).components;
check(
  Array.isArray(components) && components.length > 50,
  `the SBOM names ${Array.isArray(components) ? components.length : 0} packages (out/package/sbom.cdx.json)`,
);

rmSync(taken, { recursive: true, force: true });
console.log(problems.length === 0 ? '\nThe package is as planned.' : `\n${problems.length} of these do not hold.`);
process.exitCode = problems.length === 0 ? 0 : 1;
