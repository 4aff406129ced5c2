/** From the words of the command line to a checked order. */
import { parseArgs } from 'node:util';
import { SAMPLE_NAMES, type SampleName } from '../../samples/sample-document.ts';
import { SHEET_FORMATS, type SheetFormat } from '../../shared/document/goals/formats.ts';
import { STAGES } from '../../shared/entities/vocabulary.ts';

/** A mistake in how the command was written; `message` is a whole Chinese sentence. */
export class UsageError extends Error {}

/** Which of several budgets is meant; null = not said. */
export interface Selection {
  readonly budget: number | null;
  readonly unit: string | null;
  readonly year: number | null;
  readonly stage: string | null;
}

export interface NewUnit {
  readonly unitCode: string;
  readonly unitName: string;
  readonly unitKind: string;
  readonly level: string;
  /** null = next year. */
  readonly year: number | null;
}

export type Order =
  | { readonly command: 'help' }
  | { readonly command: 'new'; readonly book: string; readonly unit: NewUnit | null }
  | {
      readonly command: 'import';
      readonly book: string;
      readonly file: string;
      /** Budgets that the book has already give way to the file's. */
      readonly replace: boolean;
    }
  | {
      readonly command: 'tables' | 'check';
      readonly book: string;
      readonly form: 'json' | 'text';
      readonly select: Selection;
    }
  | { readonly command: 'export' | 'pack'; readonly book: string; readonly out: string; readonly select: Selection }
  | {
      readonly command: 'goal-sheets';
      readonly book: string;
      readonly out: string;
      readonly format: SheetFormat;
      /** One file for each sheet. */
      readonly each: boolean;
      readonly select: Selection;
    }
  | {
      readonly command: 'consolidate';
      readonly book: string;
      readonly form: 'json' | 'text';
      /** Where the department's workbook goes; null = it is not written. */
      readonly out: string | null;
      readonly select: Selection;
    }
  | { readonly command: 'audit'; readonly file: string; readonly form: 'json' | 'text' }
  | { readonly command: 'dump'; readonly book: string; readonly select: Selection }
  | { readonly command: 'sample'; readonly book: string; readonly which: SampleName };

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  text: { type: 'boolean' },
  out: { type: 'string' },
  format: { type: 'string' },
  each: { type: 'boolean' },
  replace: { type: 'boolean' },
  which: { type: 'string' },
  budget: { type: 'string' },
  unit: { type: 'string' },
  name: { type: 'string' },
  kind: { type: 'string' },
  level: { type: 'string' },
  year: { type: 'string' },
  stage: { type: 'string' },
} as const;

type Values = Partial<Record<Exclude<keyof typeof OPTIONS, 'help' | 'json' | 'text' | 'each' | 'replace'>, string>> & {
  readonly help?: boolean;
  readonly json?: boolean;
  readonly text?: boolean;
  readonly each?: boolean;
  readonly replace?: boolean;
};

const SELECTING = ['budget', 'unit', 'year', 'stage'] as const;

/** Options that each command takes, besides --help. */
const TAKES: Readonly<Record<Exclude<Order['command'], 'help'>, readonly (keyof Values)[]>> = {
  new: ['unit', 'name', 'kind', 'level', 'year'],
  import: ['replace'],
  tables: ['json', 'text', ...SELECTING],
  check: ['json', 'text', ...SELECTING],
  consolidate: ['json', 'text', 'out', ...SELECTING],
  audit: ['json', 'text'],
  export: ['out', ...SELECTING],
  pack: ['out', ...SELECTING],
  'goal-sheets': ['out', 'format', 'each', ...SELECTING],
  dump: SELECTING,
  sample: ['which'],
};

/** @throws UsageError saying what is wrong with the command. */
export function readOrder(words: readonly string[]): Order {
  const { values, positionals } = parsed(words);
  const [command, book, file, ...rest] = positionals;
  if (values.help || command === undefined || command === 'help') {
    if (command === undefined && !values.help && words.length > 0) throw new UsageError('没有写命令。');
    return { command: 'help' };
  }
  if (!isCommand(command)) throw new UsageError(`没有“${command}”这个命令。`);
  const extra = Object.keys(values).find((name) => !TAKES[command].some((known) => known === name));
  if (extra !== undefined) throw new UsageError(`命令 ${command} 没有 --${extra} 选项。`);
  if (book === undefined)
    throw new UsageError(`命令 ${command} 后面要写${command === 'audit' ? '公开表工作簿' : '账套文件'}。`);
  const surplus = command === 'import' ? rest : [file, ...rest].filter((word) => word !== undefined);
  if (surplus.length > 0) throw new UsageError(`多写了“${surplus[0]}”。`);
  switch (command) {
    case 'new':
      return { command, book, unit: newUnit(values) };
    case 'import':
      if (file === undefined) throw new UsageError('命令 import 后面要写账套文件和要导入的 JSON 文件或上报包。');
      return { command, book, file, replace: values.replace ?? false };
    case 'tables':
    case 'check':
      return { command, book, form: formOf(values), select: selection(values) };
    case 'consolidate':
      return { command, book, form: formOf(values), out: values.out ?? null, select: selection(values) };
    case 'audit':
      return { command, file: book, form: formOf(values) };
    case 'export':
    case 'pack':
      return { command, book, out: values.out ?? '.', select: selection(values) };
    case 'goal-sheets': {
      const { out = '.', each = false } = values;
      return { command, book, out, format: sheetFormat(values.format), each, select: selection(values) };
    }
    case 'dump':
      return { command, book, select: selection(values) };
    case 'sample':
      return { command, book, which: sample(values.which) };
    default:
      return command satisfies never;
  }
}

function formOf({ json, text }: Values): 'json' | 'text' {
  if (json && text) throw new UsageError('--json 和 --text 只能写一个。');
  return json ? 'json' : 'text';
}

function parsed(words: readonly string[]): { values: Values; positionals: readonly string[] } {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    const option = /'(-[^' ]*)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    const missing = error instanceof Error && /argument missing|ambiguous/.test(error.message);
    throw new UsageError(missing ? `${option} 后面要写值。` : `没有 ${option} 这个选项，或它后面不应有值。`);
  }
}

function isCommand(word: string): word is Exclude<Order['command'], 'help'> {
  return Object.hasOwn(TAKES, word);
}

function newUnit(values: Values): NewUnit | null {
  const { unit, name } = values;
  if (unit === undefined && name === undefined) {
    const alone = (['kind', 'level', 'year'] as const).find((option) => values[option] !== undefined);
    if (alone !== undefined) throw new UsageError(`--${alone} 要和 --unit、--name 一起写。`);
    return null;
  }
  if (unit === undefined || name === undefined) throw new UsageError('--unit 和 --name 要一起写。');
  return {
    unitCode: unit,
    unitName: name,
    unitKind: values.kind ?? 'institution',
    level: values.level ?? 'county',
    year: wholeNumber('year', values.year),
  };
}

function selection(values: Values): Selection {
  const stage = values.stage ?? null;
  const known = STAGES.map(({ value, label }) => `${value} ${label}`).join('、');
  if (stage !== null && !STAGES.some(({ value }) => value === stage)) throw new UsageError(`--stage 应为 ${known}。`);
  return {
    budget: wholeNumber('budget', values.budget),
    unit: values.unit ?? null,
    year: wholeNumber('year', values.year),
    stage,
  };
}

function wholeNumber(option: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError(`--${option} 应为整数，写的是“${text}”。`);
  return Number.parseInt(text, 10);
}

function sheetFormat(format: string | undefined): SheetFormat {
  const known = SHEET_FORMATS.find(({ value }) => value === (format ?? SHEET_FORMATS[0].value));
  if (known === undefined)
    throw new UsageError(`--format 应为 ${SHEET_FORMATS.map(({ value }) => value).join('、')}。`);
  return known.value;
}

function sample(which: string | undefined): SampleName {
  const found = SAMPLE_NAMES.find((name) => name === (which ?? SAMPLE_NAMES[0]));
  if (found === undefined) throw new UsageError(`没有示例“${which}”，可用 ${SAMPLE_NAMES.join('、')}。`);
  return found;
}
