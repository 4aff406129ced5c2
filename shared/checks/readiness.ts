/** How far a budget is on its way to being handed in: the declared steps, each with what it still lacks. */
import type { Totals } from '../api/types.ts';
import { type Budget, budget } from '../entities/budget.ts';
import { type Unit, unit } from '../entities/unit.ts';
import type { KeptFinding, Severity } from './finding.ts';
import { inOrder } from './in-order.ts';
import { isOpen } from './open-findings.ts';
import { type CountedRows, type Need, READINESS_STEPS, type ReadinessPage } from './readiness-steps.ts';

export interface ReadinessInput {
  readonly unit: Unit;
  readonly budget: Budget;
  readonly totals: Totals;
  readonly counts: Readonly<Record<CountedRows, number>>;
  /** As far as the checks have come, the waived ones among them. */
  readonly findings: readonly KeptFinding[];
  /** The checks are through. */
  readonly checked: boolean;
}

export interface ReadinessStep {
  readonly id: string;
  readonly label: string;
  /** Where it is done. */
  readonly page: ReadinessPage;
  /** A budget is not handed in without it. */
  readonly required: boolean;
  /** `checking`: nothing is known to be missing, but the checks are not through. */
  readonly state: 'done' | 'todo' | 'checking';
  /** Parts that are done, of `total`; a step without parts is 1 of 1. */
  readonly done: number;
  readonly total: number;
  readonly missing: readonly Lack[];
}

export interface Lack {
  /** A sentence. */
  readonly text: string;
  readonly count: number;
  /** Key of the finding to begin with; null where no finding says it. */
  readonly first: string | null;
  /** Field of the unit or its budget that is not filled. */
  readonly field: { readonly entity: 'unit' | 'budget'; readonly id: number; readonly name: string } | null;
}

export interface Readiness {
  readonly status: Budget['status'];
  /** Nothing stands in the way of handing in, as far as the checks have come. */
  readonly ready: boolean;
  /** The checks are through: the answer is final until the book changes. */
  readonly checked: boolean;
  readonly steps: readonly ReadinessStep[];
}

/** One part of a step: how much of it there is, and what is missing of it. */
interface Part {
  readonly total: number;
  readonly lack: Lack | null;
  /** It is read off the findings. */
  readonly fromChecks: boolean;
}

export function readinessOf(input: ReadinessInput): Readiness {
  const tally = tallyOf(input.findings);
  const steps = READINESS_STEPS.map(({ id, label, page, required = false, needs }): ReadinessStep => {
    const parts = needs.map((need) => partOf(need, input, tally));
    const missing = parts.flatMap(({ lack }) => lack ?? []);
    const total = parts.reduce((sum, part) => sum + part.total, 0);
    const left = missing.reduce((sum, { count }) => sum + count, 0);
    const waits = !input.checked && parts.some(({ fromChecks }) => fromChecks);
    const state = missing.length > 0 ? 'todo' : waits ? 'checking' : 'done';
    return { id, label, page, required, state, done: total - left, total, missing };
  });
  const { status } = input.budget;
  const ready = status === 'draft' && steps.every((step) => !step.required || step.state === 'done');
  return { status, ready, checked: input.checked, steps };
}

function partOf(need: Need, input: ReadinessInput, { ofRule, ofSeverity }: Tally): Part {
  switch (need.kind) {
    case 'unit':
      return field('unit', input.unit.id, need.field, unit.fields, input.unit[need.field]);
    case 'budget':
      return field('budget', input.budget.id, need.field, budget.fields, input.budget[need.field]);
    case 'total':
      return one((input.totals[need.of] === 0) === (need.mustBe === 'nil'), need.say);
    case 'rows':
      return one(input.counts[need.of] > 0, need.say);
    case 'rules': {
      const open = need.rules.map((rule) => ofRule.get(rule) ?? NONE).reduce(together);
      return told(open, need.among === undefined ? 1 : input.counts[need.among], need.say);
    }
    case 'severity': {
      const { open, waived } = ofSeverity.get(need.severity) ?? { open: NONE, waived: 0 };
      return told(open, open.count + waived, need.say);
    }
    default:
      return need satisfies never;
  }
}

function one(met: boolean, say: string): Part {
  return { total: 1, lack: met ? null : { text: say, count: 1, first: null, field: null }, fromChecks: false };
}

function field(
  entity: 'unit' | 'budget',
  id: number,
  name: string,
  fields: Readonly<Record<string, { readonly label: string }>>,
  value: unknown,
): Part {
  const filled = value !== null && !(typeof value === 'string' && value.trim() === '');
  const label = fields[name]?.label ?? name;
  const lack = { text: `没有填写${label}。`, count: 1, first: null, field: { entity, id, name } };
  return { total: 1, lack: filled ? null : lack, fromChecks: false };
}

function told({ count, first }: Open, among: number, say: string): Part {
  const lack =
    first === null ? null : { text: say.replace('{count}', String(count)), count, first: first.key, field: null };
  return { total: Math.max(among, count), lack, fromChecks: true };
}

/** Open findings of a kind: how many, and which is told first. */
interface Open {
  readonly count: number;
  readonly first: KeptFinding | null;
}

interface Tally {
  readonly ofRule: ReadonlyMap<string, Open>;
  readonly ofSeverity: ReadonlyMap<Severity, { readonly open: Open; readonly waived: number }>;
}

const NONE: Open = { count: 0, first: null };

function together(one: Open, other: Open): Open {
  const isLater = one.first !== null && other.first !== null && inOrder(one.first, other.first) > 0;
  return { count: one.count + other.count, first: one.first === null || isLater ? other.first : one.first };
}

/** Each finding is looked at once: there may be very many. */
function tallyOf(findings: readonly KeptFinding[]): Tally {
  const ofRule = new Map<string, Open>();
  const ofSeverity = new Map<Severity, { readonly open: Open; readonly waived: number }>();
  for (const finding of findings) {
    const { ruleId, severity } = finding;
    const known = ofSeverity.get(severity) ?? { open: NONE, waived: 0 };
    if (!isOpen(finding)) {
      ofSeverity.set(severity, { ...known, waived: known.waived + 1 });
      continue;
    }
    const one = { count: 1, first: finding };
    ofSeverity.set(severity, { ...known, open: together(known.open, one) });
    ofRule.set(ruleId, together(ofRule.get(ruleId) ?? NONE, one));
  }
  return { ofRule, ofSeverity };
}
