import { expect, it } from 'vitest';
import { sampleDocument } from '../../samples/sample-document.ts';
import { inputsOf } from '../checks/document-input.fixture.ts';
import { expenditureTotal } from './expenditure-total.ts';
import { MEASURE_CELLS } from './measures.ts';

it('is the total of table 1, with what stays for next year', () => {
  const budgets = inputsOf(sampleDocument('invented-2025'));
  expect(budgets.some(({ facts }) => facts.totals().yearEndCarryover !== 0)).toBe(true);
  for (const { facts } of budgets) {
    expect(expenditureTotal(facts.totals())).toBe(facts.cell(MEASURE_CELLS['expenditure.total']));
  }
});
