import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type InterchangeDocument, readInterchange } from '../shared/interchange/index.ts';
import { SAMPLE_NAMES, type SampleName, sampleDocument } from './sample-document.ts';
import { writeAssembled } from './write.ts';

function read(name: SampleName): InterchangeDocument {
  const answer = readInterchange(sampleDocument(name));
  if (!answer.ok) throw new Error(answer.problems.map(({ place, reason }) => `${place}: ${reason}`).join('\n'));
  return answer.document;
}

/** Sum of 元 texts, in 分. */
const sum = (amounts: readonly string[]) => amounts.reduce((total, text) => total + BigInt(text.replace('.', '')), 0n);

describe.each(SAMPLE_NAMES)('the sample %s', (name) => {
  it('passes the check of every field of the interchange format', () => {
    expect(readInterchange(sampleDocument(name))).toMatchObject({ ok: true });
  });

  it('spends and carries over what it receives, fund by fund and year by year', () => {
    for (const { lines } of read(name).budgets) {
      const balance = (side: (value: string) => boolean) => {
        const totals = new Map<string, bigint>();
        for (const line of lines.filter((one) => side(one.side))) {
          const key = `${line.fund} ${line.origin}`;
          totals.set(key, (totals.get(key) ?? 0n) + sum([line.amount]));
        }
        return Object.fromEntries([...totals].sort());
      };
      expect(balance((side) => side === 'income')).toEqual(balance((side) => side !== 'income'));
    }
  });

  it('buys nothing for more than its project or line has', () => {
    for (const { procurement, lines } of read(name).budgets) {
      for (const { project, line } of procurement) {
        const bought = procurement.filter((item) => item.project === project && item.line === line);
        const money = lines.filter((one) => (line === null ? one.project === project : one.key === line));
        expect(sum(bought.map((item) => item.amount))).toBeLessThanOrEqual(sum(money.map((one) => one.amount)));
        expect(money.length).toBeGreaterThan(0);
      }
      for (const item of procurement) {
        if (item.unitPrice === null) continue;
        expect(sum([item.unitPrice]) * BigInt(item.quantity ?? '')).toBe(sum([item.amount]));
      }
    }
  });

  it('gives every goal sheet the money of its project, from sources that add up', () => {
    for (const { goalSheets, lines } of read(name).budgets) {
      for (const sheet of goalSheets) {
        const spent = lines.filter(
          ({ side, project }) => side === 'expenditure' && (sheet.project === null || project === sheet.project),
        );
        expect(sum([sheet.annualTotal ?? '']), sheet.overview ?? '').toBe(sum(spent.map((line) => line.amount)));
        const { annualCentral, annualProvincial, annualLocal, annualOwn, annualOther } = sheet;
        const parts = [annualCentral, annualProvincial, annualLocal, annualOwn, annualOther];
        expect(sum(parts.map((part) => part ?? '0.00'))).toBe(sum([sheet.annualTotal ?? '']));
      }
    }
  });
});

describe.each(['lanxian-2025', 'lanxian-2025-published'] as const)('the real book as %s', (name) => {
  const budget = read(name).budgets[0];
  const of = (filter: (line: NonNullable<typeof budget>['lines'][number]) => boolean) =>
    sum((budget?.lines ?? []).filter(filter).map((line) => line.amount));

  it('holds the 79 lines of the ledger to the cent', () => {
    expect(budget?.lines.length).toBe(79);
    expect(of((line) => line.side === 'income' && line.origin === 'current')).toBe(12_352_393_779n);
    expect(of((line) => line.side === 'income' && line.origin === 'carryover')).toBe(1_270_670_000n);
    expect(of((line) => line.nature === 'basic')).toBe(291_733_300n);
    expect(of((line) => line.nature === 'project')).toBe(13_331_330_479n);
    expect(of((line) => line.fund === 'governmentFund' && line.side === 'expenditure')).toBe(323_940_000n);
  });

  it('holds the 47 projects in published order, three names twice', () => {
    const names = budget?.projects.map((project) => project.name) ?? [];
    expect(names.length).toBe(47);
    expect(new Set(names).size).toBe(44);
    expect(budget?.projects.filter((project) => project.category === 'operations').length).toBe(7);
  });

  it('plans 504.20 万元 of procurement: 284.20 goods, 220.00 services', () => {
    const bought = (category: string) =>
      sum((budget?.procurement ?? []).filter((item) => item.category === category).map((item) => item.amount));
    expect([bought('goods'), bought('works'), bought('services')]).toEqual([284_200_000n, 0n, 220_000_000n]);
  });

  it('counts 191 vehicles as 10 + 166 + 15', () => {
    const count = (kind: string) => Number(budget?.assets.find((asset) => asset.kind === kind)?.quantity);
    expect(count('vehicleEmergency') + count('vehicleSpecial') + count('vehicleOther')).toBe(count('vehicleQuota'));
  });
});

describe('the invented department', () => {
  const { budgets } = read('invented-2025');

  it('gives each project of its three units a goal sheet, and each unit one of its own', () => {
    for (const { projects, goalSheets } of budgets) {
      expect(goalSheets.map((sheet) => sheet.project)).toEqual([...projects.map((project) => project.key), null]);
    }
  });

  it('uses both forms of the sheet, and scores that leave ten points to the execution of the budget', () => {
    const sheets = budgets.flatMap((budget) => budget.goalSheets);
    expect(new Set(sheets.map((sheet) => sheet.form))).toEqual(new Set(['costFirst', 'costUnderOutput']));
    for (const { indicators } of sheets.filter((sheet) => sheet.form === 'costFirst')) {
      const annual = indicators.filter((one) => one.period === 'annual');
      expect(annual.reduce((total, one) => total + Number(one.score), 0)).toBeCloseTo(90, 6);
    }
  });

  it('has two projects of one name, and a name that two units share', () => {
    const names = budgets.map((budget) => budget.projects.map((project) => project.name));
    expect(names[0]?.filter((name) => name === '县级体育场馆免费开放补助').length).toBe(2);
    expect(names[0]).toContain('教育信息化设备更新');
    expect(names[2]).toContain('教育信息化设备更新');
  });
});

it('the written documents are the samples themselves', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samples-'));
  try {
    writeAssembled(folder);
    for (const name of SAMPLE_NAMES) {
      expect(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))).toEqual(sampleDocument(name));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
