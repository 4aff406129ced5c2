/** A folder that electron-builder takes for an unpacked Electron, where the real one cannot be had. */
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import type { FUSES } from '../electron/desktop/policy.ts';
import { ROOT } from './run.ts';

/** Our fuses by their places in the wire. */
export const FUSE_NUMBERS: Readonly<Record<keyof typeof FUSES, FuseV1Options>> = {
  runAsNode: FuseV1Options.RunAsNode,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
};

/** What marks the wire in Electron's binary (@electron/fuses, constants), then its version, its length, and a fuse a byte. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const WIRE = '01011000';

/** Makes the folder and answers its path. */
export function standIn(folder: string): string {
  mkdirSync(path.join(folder, 'resources'), { recursive: true });
  const wire = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, WIRE.length]), Buffer.from(WIRE)]);
  writeFileSync(
    path.join(folder, 'electron'),
    Buffer.concat([Buffer.from('#!/bin/sh\nexit 1\n'), wire, Buffer.from('\n')]),
  );
  chmodSync(path.join(folder, 'electron'), 0o755);
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'node_modules', 'electron', 'package.json'), 'utf8'));
  writeFileSync(path.join(folder, 'version'), String(version));
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(path.join(folder, name), 'stand-in\n');
  mkdirSync(path.join(folder, 'locales'));
  for (const name of ['zh-CN', 'en-US', 'de']) writeFileSync(path.join(folder, 'locales', `${name}.pak`), '');
  return folder;
}
