/** What a value of a record is called in a sentence. */

import type { CodeBook } from '../codes/code-book.ts';
import { budgetLine } from '../entities/budget-line.ts';
import { goalSheet } from '../entities/goal-sheet.ts';
import { entities } from '../entities/index.ts';
import { procurementItem } from '../entities/procurement-item.ts';
import { unit } from '../entities/unit.ts';
import { labelOf } from '../entities/vocabulary.ts';
import { amountSentence } from '../money/amount-sentence.ts';
import type { Field } from '../shape/shape.ts';
import type { Scalar } from './record-spec.ts';
import { type RecordSet, type RuleRow, readerOf } from './records.ts';

/** What codes are called. */
export type CodeNames = Pick<CodeBook, 'name'>;

/** Attributes that read like a declared field. */
const LIKE_FIELDS: Readonly<Record<string, Field>> = {
  mappedGov: budgetLine.fields.govEconomic,
  lineSide: budgetLine.fields.side,
  fund: budgetLine.fields.fund,
  unitKind: unit.fields.kind,
  costMoney: goalSheet.fields.annualTotal,
  procurable: budgetLine.fields.deptEconomic,
  codeClass: procurementItem.fields.category,
  level: unit.fields.level,
};

/** @returns a label, a code with its name, an amount with its unit, or the text itself; `未填…` for nothing */
export function textOf(set: RecordSet, row: RuleRow, name: string, codes: CodeNames): string {
  const declared: Readonly<Record<string, Field>> = set.entity === null ? {} : entities[set.entity].fields;
  return valueText(declared[name] ?? LIKE_FIELDS[name], readerOf(set, name)(row), codes);
}

function valueText(field: Field | undefined, value: Scalar, codes: CodeNames): string {
  if (value === '' && field === undefined) return '';
  if (value === null || value === '') return `未填${field?.label ?? ''}`;
  if (field?.kind === 'enum') return labelOf(field.options, String(value));
  if (field?.kind === 'fen' && typeof value === 'number') return amountSentence(value);
  if (field?.kind === 'code') {
    const name = codes.name(field.catalogue, String(value));
    return name === null ? String(value) : `${value} ${name}`;
  }
  return String(value);
}
