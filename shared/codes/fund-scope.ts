/** Which fund can carry which code: dated data, one interpreter. */
import type { Fund } from '../entities/vocabulary.ts';
import type { Catalogue } from '../shape/shape.ts';
import fundScope2024 from './data/fund-scope-2024.json' with { type: 'json' };

interface ScopeRule {
  readonly id: string;
  readonly catalogue: string;
  readonly funds: readonly string[];
  /** Prefixes the rule is about; `notIn`: it is about every other code. */
  readonly in: readonly string[] | null;
  readonly notIn: readonly string[] | null;
  readonly certain: boolean;
  /** Why they do not go together; null where they do and later rules must not be asked. */
  readonly reason: string | null;
}

export interface FundMisfit {
  /** False: unusual, to be looked at; true: cannot be. */
  readonly certain: boolean;
  /** A clause in Chinese without full stop. */
  readonly reason: string;
}

const RULES: readonly ScopeRule[] = fundScope2024.rules;

/** @returns why a fund does not go with a code of the catalogue, or null when nothing speaks against it */
export function fundMisfit(catalogue: Catalogue, fund: Fund, code: string): FundMisfit | null {
  const rule = RULES.find(
    (one) =>
      one.catalogue === catalogue && one.funds.includes(fund) && isAbout(one, (prefix) => code.startsWith(prefix)),
  );
  return rule === undefined || rule.reason === null ? null : { certain: rule.certain, reason: rule.reason };
}

function isAbout(rule: ScopeRule, under: (prefix: string) => boolean): boolean {
  return (rule.in?.some(under) ?? true) && !(rule.notIn?.some(under) ?? false);
}
