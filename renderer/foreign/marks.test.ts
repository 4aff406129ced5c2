import { expect, it } from 'vitest';
import type { AuditFinding } from '../../shared/foreign/audit-types.ts';
import { marksOfSheet, nextOfCell } from './marks.ts';

const finding = (severity: AuditFinding['severity'], row: number, more: Partial<AuditFinding> = {}): AuditFinding => ({
  ruleId: 'T3-natures',
  severity,
  message: '',
  basis: '',
  rounding: false,
  set: 0,
  table: 3,
  cells: [
    { sheet: 1, row, column: 2 },
    { sheet: 1, row, column: 3 },
  ],
  ...more,
});

it('a cell bears its gravest mark and all its findings; cells of other sheets and mere partners are not marked', () => {
  const findings = [
    finding('error', 4),
    finding('advice', 5, { rounding: true }),
    finding('warning', 5),
    finding('error', 5, { cells: [{ sheet: 0, row: 5, column: 2 }] }),
    finding('error', 9, { cells: [] }),
  ];
  expect([...marksOfSheet(findings, 1)]).toEqual([
    ['4|2', { mark: 'error', findings: [0] }],
    ['5|2', { mark: 'warning', findings: [1, 2] }],
  ]);
});

it('choosing a marked cell again goes on to its next finding, and around', () => {
  const cell = { mark: 'error', findings: [3, 7, 8] } as const;
  expect([null, 3, 7, 8, 99].map((chosen) => nextOfCell(cell, chosen))).toEqual([3, 7, 8, 3, 3]);
});
