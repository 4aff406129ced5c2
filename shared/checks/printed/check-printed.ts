/** Everything that can be checked on printed tables: the forms themselves and every cross-check between their figures. */
import type { CodeBook } from '../../codes/code-book.ts';
import { tableChecks } from '../cross-table.ts';
import { type Finding, SEVERITY_ORDER } from '../finding.ts';
import { revenueLevelChecks } from '../fund-table-checks.ts';
import { runTableChecks } from '../run-tables.ts';
import type { TableCheck } from '../table-spec.ts';
import type { PrintedRule } from './form-rule.ts';
import { formRules } from './form-rules.ts';
import { knownTables, sourceOf } from './known-tables.ts';
import type { PrintedDocument } from './printed-table.ts';
import { textRules } from './text-rules.ts';

export const printedRules: readonly PrintedRule[] = [...formRules, ...textRules];

/** Cross-checks of printed tables: those of a book, and what a book knows by its lines. */
export const printedTableChecks: readonly TableCheck[] = [...tableChecks, ...revenueLevelChecks];

/**
 * @param codes of the document's year
 * @returns findings, errors first; a difference that rounding explains is advice. What a missing table, column or row
 *   leaves uncompared is told once, by the rule that misses it.
 */
export function checkPrinted(document: PrintedDocument, codes: CodeBook): readonly Finding[] {
  const tables = knownTables(document, codes);
  const source = sourceOf(tables, document.year);
  const view = { document, tables, source, codes };
  const findings = [
    ...printedRules.flatMap(({ id, severity, basis, find }) =>
      find(view).map((slip): Finding => ({ ruleId: id, severity, basis, ...slip })),
    ),
    ...runTableChecks(printedTableChecks, source).filter(({ unmade }) => unmade !== true),
  ];
  return findings.sort((one, other) => SEVERITY_ORDER[one.severity] - SEVERITY_ORDER[other.severity]);
}
