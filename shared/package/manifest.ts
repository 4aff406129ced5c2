/**
 * The list that lies in a submission package (上报包): of which budget it is, and every file with its fingerprint, so that
 * whoever takes it in can tell whether it came whole and unchanged. Not a signature: it says nothing of who made it.
 */

export const PACKAGE_FORMAT = 'yusuan-package';
export const PACKAGE_VERSION = 1;
/** Where the list itself lies in the package. */
export const MANIFEST_FILE = '清单.json';
/** Where the budget's data lie, as an interchange document. */
export const DATA_FILE = '单位预算数据.json';
/** The budget, eight forms at most, 13 tables as open data; a package with more files is none of ours. */
const MOST_FILES = 60;

export interface PackedFile {
  /** Path in the package, parts joined by `/`. */
  readonly path: string;
  /** What it is, for people. */
  readonly what: string;
  readonly bytes: number;
  /** SHA-256 of the content, 64 hexadecimal digits. */
  readonly sha256: string;
}

export interface Manifest {
  readonly format: typeof PACKAGE_FORMAT;
  readonly version: typeof PACKAGE_VERSION;
  /** When it was made, ISO 8601. */
  readonly made: string;
  readonly unit: { readonly code: string; readonly name: string };
  readonly year: number;
  /** Labels, as on screen. */
  readonly stage: string;
  readonly status: string;
  /** In 元, two decimals. */
  readonly totals: { readonly income: string; readonly expenditure: string };
  readonly findings: {
    readonly error: number;
    readonly warning: number;
    readonly advice: number;
    readonly waived: number;
  };
  readonly files: readonly PackedFile[];
}

const PATH_PART = /^[^\\/:*?"<>|\p{Cc}]+$/u;
const SHA256 = /^[0-9a-f]{64}$/;

/** Whether a path stays within the package on every system: relative, no `..`, nothing that Windows reads otherwise. */
export function isSafePath(path: string): boolean {
  const parts = path.split('/');
  return parts.every((part) => PATH_PART.test(part) && part !== '.' && part !== '..' && !/[. ]$/.test(part));
}

/** What is wrong with a list that came from outside, fit for “（…）” of a sentence; null: its files can be compared. */
export function manifestProblem(raw: unknown): string | null {
  if (!isRecord(raw) || raw.format !== PACKAGE_FORMAT) return `清单缺少 "format": "${PACKAGE_FORMAT}"`;
  if (raw.version !== PACKAGE_VERSION) {
    const newer = typeof raw.version === 'number' && raw.version > PACKAGE_VERSION;
    return newer ? `上报包是第${raw.version}版格式，请先升级本程序` : `清单的 version 应为 ${PACKAGE_VERSION}`;
  }
  const { files } = raw;
  if (!Array.isArray(files) || files.length === 0 || files.length > MOST_FILES) return '清单没有列出文件';
  const paths = new Set<unknown>();
  for (const file of files) {
    if (!isPackedFile(file)) return '清单中有一行写得不对';
    if (!isSafePath(file.path)) return '清单中有文件要放到包外';
    if (paths.has(file.path)) return `清单中“${file.path}”列了两次`;
    paths.add(file.path);
  }
  return paths.has(DATA_FILE) ? null : `清单中没有“${DATA_FILE}”`;
}

function isPackedFile(raw: unknown): raw is PackedFile {
  return (
    isRecord(raw) &&
    typeof raw.path === 'string' &&
    typeof raw.sha256 === 'string' &&
    SHA256.test(raw.sha256) &&
    Number.isSafeInteger(raw.bytes)
  );
}

const isRecord = (raw: unknown): raw is Readonly<Record<string, unknown>> => typeof raw === 'object' && raw !== null;
