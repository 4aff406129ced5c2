/** What rules on procurement ask of a purchase beyond its own fields: what the rule sets in force say about it. */
import type { RowOfEntity } from '../entities/index.ts';
import { amountSentence } from '../money/amount-sentence.ts';
import { percent } from '../money/ratio.ts';
import { type Assessment, assess } from '../procurement/assess.ts';
import { categoryOfCode } from '../procurement/catalogue.ts';
import { verdictOn } from '../procurement/methods.ts';
import { Purchases } from '../procurement/purchases.ts';
import type { CatalogueItem, RuleSet, Topic } from '../procurement/spec.ts';
import type { Look } from './look.ts';
import type { Attributes } from './records.ts';

type Item = RowOfEntity<'procurement'>;

/** Words of a catalogue remark that narrow what the entry covers. */
const NARROWS = /限|不含|除外|不包括/;
/** Words in a purchase's note by which it says that an approval is there. */
const APPROVED = /核准|批准|批复|同意/;

/** Answers what applies to a purchase among others; worked out once as long as they stay the same. */
export function assessedBy(purchases: () => Purchases): (item: Item) => Assessment {
  // Many rules ask about every purchase.
  const known = new WeakMap<Item, { readonly version: number; readonly assessment: Assessment }>();
  return (item) => {
    const all = purchases();
    const last = known.get(item);
    if (last?.version === all.version) return last.assessment;
    const assessment = assess(item, all);
    known.set(item, { version: all.version, assessment });
    return assessment;
  };
}

/** As `assessedBy`, for the purchases that the checks look at. */
export function assessedIn(look: Look): (item: Item) => Assessment {
  const projectOfLine = (lineId: number) => look.row('line', lineId)?.projectId ?? null;
  const purchases = look.memo(() => {
    const all = new Purchases(
      { level: look.unit('level'), sets: look.ruleSets, projectOfLine },
      look.all('procurement'),
    );
    return { all };
  });
  const assessed = look.memo((id: number) => {
    const item = look.row('procurement', id);
    return item === undefined ? null : assess(item, purchases(0).all);
  });
  return (item) => assessed(item.id) ?? assess(item, purchases(0).all);
}

/**
 * @param of what applies to a purchase
 * @param ruleSets those in force
 */
export function procurementAttributes(of: (item: Item) => Assessment, ruleSets: readonly RuleSet[]): Attributes<Item> {
  const verdict = (item: Item, topic: Topic) => verdictOn(of(item).decision, topic);
  const due = (item: Item) => {
    const tender = verdict(item, 'openTender');
    const inForce = tender !== undefined && tender.methods.length > 0 ? tender : verdict(item, 'method');
    return inForce ?? verdict(item, 'organisation');
  };
  const catalogue = (item: Item) => of(item).decision.catalogue;
  const otherEntry = (item: Item) => entryMeant(item, catalogue(item), ruleSets);
  return {
    methodIssue: (item) => of(item).methodIssue,
    methodText: (item) => due(item)?.text ?? null,
    methodBasis: (item) => due(item)?.basis ?? null,
    permittedText: (item) =>
      of(item)
        .permitted.map((name) => `“${name}”`)
        .join('、'),
    permittedFirst: (item) => of(item).permitted[0] ?? null,
    approved: ({ note }) => note !== null && APPROVED.test(note),
    agencyText: (item) => verdict(item, 'method')?.text ?? null,
    agencyBasis: (item) => verdict(item, 'method')?.basis ?? null,
    splitWithin: (item) => of(item).split?.within ?? null,
    splitKey: (item) => of(item).split?.key ?? null,
    splitCount: (item) => of(item).split?.count ?? null,
    splitAmount: (item) => amountText(of(item).split?.amount),
    splitText: (item) => of(item).split?.verdict.text ?? null,
    batchKey: (item) => {
      const batch = of(item).batch;
      return batch === null || batch.stricter === null ? null : batch.key;
    },
    batchCount: (item) => of(item).batch?.count ?? null,
    batchAmount: (item) => amountText(of(item).batch?.amount),
    batchText: (item) => of(item).batch?.stricter?.text ?? null,
    batchBasis: (item) => of(item).batch?.stricter?.basis ?? null,
    importedAnswer: (item) => verdict(item, 'imported')?.answer ?? null,
    importedText: (item) => verdict(item, 'imported')?.text ?? null,
    importedBasis: (item) => verdict(item, 'imported')?.basis ?? null,
    reserveIssue: (item) => of(item).reserve.issue,
    smeDue: (item) => of(item).reserve.due?.sme ?? item.smeReserved,
    microDue: (item) => of(item).reserve.due?.micro ?? item.microReserved,
    unitReserve: (item) => amountText(of(item).reserve.unit.sme),
    unitMicro: (item) => amountText(of(item).reserve.unit.micro),
    microShare: (item) => percent(of(item).reserve.unit.micro, of(item).reserve.unit.sme),
    reserveText: (item) => verdict(item, 'sme')?.text ?? null,
    reserveBasis: (item) => verdict(item, 'sme')?.basis ?? null,
    remark: (item) => {
      const remark = catalogue(item)?.remark;
      return remark !== undefined && NARROWS.test(remark) ? remark : null;
    },
    catalogueName: (item) => catalogue(item)?.name ?? null,
    codeShape: ({ catalogueCode }) =>
      catalogueCode === null || catalogueCode === '' || /^[ABC][0-9]{8}$/.test(catalogueCode) ? 'right' : 'wrong',
    codeClass: ({ catalogueCode, category }) => {
      const expected = categoryOfCode(catalogueCode);
      return expected === category ? null : expected;
    },
    meantCode: (item) => otherEntry(item)?.code ?? null,
    meantName: (item) => otherEntry(item)?.name ?? null,
  };
}

function amountText(amount: number | undefined): string | null {
  return amount === undefined ? null : amountSentence(amount);
}

/**
 * The catalogue entry that a purchase's words name while its code is another's: codes moved between the editions of the
 * national catalogue (A02010104 was 台式计算机 and is 服务器 since 2022).
 */
function entryMeant({ name }: Item, own: CatalogueItem | null, sets: readonly RuleSet[]): CatalogueItem | null {
  if (own === null || name.includes(own.name)) return null;
  for (const { catalogue } of sets) {
    const meant = catalogue.find((entry) => entry.code !== own.code && name.includes(entry.name));
    if (meant !== undefined) return meant;
  }
  return null;
}
