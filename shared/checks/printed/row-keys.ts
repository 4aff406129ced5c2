/** Which row of a form a printed row is: from its texts to the row keys of CellRef. */
import type { CodeBook } from '../../codes/code-book.ts';
import { currentName } from '../../codes/old-names.ts';
import { squeeze } from '../../intake/text.ts';
import { groupedBy } from '../../shape/grouped-by.ts';
import type { Catalogue } from '../../shape/shape.ts';
import type { BlockSpec, RowSource, Show, TreeDimension } from '../../tables/spec.ts';

/** The key texts of one printed row of one side, by what the form shows there. */
export type KeyTexts = Readonly<Partial<Record<Show, string>>> & { readonly hasFigures: boolean };

export interface KeyContext {
  readonly codes: CodeBook;
  readonly unitNames: readonly string[];
}

const PREFIX: Readonly<Record<TreeDimension, string>> = { functional: 'f', revenue: 'r', deptEconomic: 'e' };

/** Ordinals before a label: `一、`, `（二）`, `①`, `3.` */
const ORDINAL = /^(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十]+\)|[①-⑳]|[0-9]+[.、](?![0-9]))/;

/** A label without ordinal, blanks and width of characters. */
export function plainLabel(text: string): string {
  return squeeze(text).replace(ORDINAL, '');
}

/**
 * @returns the key of every printed row, null for rows that are none of the form's on this side. A key that is there
 *   already gets `#2`, `#3` … behind it.
 */
export function keyRows(block: BlockSpec, rows: readonly KeyTexts[], context: KeyContext): readonly (string | null)[] {
  const keyer = new Keyer(block.sections.flat(), context);
  return rows.map((row) => keyer.next(row));
}

class Keyer {
  private readonly fixed: readonly Extract<RowSource, { kind: 'fixed' }>[];
  private readonly others: readonly RowSource[];
  private readonly context: KeyContext;
  private readonly seen = new Map<string, number>();
  private readonly classes: ReadonlyMap<string, string>;
  /** The first fixed row that has not been passed yet: forms print the same label in two sections. */
  private from = 0;
  /** 类 of the last row of a tree without codes. */
  private above = '';
  private ordinal = 0;

  constructor(sources: readonly RowSource[], context: KeyContext) {
    this.fixed = sources.filter((source) => source.kind === 'fixed');
    this.others = sources.filter((source) => source.kind !== 'fixed');
    this.context = context;
    this.classes = new Map(context.codes.classes.map(({ code, name }) => [plainLabel(name), code]));
  }

  next(texts: KeyTexts): string | null {
    this.ordinal += 1;
    const key = this.fixedKey(texts) ?? this.sourceKey(texts);
    if (key === null) return null;
    const times = (this.seen.get(key) ?? 0) + 1;
    this.seen.set(key, times);
    return times === 1 ? key : `${key}#${times}`;
  }

  private fixedKey(texts: KeyTexts): string | null {
    const label = plainLabel(texts.label || texts.code || texts.name || '');
    // Table 9 names its total on one side only.
    const unnamedFirst = this.ordinal === 1 && this.fixed[0]?.label === '';
    if (label === '' && !texts.hasFigures && !unnamedFirst) return null;
    const at = this.findFixed(label, this.from);
    const found = at >= 0 ? at : label === '' ? -1 : this.findFixed(label, 0);
    const source = this.fixed[found];
    if (source === undefined) return null;
    this.from = Math.max(this.from, found + 1);
    return source.where === null ? null : source.key;
  }

  private findFixed(label: string, from: number): number {
    return this.fixed.findIndex(
      (source, index) => index >= from && source.where !== null && plainLabel(source.label) === label,
    );
  }

  private sourceKey(texts: KeyTexts): string | null {
    for (const source of this.others) {
      const key = this.keyIn(source, texts);
      if (key !== null) return key;
    }
    return null;
  }

  private keyIn(source: RowSource, texts: KeyTexts): string | null {
    switch (source.kind) {
      case 'fixed':
        return null;
      case 'classes': {
        const label = texts.label ?? '';
        if (label.trim() === '') return null;
        const name = plainLabel(label);
        const code = this.classes.get(name) ?? this.classes.get(plainLabel(currentName(name) ?? ''));
        return `class:${code ?? `?${name}`}`;
      }
      case 'tree':
        return this.treeKey(source.dimension, texts);
      case 'units': {
        const label = (texts.label ?? '').trim();
        if (label === '') return null;
        const unit = this.context.unitNames.findIndex((name) => squeeze(name) === squeeze(label));
        if (unit >= 0) return `unit:${unit + 1}`;
        // The first row below the heads is the unit's own, whatever it is called.
        const isUnit = source.projects === undefined || this.ordinal === 1;
        return isUnit ? `unit:@${this.ordinal}` : `project:${this.ordinal}`;
      }
      default:
        return source satisfies never;
    }
  }

  private treeKey(dimension: TreeDimension, texts: KeyTexts): string | null {
    const prefix = PREFIX[dimension];
    if (texts.code !== undefined) {
      const code = squeeze(texts.code).replaceAll(/[^0-9]/g, '');
      return code === '' ? null : `${prefix}:${code}`;
    }
    const name = (texts.label ?? '').trim();
    if (name === '') return null;
    const code = this.codeOfName(dimension, name);
    if (code?.length === 3) this.above = code;
    const gov = texts.govName?.trim() ?? '';
    const [govEntry] = entriesNamed(this.context.codes, 'govEconomic', gov);
    const govKey = gov === '' ? '' : `+${govEntry?.code ?? plainLabel(gov)}`;
    return `${prefix}:${code ?? `?${plainLabel(name)}`}${govKey}`;
  }

  /** 309 and 310 have items of the same names: one below the 类 at hand goes first. */
  private codeOfName(dimension: TreeDimension, name: string): string | null {
    const alike = entriesNamed(this.context.codes, dimension, name);
    const below = alike.find(({ code }) => this.above !== '' && code.length > 3 && code.startsWith(this.above));
    return (below ?? alike[0])?.code ?? null;
  }
}

type Entries = readonly { readonly code: string }[];
const byName = new WeakMap<CodeBook, Map<Catalogue, ReadonlyMap<string, Entries>>>();

/** Codes of a name; a code book never changes, so its names are gathered once. */
function entriesNamed(codes: CodeBook, catalogue: Catalogue, name: string): Entries {
  const catalogues = byName.get(codes) ?? new Map<Catalogue, ReadonlyMap<string, Entries>>();
  byName.set(codes, catalogues);
  const known = catalogues.get(catalogue) ?? groupedBy(codes.list(catalogue), (entry) => plainLabel(entry.name));
  catalogues.set(catalogue, known);
  return known.get(plainLabel(name)) ?? [];
}
