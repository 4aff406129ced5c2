/** The findings as they stand, and what has changed since somebody last looked. */
import type { Finding, KeptFinding, Waived } from '../finding.ts';
import { PLACE } from './line-places.ts';

/** A finding before its places are filled in. */
export interface Draft {
  readonly finding: Finding;
  /** Rules in their order, then places in the book. */
  readonly order: readonly number[];
  readonly project: number | null;
}

interface Kept extends Draft {
  readonly key: string;
  /** What `PLACE` stood for when last told; null where the message names no place. */
  place: string | null;
}

export interface FindingChanges {
  /** Up to where this tells. */
  readonly version: number;
  /** Begins anew: the one who asked knows nothing, or too little. */
  readonly whole: boolean;
  /** There is more to tell: ask again from `version` on. */
  readonly more: boolean;
  readonly changed: readonly KeptFinding[];
  readonly gone: readonly string[];
}

/** Changes told at once: telling takes time that a call may have to wait for. */
const MOST_TOLD = 1_000;
/** Past this many changes beyond twice the findings it is less to tell all of them. */
const LOG_SPARE = 5_000;

export interface FindingBookParts {
  /** Versions count from here: beyond those of any book of findings before. */
  readonly firstVersion: number;
  readonly placeOf: (lineId: number) => string;
  /** Why a finding is left as it is; `said` is its message without the places of lines, which move. */
  readonly waivedBy: (finding: Finding, said: string) => Waived | null;
}

export class FindingBook {
  private readonly kept = new Map<string, Kept>();
  /** Keys in the order they changed, each finding that there is among them; its end is the version. */
  private log: string[] = [];
  private logFrom: number;
  private readonly placeOf: FindingBookParts['placeOf'];
  private readonly waivedBy: FindingBookParts['waivedBy'];

  constructor(parts: FindingBookParts) {
    this.logFrom = parts.firstVersion;
    this.placeOf = parts.placeOf;
    this.waivedBy = parts.waivedBy;
  }

  get version(): number {
    return this.logFrom + this.log.length;
  }

  get size(): number {
    return this.kept.size;
  }

  put(key: string, draft: Draft): void {
    const before = this.kept.get(key);
    const place = this.placeIn(draft.finding);
    if (before !== undefined && before.place === place && isSame(before, draft)) return;
    this.kept.set(key, { ...draft, key, place });
    this.note(key);
  }

  remove(key: string): void {
    if (this.kept.delete(key)) this.note(key);
  }

  /** Findings of these rules are told anew though they say the same: what is said about them has changed. */
  touch(ruleIds: ReadonlySet<string>): void {
    for (const [key, { finding }] of this.kept) if (ruleIds.has(finding.ruleId)) this.note(key);
  }

  /** What is to be waived: the finding as it stands, and what it says without the places of lines. */
  said(key: string): { readonly finding: Finding; readonly said: string } | null {
    const kept = this.kept.get(key);
    return kept === undefined ? null : { finding: kept.finding, said: saidIn(kept.finding) };
  }

  /** Keys of findings that name the place of a line. */
  *placed(): Generator<string> {
    for (const [key, { place }] of this.kept) if (place !== null) yield key;
  }

  /** Lines have come or gone: what names a place may name another. */
  renewPlace(key: string): void {
    const kept = this.kept.get(key);
    if (kept === undefined || kept.place === null) return;
    const place = this.placeIn(kept.finding);
    if (place === kept.place) return;
    kept.place = place;
    this.note(key);
  }

  find(key: string): KeptFinding | null {
    const kept = this.kept.get(key);
    return kept === undefined ? null : this.tell(kept);
  }

  all(): readonly KeptFinding[] {
    return [...this.kept.values()].map((kept) => this.tell(kept));
  }

  /** @param version null for somebody who knows nothing */
  since(version: number | null): FindingChanges {
    const whole = version === null || version < this.logFrom || version > this.version;
    const from = whole ? 0 : version - this.logFrom;
    const to = Math.min(from + MOST_TOLD, this.log.length);
    const keys = [...new Set(this.log.slice(from, to))];
    return {
      version: this.logFrom + to,
      whole,
      more: to < this.log.length,
      changed: keys.flatMap((key) => this.find(key) ?? []),
      gone: whole ? [] : keys.filter((key) => !this.kept.has(key)),
    };
  }

  private note(key: string): void {
    this.log.push(key);
    if (this.log.length <= this.kept.size * 2 + LOG_SPARE) return;
    this.logFrom += this.log.length;
    this.log = [...this.kept.keys()];
  }

  private placeIn({ message, location }: Finding): string | null {
    return message.includes(PLACE) && location.kind === 'row' ? this.placeOf(location.id) : null;
  }

  private tell({ finding, key, order, project, place }: Kept): KeptFinding {
    const message = place === null ? finding.message : finding.message.replaceAll(PLACE, place);
    const waived = this.waivedBy(finding, saidIn(finding));
    return { ...finding, message, key, order, project, ...(waived === null ? {} : { waived }) };
  }
}

function saidIn({ message }: Finding): string {
  return message.replaceAll(PLACE, '');
}

function isSame(before: Draft, after: Draft): boolean {
  const [one, other] = [before.finding, after.finding];
  return (
    one.message === other.message &&
    one.severity === other.severity &&
    one.basis === other.basis &&
    before.project === after.project &&
    JSON.stringify([one.location, one.fix, before.order]) === JSON.stringify([other.location, other.fix, after.order])
  );
}
