/**
 * Makes the text of a printed PDF say what was printed. Where several characters share one drawing, as 页 and the
 * radical ⻚ do in Noto and 思源 typefaces, Chromium notes the one with the lowest code for it: the page looks right, but
 * 页 is neither found by a search nor copied. The notes are mended by what the printed text holds.
 */
import { deflateSync, inflateSync } from 'node:zlib';

/** Characters with one drawing, the lowest first. Radicals of Kangxi are known to Unicode itself. */
const SAME_DRAWING =
  '·• ·‧ ·・ ‒– ―— •‧ …⋯ ∕／ ①➀ ②➁ ③➂ ④➃ ⑤➄ ⑥➅ ⑦➆ ⑧➇ ⑨➈ ⑩➉ ❶➊ ❷➋ ❸➌ ❹➍ ❺➎ ❻➏ ❼➐ ❽➑ ❾➒ ❿➓ ➡⮕ ⺂乛 ⺃乚 ⺅亻 ' +
  '⺉刂 ⺋㔾 ⺎兀 ⺏尣 ⺐尢 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺘扌 ⺙攵 ⺛旡 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺣灬 ⺤爫 ⺦丬 ⺨犭 ⺫罒 ⺭礻 ⺯糹 ⺰纟 ⺱罓 ⺳㓁 ⺹耂 ' +
  '⺺肀 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻈讠 ⻉贝 ⻋车 ⻌辶 ⻍辶 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻖阝 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟飠 ' +
  '⻠饣 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟 ⼾户 〜～ 㖈䎛 㘽㦳 㫚曶 㬵胶 㬺幐 㬻䐠 ' +
  '㮣槩 墫壿';

const OTHERS = new Map<string, string[]>();
for (const pair of SAME_DRAWING.split(' ')) {
  const [lowest = '', other = ''] = pair;
  OTHERS.set(lowest, [...(OTHERS.get(lowest) ?? []), other]);
}

/**
 * Mends the notes of a PDF by an incremental update at its end. A PDF that is not built as Chromium builds it is
 * given back as it was.
 * @param printed text that was printed, with or without markup
 */
export function withTrueCharacters(pdf: Uint8Array, printed: string): Uint8Array {
  const used = new Set(printed);
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const end = readEnd(text);
  if (end === null) return pdf;
  const numbers = new Set(
    [...text.matchAll(/\/ToUnicode ([0-9]+) 0 R/g)].map(([, number]) => Number.parseInt(number ?? '', 10)),
  );
  const mended = [...numbers]
    .toSorted((a, b) => a - b)
    .flatMap((number): Mended[] => {
      const notes = readNotes(pdf, text, end.offsetOf(number));
      const better = notes === null ? null : mendNotes(notes, used);
      return better === null ? [] : [{ number, notes: better }];
    });
  return mended.length === 0 ? pdf : updated(pdf, end, mended);
}

interface Mended {
  readonly number: number;
  readonly notes: string;
}

interface End {
  /** Entries of the trailer that an update repeats. */
  readonly trailer: string;
  readonly start: number;
  offsetOf(object: number): number;
}

const ENTRY = 20;

function readEnd(text: string): End | null {
  const start = Number.parseInt(/startxref\s+([0-9]+)\s+%%EOF\s*$/.exec(text.slice(-200))?.[1] ?? '', 10);
  const head = /^xref\n0 ([0-9]+)\n/.exec(text.slice(start, start + 40));
  const trailer = /trailer\n<<(\/Size [0-9]+\n\/Root [0-9]+ 0 R\n\/Info [0-9]+ 0 R)>>/.exec(text.slice(-400))?.[1];
  if (head === null || trailer === undefined) return null;
  const first = start + head[0].length;
  return {
    trailer,
    start,
    offsetOf: (object) => Number.parseInt(text.slice(first + object * ENTRY, first + object * ENTRY + 10), 10),
  };
}

/** The notes of a font: which character each of its glyphs stands for. */
function readNotes(pdf: Uint8Array, text: string, offset: number): string | null {
  const head = /^[0-9]+ 0 obj\n<<\/Filter \/FlateDecode\n\/Length ([0-9]+)>> stream\n/.exec(
    text.slice(offset, offset + 100),
  );
  if (head === null) return null;
  const begin = offset + head[0].length;
  return inflateSync(pdf.subarray(begin, begin + Number.parseInt(head[1] ?? '', 10))).toString('latin1');
}

/** The notes with what was printed in place of its doubles; null where nothing changes. */
function mendNotes(notes: string, used: ReadonlySet<string>): string | null {
  const single = (code: string) => {
    const character = String.fromCharCode(Number.parseInt(code, 16));
    return trueCharacter(character, used).charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  };
  const mended = notes
    .replaceAll(/^(<[0-9A-F]+>) <([0-9A-F]{4})>$/gm, (_, glyph: string, code: string) => `${glyph} <${single(code)}>`)
    .replaceAll(/^<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]{4})>$/gm, (range, from: string, to: string, code: string) => {
      const count = Number.parseInt(to, 16) - Number.parseInt(from, 16) + 1;
      const first = Number.parseInt(code, 16);
      const codes = Array.from({ length: count }, (_, at) => (first + at).toString(16).toUpperCase().padStart(4, '0'));
      const better = codes.map(single);
      if (better.every((each, at) => each === codes[at])) return range;
      return `<${from}> <${to}> [${better.map((each) => `<${each}>`).join(' ')}]`;
    });
  return mended === notes ? null : mended;
}

function trueCharacter(noted: string, used: ReadonlySet<string>): string {
  if (used.has(noted)) return noted;
  const doubles = [...(OTHERS.get(noted) ?? []), noted.normalize('NFKC')];
  return doubles.find((double) => double.length === 1 && used.has(double)) ?? noted;
}

function updated(pdf: Uint8Array, end: End, mended: readonly Mended[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)];
  let size = pdf.byteLength;
  const add = (part: Buffer) => {
    parts.push(part);
    size += part.byteLength;
  };
  const entries = mended.map(({ number, notes }) => {
    const stream = deflateSync(Buffer.from(notes, 'latin1'));
    const entry = `${number} 1\n${String(size).padStart(10, '0')} 00000 n \n`;
    add(Buffer.from(`${number} 0 obj\n<</Filter /FlateDecode\n/Length ${stream.byteLength}>> stream\n`));
    add(stream);
    add(Buffer.from('\nendstream\nendobj\n'));
    return entry;
  });
  const start = size;
  add(
    Buffer.from(
      `xref\n${entries.join('')}trailer\n<<${end.trailer}\n/Prev ${end.start}>>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}
