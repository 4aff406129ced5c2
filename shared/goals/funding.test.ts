import { describe, expect, it } from 'vitest';
import { fen } from '../money/fen.ts';
import { formOf } from './forms.ts';
import { fundingOf, moneyAcross, moneyFromLines, sumOfSources, withBothPeriods, withSource } from './funding.ts';
import { THIRD_FORM } from './third-form.fixture.ts';

const block = fundingOf(formOf('costUnderOutput').project) ?? expect.fail();
const third = fundingOf(THIRD_FORM.project) ?? expect.fail();
const LINES = [
  { fund: 'generalPublic', amount: fen(700) },
  { fund: 'governmentFund', amount: fen(200) },
  { fund: 'ownFunds', amount: fen(50) },
  { fund: 'fiscalAccount', amount: fen(3) },
] as const;

describe('money taken from the lines', () => {
  it('stands where the form enters each fund, what is not used is nil, and the total is the sum of the lines', () => {
    expect(moneyFromLines(block, 'annual', 'county', LINES, {})).toEqual({
      annualTotal: 953,
      annualCentral: 0,
      annualProvincial: 0,
      annualLocal: 900,
      annualOwn: 50,
      annualOther: 3,
    });
    expect(moneyFromLines(block, 'annual', 'province', LINES, {})).toMatchObject({
      annualProvincial: 900,
      annualLocal: 0,
    });
    expect(moneyFromLines(third, 'annual', 'county', LINES, {})).toEqual({
      annualTotal: 953,
      annualLocal: 900,
      annualOther: 53,
    });
  });

  it('leaves what was divided by hand, as far as the lines cover it', () => {
    const divided = { annualCentral: fen(300), annualProvincial: fen(10), annualLocal: fen(1) };
    expect(moneyFromLines(block, 'annual', 'county', LINES, divided)).toMatchObject({
      annualCentral: 300,
      annualProvincial: 10,
      annualLocal: 590,
    });
    expect(moneyFromLines(block, 'annual', 'county', LINES, { annualCentral: fen(5_000) })).toMatchObject({
      annualTotal: 953,
      annualCentral: 900,
      annualLocal: 0,
    });
  });

  it('always adds up to the total', () => {
    for (const form of [block, third]) {
      for (const level of ['province', 'city', 'county'] as const) {
        const money = moneyFromLines(form, 'annual', level, LINES, { annualCentral: fen(123) });
        expect(sumOfSources(form, 'annual', money)).toBe(money.annualTotal);
      }
    }
  });
});

describe('the total', () => {
  it('follows a source while it is their sum, or is still empty', () => {
    expect(withSource(block, 'annualLocal', fen(5), {})).toEqual({ annualLocal: 5, annualTotal: 5 });
    expect(withSource(block, 'annualOwn', fen(2), { annualLocal: fen(5), annualTotal: fen(5) })).toEqual({
      annualOwn: 2,
      annualTotal: 7,
    });
    expect(withSource(block, 'annualLocal', null, { annualLocal: fen(5), annualTotal: fen(5) })).toEqual({
      annualLocal: null,
      annualTotal: null,
    });
  });

  it('stays where it was entered for itself', () => {
    expect(withSource(block, 'annualLocal', fen(5), { annualTotal: fen(9) })).toEqual({ annualLocal: 5 });
    expect(withSource(block, 'annualTotal', fen(9), { annualLocal: fen(5) })).toEqual({ annualTotal: 9 });
  });
});

it('amounts of one period become those of the other, also the empty ones', () => {
  expect(moneyAcross(block, 'implementation', 'annual', { implTotal: fen(5), implOwn: fen(5) })).toEqual({
    annualTotal: 5,
    annualCentral: null,
    annualProvincial: null,
    annualLocal: null,
    annualOwn: 5,
    annualOther: null,
  });
  expect(moneyAcross(third, 'annual', 'implementation', { annualTotal: fen(5) })).toEqual({});
});

it('a change of the year goes to both periods as long as they are the same', () => {
  const both = { annualTotal: fen(5), annualLocal: fen(5), implTotal: fen(5), implLocal: fen(5) };
  const change = withSource(block, 'annualOwn', fen(2), both);
  expect(withBothPeriods(block, change, both)).toMatchObject({
    annualOwn: 2,
    annualTotal: 7,
    implOwn: 2,
    implTotal: 7,
    implLocal: 5,
  });
  expect(withBothPeriods(block, change, { ...both, implTotal: fen(50) })).toEqual(change);
  expect(withBothPeriods(third, change, both)).toEqual(change);
});
