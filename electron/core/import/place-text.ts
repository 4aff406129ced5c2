/** Places of an interchange document in the words of an accountant: `budgets[0].lines[12].amount` → 第1个预算、第13条预算明细、金额. */
import { type EntityName, entities } from '../../../shared/entities/index.ts';
import { listsIn, planOf } from '../../../shared/interchange/layout.ts';

const COUNTERS: Readonly<Record<EntityName, string>> = {
  unit: '个',
  budget: '个',
  project: '个',
  line: '条',
  procurement: '条',
  goalSheet: '张',
  indicator: '条',
  asset: '条',
  prior: '条',
  narrative: '段',
  waiver: '条',
  code: '个',
};

/** A place as readInterchange gives it, in words; parts it does not know stay as they are. */
export function placeText(place: string): string {
  let owner: EntityName | 'document' = 'document';
  const words: string[] = [];
  for (const part of place.split('.').filter((each) => each !== '')) {
    const [, name = part, index] = /^([^[]*)(?:\[(\d+)\])?$/.exec(part) ?? [];
    const entity: EntityName | undefined = Object.hasOwn(listsIn(owner), name) ? listsIn(owner)[name] : undefined;
    if (entity === undefined) {
      words.push(labelOf(owner, name) ?? part);
    } else if (index === undefined) {
      words.push(`${entities[entity].label}列表`);
    } else {
      words.push(`第${Number.parseInt(index, 10) + 1}${COUNTERS[entity]}${entities[entity].label}`);
    }
    owner = entity ?? owner;
  }
  return words.length === 0 ? '文件' : words.join('、');
}

function labelOf(owner: EntityName | 'document', name: string): string | null {
  if (owner === 'document') return null;
  return planOf(owner).find(({ inDocument }) => inDocument === name)?.field.label ?? null;
}
