/**
 * The longest run of entries that two lists have in common, in order, though not side by side.
 * @returns pairs of their places; work and memory grow with the product of both lengths, which are below 65,536
 */
export function commonRun<T>(
  left: readonly T[],
  right: readonly T[],
  isSame: (left: T, right: T) => boolean = Object.is,
): readonly (readonly [number, number])[] {
  const width = right.length + 1;
  /** By place: the longest run of what follows. */
  const longest = new Uint16Array((left.length + 1) * width);
  const at = (row: number, column: number) => longest[row * width + column] ?? 0;
  const pairUp = (row: number, column: number) => {
    const [one, other] = [left[row], right[column]];
    return one !== undefined && other !== undefined && isSame(one, other);
  };
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      longest[row * width + column] = pairUp(row, column)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let [row, column] = [0, 0];
  while (row < left.length && column < right.length) {
    if (pairUp(row, column)) pairs.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}
