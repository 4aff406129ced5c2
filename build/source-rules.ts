/** The countable rules of the house over source texts: who imports whom, and what stands where. Used by architecture.test.ts. */
import path from 'node:path';
import { ZONES, type Zone } from './zones.ts';

/** A source file: path from the checkout with forward slashes, and its text. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

/** Packages that only tests may use, in every zone. */
const TEST_PACKAGES = ['vitest', 'fast-check', 'ajv'];
const LONGEST_FILE = 350;

const isTest = (file: string) => /\.(?:test|fixture)\.tsx?$/.test(file);
const isConfig = (file: string) => /^[^/]+\.config\.ts$/.test(file) || file.startsWith('build/config/');

/** The zone of a file: the longest folder that holds it. Configuration in the top folder belongs to build. */
function zoneOf(file: string): Zone | null {
  if (isConfig(file)) return ZONES.find((zone) => zone.folder === 'build') ?? null;
  const holding = ZONES.filter((zone) => file.startsWith(`${zone.folder}/`));
  return holding.sort((a, b) => b.folder.length - a.folder.length)[0] ?? null;
}

/** The text without comments; line breaks stay, so that line numbers do. Strings that look like comments (`https://`) stay, too. */
export function withoutComments(text: string): string {
  const blank = (part: string) => part.replace(/[^\n]/g, ' ');
  const tokens = /('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
  return text.replace(tokens, (whole: string, quoted: string | undefined) => quoted ?? blank(whole));
}

/** Everything a text imports or re-exports, static or dynamic, as written. */
export function importsOf(text: string): readonly string[] {
  const code = withoutComments(text);
  const forms = [
    /\bfrom\s*['"]([^'"\n]+)['"]/g,
    /\bimport\s*\(\s*['"]([^'"\n]+)['"]/g,
    /^\s*import\s*['"]([^'"\n]+)['"]/gm,
  ];
  return forms.flatMap((form) => [...code.matchAll(form)].map((match) => match[1] ?? ''));
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

function isAllowed(zone: Zone, file: string, specifier: string): boolean {
  if (specifier.startsWith('.')) {
    const target = path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, ''));
    if (target === 'package.json') return zone.node;
    const other = zoneOf(target);
    if (other === null) return false;
    return zone.zones.includes(other.folder) || (isTest(file) && other.folder === 'samples');
  }
  if (specifier.startsWith('node:')) return zone.node || isTest(file);
  const name = packageOf(specifier);
  return zone.packages.includes(name) || (isTest(file) && TEST_PACKAGES.includes(name));
}

/** Imports that the zones forbid, each as `file → import`, and files that belong to no zone. */
export function forbiddenImports(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(({ file, text }) => {
    const zone = zoneOf(file);
    if (zone === null) return [`${file} is in no zone`];
    return importsOf(text)
      .filter((specifier) => !isAllowed(zone, file, specifier))
      .map((specifier) => `${file} → ${specifier}`);
  });
}

/** Zones without a file: then the walk above would find nothing wrong with them. */
export function emptyZones(sources: readonly Source[]): readonly string[] {
  const seen = new Set(sources.map(({ file }) => zoneOf(file)?.folder));
  return ZONES.map((zone) => zone.folder).filter((folder) => !seen.has(folder));
}

interface LineRule {
  readonly name: string;
  readonly pattern: RegExp;
  readonly except: (file: string) => boolean;
  /** Whether `// not an amount: why` or `// exact: why` on the line or above it makes it fine. */
  readonly excusable: boolean;
}

const LINE_RULES: readonly LineRule[] = [
  {
    name: 'SQL outside db',
    pattern:
      /\bselect\s+\S.*\sfrom\s+[\w"(]|\b(?:insert\s+into|update\s+\w+\s+set|delete\s+from|create\s+(?:table|index))\b/i,
    // A benchmark needs bare SQL as its reference, and a test may look into a book by itself.
    except: (file) =>
      file.startsWith('db/') || file.startsWith('build/bench/') || file.startsWith('samples/') || isTest(file),
    excusable: false,
  },
  {
    name: 'binary float near money; if it is none, say why: // not an amount: …',
    pattern: /\bparseFloat\b|\.toFixed\s*\(|(?<![\w.])Number\s*\(/,
    except: (file) => file.startsWith('shared/money/') || isTest(file),
    excusable: true,
  },
  { name: 'default export', pattern: /^\s*export\s+default\b/, except: isConfig, excusable: false },
  {
    name: 'test left out',
    pattern: /\b(?:test|it|describe)(?:\.\w+)*\.(?:skip|only|todo|fixme|fails|skipIf|runIf)\b/,
    except: () => false,
    excusable: false,
  },
];

const EXCUSE = /\/\/ (?:not an amount|exact): \S/;
const UNFINISHED = /\b(?:TO-?DO|FIX-?ME|XXX)\b/;

/** Lines that break a rule, each as `file:line rule`. */
export function ruleBreaks(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(({ file, text }) => {
    const lines = text.split('\n');
    const code = withoutComments(text).split('\n');
    const found = LINE_RULES.filter((rule) => !rule.except(file)).flatMap((rule) =>
      code.flatMap((line, index) => {
        const excused = rule.excusable && (EXCUSE.test(lines[index] ?? '') || EXCUSE.test(lines[index - 1] ?? ''));
        return rule.pattern.test(line) && !excused ? [`${file}:${index + 1} ${rule.name}`] : [];
      }),
    );
    const unfinished = lines.flatMap((line, index) =>
      UNFINISHED.test(line) ? [`${file}:${index + 1} unfinished`] : [],
    );
    const long =
      lines.length - 1 > LONGEST_FILE ? [`${file} has ${lines.length - 1} lines, more than ${LONGEST_FILE}`] : [];
    return [...found, ...unfinished, ...long];
  });
}
