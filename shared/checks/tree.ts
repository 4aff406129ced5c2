/** Which rows stand right below which, by their keys. */

/** @returns for every row that has rows below it, those rows, in printed order */
export function childrenByRow(keys: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  const add = (parent: string | undefined, key: string) => {
    if (parent === undefined) return;
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [key]);
    else siblings.push(key);
  };
  const present = new Set(keys);
  const total = present.has('total') ? 'total' : undefined;
  let unit: string | undefined;
  for (const key of keys) {
    if (key.startsWith('unit:')) {
      unit = key;
      add(total, key);
    } else if (key.startsWith('project:')) add(unit, key);
    else if (isTree(key)) add(nearest(key, present) ?? total, key);
  }
  return children;
}

function isTree(key: string): boolean {
  return /^[fre]:/.test(key);
}

/** Code of a tree or class row: `2110301` of `f:2110301`, `30101` of `e:30101+50501`; null for other rows. */
export function codeOf(key: string): string | null {
  return /^(?:[fre]|class):([0-9]+)/.exec(key)?.[1] ?? null;
}

/** The row one level up: codes grow by two digits a level. */
function nearest(key: string, present: ReadonlySet<string>): string | undefined {
  const code = codeOf(key);
  const parent = `${key.slice(0, 2)}${code?.slice(0, -2) ?? ''}`;
  return code !== null && code.length > 3 && present.has(parent) ? parent : undefined;
}
