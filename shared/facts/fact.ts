/** The plain facts that tables, checks and the narrative are functions of. */
import type { CodeBook } from '../codes/code-book.ts';
import type { BasicUse, Fund, Nature, Origin, Side } from '../entities/vocabulary.ts';
import type { Fen } from '../money/fen.ts';
import type { UnitKind } from '../tables/model.ts';

/** One budget line as the tables see it; amounts in 分. */
export interface LineFact {
  readonly id: number;
  readonly unitId: number;
  readonly side: Side;
  readonly origin: Origin;
  readonly fund: Fund;
  readonly functional: string | null;
  readonly revenue: string | null;
  readonly nature: Nature | null;
  readonly deptEconomic: string | null;
  readonly govEconomic: string | null;
  readonly use: BasicUse | null;
  readonly projectId: number | null;
  readonly amount: Fen;
}

export interface UnitFact {
  readonly id: number;
  readonly name: string;
  readonly kind: UnitKind;
}

export interface ProjectFact {
  readonly id: number;
  readonly unitId: number;
  readonly name: string;
  /** What is disclosed does not name it. */
  readonly confidential?: boolean;
}

/** What the lines refer to; units and projects in book order. */
export interface FactsContext {
  readonly year: number;
  /** Printed on every table as 单位名称. */
  readonly unitName: string;
  readonly units: readonly UnitFact[];
  readonly projects: readonly ProjectFact[];
  readonly codes: CodeBook;
}
