/** Reads a JSON file the user chose, with a sentence for everything else that people choose by mistake. */

import { FORMAT, VERSION } from '../../../shared/interchange/layout.ts';
import { readChosen, refuserOf } from './chosen-file.ts';
import { jsonErrorLine } from './json-error.ts';

/** A budget of 100,000 lines with all its forms is about 40 MB. */
const MOST_BYTES = 256_000_000;
export const INTERCHANGE = { format: FORMAT, version: VERSION, expected: '预算数据交换文件（JSON）' } as const;

/** A JSON format by which a file names itself. */
interface JsonFormat {
  readonly format: string;
  readonly version: number;
  /** What such a file is called. */
  readonly expected: string;
}

/**
 * The parsed content of an interchange file; its records are not checked yet.
 * @throws FailureError as readJsonFile
 */
export function readInterchangeFile(path: string, mostBytes: number = MOST_BYTES): Promise<unknown> {
  return readJsonFile(path, INTERCHANGE, mostBytes);
}

/**
 * The parsed content of a file that names itself as of a format and version.
 * @throws FailureError WRONG_FILE naming the file without its path, and what it is instead; FILE_LIMIT
 */
export async function readJsonFile(path: string, kind: JsonFormat, mostBytes: number): Promise<unknown> {
  const wrong = refuserOf(path, kind);
  const bytes = await readChosen(path, { expected: kind.expected, mostBytes });
  const other = otherKind(bytes);
  if (other !== null) return wrong(other);
  return ofFormat(parseJson(bytes, wrong), kind, wrong);
}

/** What was parsed, when it names itself as of this format and version; else `wrong` hears why not. */
export function ofFormat(raw: unknown, kind: JsonFormat, wrong: (reason: string) => never): unknown {
  if (typeof raw !== 'object' || raw === null || !('format' in raw) || raw.format !== kind.format) {
    return wrong(`缺少 "format": "${kind.format}"`);
  }
  if (!('version' in raw) || raw.version !== kind.version) {
    const newer = 'version' in raw && typeof raw.version === 'number' && raw.version > kind.version;
    return wrong(newer ? `文件是第${raw.version}版格式，请先升级本程序` : `version 应为 ${kind.version}`);
  }
  return raw;
}

/** The JSON of a text in UTF-8; `wrong` hears what else it is. */
export function parseJson(bytes: Uint8Array, wrong: (reason: string) => never): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return wrong('文字编码不是 UTF-8');
  }
  if (text.trim() === '') return wrong('文件是空的');
  try {
    return JSON.parse(text);
  } catch {
    return wrong(`第 ${jsonErrorLine(text)} 行不是正确的 JSON`);
  }
}

const SIGNATURES: readonly (readonly [string, string])[] = [
  ['PK\u0003\u0004', '这是 Excel 工作簿或压缩文件'],
  ['SQLite format 3', '这是账套文件，请用“打开账套”'],
  ['%PDF', '这是 PDF 文件'],
  ['\u00d0\u00cf\u0011\u00e0', '这是旧版 Excel 或 Word 文件'],
];

function otherKind(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  return SIGNATURES.find(([signature]) => start.startsWith(signature))?.[1] ?? null;
}
