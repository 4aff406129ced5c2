/**
 * The vocabulary in which the forms of goal sheets are declared (design §7). A form is plain data that could stand in a
 * JSON file: the editor of the window and the printed sheet both follow it, block by block from top to bottom, and a new
 * form is a new file in `form-families/` with its line in the list there. Nothing else knows what a form looks like.
 */
import type { goalSheet } from '../entities/goal-sheet.ts';
import type { indicator } from '../entities/indicator.ts';
import type { Fund } from '../entities/vocabulary.ts';

/** 实施期, 年度. A form may have both side by side, or the year alone. */
export type Period = (typeof indicator.fields.period.options)[number]['value'];

type Fields = typeof goalSheet.fields;
type FieldOfKind<K> = { [N in keyof Fields]: Fields[N]['kind'] extends K ? N : never }[keyof Fields];
/** Fields of a goal sheet that a form can show. */
export type SheetField = Exclude<keyof Fields, 'projectId' | 'form'>;
export type MoneyField = FieldOfKind<'fen'>;
export type ProseField = 'overview' | 'basis' | 'necessity' | 'safeguards' | 'plan' | 'implGoal' | 'annualGoal';

/** What a second-level indicator is for, whatever a form calls it. */
export type IndicatorKind = 'quantity' | 'quality' | 'time' | 'cost' | 'benefit' | 'satisfaction';

export interface FormLevel2 {
  /** As it is stored and checked, e.g. `社会效益指标`. */
  readonly name: string;
  /** As it is printed where that is shorter, e.g. `社会效益`. */
  readonly printed?: string;
  readonly kind: IndicatorKind;
}

export interface FormLevel1 {
  readonly name: string;
  readonly printed?: string;
  readonly level2: readonly FormLevel2[];
}

/** A column of the indicators, once in each period. `value` is operator, value and unit as one text. */
export interface IndicatorColumn {
  readonly field: 'level3' | 'value' | 'score' | 'nature' | 'direction' | 'note';
  readonly label: string;
  /** Share of the period's width. */
  readonly width: number;
}

/** What stands in a cell whose fields are all empty: the name of the project (or unit), or that of the unit. */
export type Otherwise = 'subject' | 'unit';

/** A label with what is filled in beside it. */
export interface FormCell {
  readonly label: string;
  /** Several are written in one cell, with `join` between them. */
  readonly fields: readonly SheetField[];
  readonly join?: string;
  readonly otherwise?: Otherwise;
  /** Usual contents, offered while typing; any other text is allowed. */
  readonly choices?: readonly string[];
}

export interface FundingSource {
  readonly label: string;
  readonly fields: Readonly<Partial<Record<Period, MoneyField>>>;
  /** Funds whose lines are entered here unless the user divides them otherwise; `level` narrows it to units of a level. */
  readonly takes: readonly { readonly funds: readonly Fund[]; readonly levels?: readonly UnitLevel[] }[];
}

export type UnitLevel = 'province' | 'city' | 'county';

export type FormBlock =
  /** Rows of labelled cells; the cells of a row share its width. */
  | { readonly kind: 'fields'; readonly rows: readonly (readonly FormCell[])[] }
  /** Amounts in 元: the total above its sources, the periods side by side. */
  | {
      readonly kind: 'funding';
      readonly label: string;
      readonly total: Readonly<Partial<Record<Period, { readonly label: string; readonly field: MoneyField }>>>;
      /** Printed before the first source, e.g. `其中：`. */
      readonly lead: string;
      readonly sources: readonly FundingSource[];
    }
  | { readonly kind: 'text'; readonly label: string; readonly field: ProseField }
  /** The overall goals, under the heads of their periods. */
  | {
      readonly kind: 'goals';
      readonly label: string;
      readonly fields: Readonly<Partial<Record<Period, ProseField>>>;
    }
  /** The indicators in the form's levels; `level1` and `level2` are the heads of those columns. */
  | {
      readonly kind: 'indicators';
      readonly label: string;
      readonly level1: string;
      readonly level2: string;
      readonly columns: readonly IndicatorColumn[];
      /** Sum the scores of a period must reach; absent = the form has none. */
      readonly scoreTotal?: number;
    }
  /** One line under the frame. */
  | { readonly kind: 'signatures'; readonly cells: readonly FormCell[] };

/** One sheet from top to bottom. */
export interface FormLayout {
  /** `{region}`: last part of the unit's region, e.g. `岚县`; `{level}`: e.g. `县(区)级`. */
  readonly title: string;
  /** `{year}`: the budget's. */
  readonly subtitle: string;
  /** From left to right; `label` heads the period's columns. */
  readonly periods: readonly { readonly period: Period; readonly label: string; readonly short: string }[];
  readonly blocks: readonly FormBlock[];
}

export interface FormFamily {
  /** Stored with each sheet. */
  readonly id: string;
  /** Tells it from other forms in a list. */
  readonly label: string;
  /** Document the form comes from. */
  readonly basis: string;
  /** First and last budget year the form is for; absent = open. */
  readonly fromYear?: number;
  readonly toYear?: number;
  /** A4. */
  readonly orientation: 'portrait' | 'landscape';
  readonly levels: readonly FormLevel1[];
  readonly project: FormLayout;
  /** 单位整体绩效目标表. */
  readonly unit: FormLayout;
}
