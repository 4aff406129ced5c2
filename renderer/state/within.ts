/** Resolves when `done` does, or after so many milliseconds. */
export async function within(ms: number, done: Promise<unknown>): Promise<void> {
  let late: ReturnType<typeof setTimeout> | undefined;
  const enough = new Promise<void>((resolve) => {
    late = setTimeout(resolve, ms);
  });
  await Promise.race([done, enough]);
  clearTimeout(late);
}
