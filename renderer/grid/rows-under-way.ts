/** The rows that are part of steps on their way to the book. */
export class RowsUnderWay {
  /** In how many steps a row is. */
  private readonly steps = new Map<string, number>();

  has(key: string): boolean {
    return this.steps.has(key);
  }

  keys(): readonly string[] {
    return [...this.steps.keys()];
  }

  /** A step with the row was made (1) or answered (-1). */
  count(key: string, by: 1 | -1): void {
    const count = (this.steps.get(key) ?? 0) + by;
    if (count > 0) this.steps.set(key, count);
    else this.steps.delete(key);
  }

  /** A row goes by another key from now on. */
  rename(from: string, to: string): void {
    const count = this.steps.get(from);
    if (count !== undefined) this.steps.set(to, count);
    this.steps.delete(from);
  }
}
