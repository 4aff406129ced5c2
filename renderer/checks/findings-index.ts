/**
 * The findings about a budget with what grids and navigation ask of them, led along by what changes: an edit costs the
 * same among ten findings and among a hundred thousand.
 */
import type { KeptFinding } from '../../shared/checks/finding.ts';
import { inOrder, sortedAnew } from '../../shared/checks/in-order.ts';
import { isOpen } from '../../shared/checks/open-findings.ts';
import type { EntityName } from '../../shared/entities/index.ts';
import type { CellMark, MarksById, RowMarks } from '../grid/grid-row.tsx';
import type { PageId } from '../state/pages.ts';
import type { AllCounts } from './counts.ts';
import { cellOf, pageOf } from './places.ts';

/** Findings as they are at one moment; another object after each change. */
export interface Findings {
  readonly size: number;
  readonly get: (key: string) => KeptFinding | undefined;
  /** Worst first. Put in order when they are asked for: no page but 审核 shows them all. */
  readonly sorted: () => readonly KeptFinding[];
  readonly marks: (entity: EntityName) => MarksById;
  readonly counts: () => AllCounts;
  /** Those about tables, paragraphs and the budget as a whole: as many as there are rules, however long the book. */
  readonly beyondRows: () => Iterable<KeptFinding>;
  readonly waived: () => Iterable<KeptFinding>;
}

interface Row {
  readonly entity: EntityName;
  readonly findings: Map<string, KeptFinding>;
  /** Null until they are asked for. */
  marks: RowMarks | null;
}

type Tally = { error: number; warning: number; advice: number };
const noTally = (): Tally => ({ error: 0, warning: 0, advice: 0 });

export class FindingsIndex {
  private readonly byKey = new Map<string, KeptFinding>();
  private readonly rows = new Map<EntityName, Map<number, Row>>();
  private readonly beyondRows = new Map<string, KeptFinding>();
  private readonly waived = new Map<string, KeptFinding>();
  private readonly pages = new Map<PageId, Tally>();
  private readonly open = { ...noTally(), waived: 0 };
  private inOrder: readonly KeptFinding[] = [];
  /** Keys of those that are new or say something else since they were put in order. */
  private readonly unsorted = new Set<string>();
  private isSorted = true;

  /** Takes in what has changed; answers how the findings are now. */
  take(changed: readonly KeptFinding[], gone: readonly string[]): Findings {
    for (const key of gone) this.drop(key);
    for (const finding of changed) {
      this.drop(finding.key);
      this.add(finding);
      this.unsorted.add(finding.key);
    }
    this.isSorted &&= changed.length + gone.length === 0;
    return this.now();
  }

  private now(): Findings {
    const marks = new Map<EntityName, MarksById>();
    return {
      size: this.byKey.size,
      get: (key) => this.byKey.get(key),
      sorted: () => this.sorted(),
      marks: (entity) => {
        // Whoever compares by identity sees that something may be different.
        const own = marks.get(entity) ?? { get: (id: number) => this.marksOf(entity, id) };
        marks.set(entity, own);
        return own;
      },
      beyondRows: () => this.beyondRows.values(),
      waived: () => this.waived.values(),
      counts: () => ({ open: { ...this.open }, pages: copied(this.pages) }),
    };
  }

  private sorted(): readonly KeptFinding[] {
    if (this.isSorted) return this.inOrder;
    this.inOrder = sortedAnew(this.inOrder, this.byKey, this.unsorted);
    this.unsorted.clear();
    this.isSorted = true;
    return this.inOrder;
  }

  private marksOf(entity: EntityName, id: number): RowMarks | undefined {
    const row = this.rows.get(entity)?.get(id);
    if (row === undefined) return undefined;
    row.marks ??= marksFrom(row);
    return row.marks;
  }

  private add(finding: KeptFinding): void {
    this.byKey.set(finding.key, finding);
    this.count(finding, 1);
    if (!isOpen(finding)) this.waived.set(finding.key, finding);
    const { location } = finding;
    if (location.kind !== 'row') {
      this.beyondRows.set(finding.key, finding);
      return;
    }
    const rows = this.rows.get(location.entity) ?? new Map<number, Row>();
    this.rows.set(location.entity, rows);
    const row = rows.get(location.id) ?? { entity: location.entity, findings: new Map(), marks: null };
    rows.set(location.id, row);
    row.findings.set(finding.key, finding);
    row.marks = null;
  }

  private drop(key: string): void {
    const finding = this.byKey.get(key);
    if (finding === undefined) return;
    this.byKey.delete(key);
    this.beyondRows.delete(key);
    this.waived.delete(key);
    this.count(finding, -1);
    if (finding.location.kind !== 'row') return;
    const { entity, id } = finding.location;
    const row = this.rows.get(entity)?.get(id);
    if (row === undefined) return;
    row.findings.delete(key);
    row.marks = null;
    if (row.findings.size === 0) this.rows.get(entity)?.delete(id);
  }

  private count(finding: KeptFinding, by: 1 | -1): void {
    this.open[isOpen(finding) ? finding.severity : 'waived'] += by;
    if (!isOpen(finding)) return;
    const page = pageOf(finding);
    const tally = this.pages.get(page) ?? noTally();
    tally[finding.severity] += by;
    if (tally.error + tally.warning + tally.advice > 0) this.pages.set(page, tally);
    else this.pages.delete(page);
  }
}

/** Of each cell the worst; what is waived, or about the row as a whole, leaves none. */
function marksFrom({ entity, findings }: Row): RowMarks {
  const marks: Record<string, CellMark> = {};
  for (const finding of [...findings.values()].sort(inOrder)) {
    const { location, severity, message, basis } = finding;
    if (!isOpen(finding) || location.kind !== 'row') continue;
    const cell = cellOf(entity, pageOf(finding), location.field);
    if (cell !== null) marks[cell] ??= { severity, message, basis };
  }
  return marks;
}

const copied = (pages: ReadonlyMap<PageId, Tally>) => new Map([...pages].map(([page, tally]) => [page, { ...tally }]));
