/** Why findings are left as they are: kept by rule and place, and valid as long as the rule says the same there. */
import type { RowOfEntity } from '../../entities/index.ts';
import type { Finding, Waived } from '../finding.ts';
import { placeText } from '../place-text.ts';

type Waiver = RowOfEntity<'waiver'>;

const keyOf = (ruleId: string, at: string) => `${ruleId}|${at}`;

export class Waivers {
  private readonly byId = new Map<number, Waiver>();
  private readonly byPlace = new Map<string, Waiver>();

  /** Rules whose findings may be told otherwise afterwards. */
  replace(id: number, waiver: Waiver | null): ReadonlySet<string> {
    const before = this.byId.get(id);
    const rules = new Set<string>();
    if (before !== undefined) {
      rules.add(before.ruleId);
      this.byPlace.delete(keyOf(before.ruleId, before.at));
      this.byId.delete(id);
    }
    if (waiver !== null) {
      rules.add(waiver.ruleId);
      this.byPlace.set(keyOf(waiver.ruleId, waiver.at), waiver);
      this.byId.set(id, waiver);
    }
    return rules;
  }

  /** @param said what the finding says, without the places of lines, which move */
  of({ ruleId, location, severity }: Finding, said: string): Waived | null {
    if (severity === 'error' || this.byId.size === 0) return null;
    const found = this.byPlace.get(keyOf(ruleId, placeText(location)));
    if (found === undefined || found.said !== said) return null;
    return { waiverId: found.id, reason: found.reason, madeBy: found.madeBy, madeOn: found.madeOn };
  }

  all(): Iterable<Waiver> {
    return this.byId.values();
  }
}
