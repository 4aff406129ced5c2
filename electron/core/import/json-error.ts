/** Where a text stops being JSON. `JSON.parse` says what is wrong, but in V8 not always where. */

const TOKEN =
  /\s*(?:([{}[\],:])|("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-]))/uy;

type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'nothing';

/** Line, from 1, on which `text` stops being JSON; its last line when it ends too early. */
export function jsonErrorLine(text: string): number {
  return text.slice(0, errorOffset(text)).split('\n').length;
}

function errorOffset(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match === null) break;
    const next = after(expected, match[1] ?? '', match[2] !== undefined, open);
    if (next === null) break;
    expected = next;
    at = TOKEN.lastIndex;
  }
  const rest = text.slice(at);
  return at + (rest.length - rest.trimStart().length);
}

/** What may follow a token, or null when the token itself may not stand here. Keeps `open`, the brackets still open. */
function after(expected: Expected, mark: string, isText: boolean, open: string[]): Expected | null {
  const closes = expected === 'commaOrEnd' || expected === 'valueOrEnd' || expected === 'keyOrEnd';
  if (mark === '}' || mark === ']') {
    if (!closes || open.pop() !== mark) return null;
    return open.length === 0 ? 'nothing' : 'commaOrEnd';
  }
  if (mark === ',') return expected === 'commaOrEnd' ? (open.at(-1) === '}' ? 'key' : 'value') : null;
  if (mark === ':') return expected === 'colon' ? 'value' : null;
  if (expected === 'key' || expected === 'keyOrEnd') return isText ? 'colon' : null;
  if (expected !== 'value' && expected !== 'valueOrEnd') return null;
  if (mark === '') return open.length === 0 ? 'nothing' : 'commaOrEnd';
  open.push(mark === '{' ? '}' : ']');
  return mark === '{' ? 'keyOrEnd' : 'valueOrEnd';
}
