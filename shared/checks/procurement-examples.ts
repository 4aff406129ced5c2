/** What the examples of rules on purchases are made of. */
import type { RecordRule } from './record-spec.ts';

/** 万元 in 分. */
export const wan = (amount: number) => amount * 1_000_000;
const PROJECTS = [{ name: '甲' }, { name: '乙' }] as const;
/** Decentralised at county level, with all that is asked of it. */
export const ITEM = {
  name: '护栏',
  projectId: 1,
  amount: wan(50),
  method: '竞争性谈判',
  smeReserved: wan(50),
  microReserved: wan(30),
} as const;
/** In the central catalogue. */
export const COMPUTER = { ...ITEM, catalogueCode: 'A02010105', name: '台式计算机', method: '框架协议采购' } as const;
export const SMALL_COMPUTER = { ...COMPUTER, amount: wan(50) - 1 } as const;

/** A budget with these purchases, and two projects that pay for them. */
export const purchases = (...procurement: NonNullable<RecordRule['examples']['passes'][number]['procurement']>) => ({
  projects: PROJECTS,
  procurement,
});
