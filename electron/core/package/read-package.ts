/**
 * Reads a submission package that came from outside: only when every file of its list is there, whole and unchanged, and
 * no other, are its data handed on. Nothing is unpacked onto the disk.
 */

import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { fail } from '../../../shared/api/failure.ts';
import { DATA_FILE, MANIFEST_FILE, type Manifest, manifestProblem } from '../../../shared/package/manifest.ts';
import { readChosen, refuserOf } from '../import/chosen-file.ts';
import { INTERCHANGE, ofFormat, parseJson } from '../import/json-file.ts';
import { BeyondLimit, readZipDirectory, UnreadableFile, unpack, type ZipEntry } from '../import/xlsx/zip.ts';

/** A package of a budget with 1,000 printed goal sheets has about 60 MB. */
const WANTED = { expected: '上报包（.zip）', mostBytes: 256_000_000 } as const;
const MOST_UNPACKED = 512_000_000;
const MOST_MANIFEST = 1_000_000;

/**
 * The package's interchange document, parsed; its records are not checked yet.
 * @throws FailureError WRONG_FILE naming the package without its path, FILE_LIMIT
 */
export async function readPackage(path: string): Promise<unknown> {
  const name = basename(path);
  const wrong = refuserOf(path, WANTED);
  const bytes = await readChosen(path, WANTED);
  try {
    return ofFormat(parseJson(await dataOf(bytes, wrong), wrong), INTERCHANGE, wrong);
  } catch (error) {
    if (error instanceof BeyondLimit) fail('FILE_LIMIT', { name, reason: error.message });
    if (error instanceof UnreadableFile) wrong(error.message);
    throw error;
  }
}

async function dataOf(bytes: Uint8Array, wrong: (reason: string) => never): Promise<Uint8Array> {
  const entries = readZipDirectory(bytes);
  const listEntry = entries.get(MANIFEST_FILE) ?? wrong(`里面没有“${MANIFEST_FILE}”`);
  const raw = parseJson(await contentOf(bytes, listEntry, MOST_MANIFEST), wrong);
  const problem = manifestProblem(raw);
  if (problem !== null) wrong(problem);
  // `manifestProblem` has looked at everything that is read of it here.
  const { files } = raw as Manifest;
  const listed = new Set([MANIFEST_FILE, ...files.map((file) => file.path)]);
  const stranger = [...entries.keys()].find((path) => !listed.has(path) && !path.endsWith('/'));
  if (stranger !== undefined) wrong('里面有清单上没有的文件');
  let left = MOST_UNPACKED;
  let data: Uint8Array | null = null;
  for (const file of files) {
    const entry = entries.get(file.path) ?? wrong(`缺少“${file.path}”，可能没有传完整`);
    const content = await contentOf(bytes, entry, left);
    left -= content.length;
    if (content.length !== file.bytes || createHash('sha256').update(content).digest('hex') !== file.sha256) {
      wrong(`“${file.path}”与清单不符，可能被改动过或没有传完整`);
    }
    if (file.path === DATA_FILE) data = content;
  }
  return data ?? wrong(`里面没有“${DATA_FILE}”`);
}

async function contentOf(bytes: Uint8Array, entry: ZipEntry, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of unpack(bytes, entry, most)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
