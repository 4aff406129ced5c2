/** Where the window shows each line: 收入 has a page, 支出 and 年终结转 share one; both in book order. */

import type { Scalar } from '../record-spec.ts';

/** Stands in a message for the place of its line, which moves when lines above come and go. */
export const PLACE = '\uE000';

export interface PlacedLine {
  readonly id: number;
  readonly position: number;
  readonly side: Scalar;
}

export type LinePage = 'income' | 'spending';

export const pageOfSide = (side: unknown): LinePage => (side === 'income' ? 'income' : 'spending');

/** Positions and ids in order; two arrays, because a hundred thousand pairs would be a hundred thousand objects. */
class Order {
  private readonly positions: number[] = [];
  private readonly ids: number[] = [];

  /** Index of the line, or where it would stand. */
  indexOf(position: number, id: number): number {
    let [low, high] = [0, this.ids.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = this.positions[middle] ?? 0;
      if (at < position || (at === position && (this.ids[middle] ?? 0) < id)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  insert(position: number, id: number): void {
    const at = this.indexOf(position, id);
    this.positions.splice(at, 0, position);
    this.ids.splice(at, 0, id);
  }

  remove(position: number, id: number): void {
    const at = this.indexOf(position, id);
    if (this.ids[at] !== id) return;
    this.positions.splice(at, 1);
    this.ids.splice(at, 1);
  }
}

export class LinePlaces {
  private readonly pages: Readonly<Record<LinePage, Order>> = { income: new Order(), spending: new Order() };

  /** @returns whether other lines may stand elsewhere now */
  replace(before: PlacedLine | null, after: PlacedLine | null): boolean {
    const isMoved =
      before?.position !== after?.position || pageOfSide(before?.side) !== pageOfSide(after?.side) || before === null;
    if (!isMoved && after !== null) return false;
    if (before !== null) this.pages[pageOfSide(before.side)].remove(before.position, before.id);
    if (after !== null) this.pages[pageOfSide(after.side)].insert(after.position, after.id);
    return true;
  }

  /** `收入第3行` */
  textOf({ id, position, side }: PlacedLine): string {
    const page = pageOfSide(side);
    return `${page === 'income' ? '收入' : '支出'}第${this.pages[page].indexOf(position, id) + 1}行`;
  }
}
