/** The finished package: what the library made of it mended, and the document written into it piece by piece. */
import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate } from 'fflate';
import { FONT_KINDS } from '../../../../shared/document/fonts.ts';

/**
 * The theme names a font for each script of the world; WPS reports those it does not find as missing, although no text
 * uses them.
 */
function withoutScriptFonts(theme: string): string {
  return theme.replaceAll(/<a:font script="[^"]*" typeface="[^"]*"\/>/g, '');
}

/** Says of what kind each typeface is, and by what other name it may be installed or what may stand in for it. */
function withFontKinds(fontTable: string): string {
  const fonts = FONT_KINDS.map(
    ({ name, instead, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/>` +
      `<w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  );
  return fontTable.includes('</w:fonts>')
    ? fontTable.replace('</w:fonts>', `${fonts.join('')}</w:fonts>`)
    : fontTable.replace(/<w:fonts([^>]*)\/>/, `<w:fonts$1>${fonts.join('')}</w:fonts>`);
}

/**
 * Digits stand beside ideographs as in print, without the quarter space that Word adds, and pages are filled to the last
 * line. Every style is based on this one.
 */
function asPrinted(styles: string): string {
  const plain = '<w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr>';
  return styles.replace('<w:name w:val="Normal"/><w:qFormat/>', `$&${plain}`);
}

const MENDINGS: Readonly<Record<string, (xml: string) => string>> = {
  'word/theme/theme1.xml': withoutScriptFonts,
  'word/styles.xml': asPrinted,
  'word/fontTable.xml': withFontKinds,
};

const DOCUMENT = 'word/document.xml';
const SECTION = /<w:sectPr[ >].*?<\/w:sectPr>/gs;

/** A package whose sections are empty, taken apart. */
export interface Skeleton {
  /** Of each section: page, header, footer. */
  readonly endings: readonly string[];
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** What stands before the body's content, and after it. */
  readonly before: string;
  readonly after: string;
}

/** Takes a package apart, and mends it. */
export function readSkeleton(packed: Uint8Array): Skeleton {
  const files = unzipSync(packed);
  for (const [name, mend] of Object.entries(MENDINGS)) {
    const file = files[name];
    if (file !== undefined) files[name] = strToU8(mend(strFromU8(file)));
  }
  const document = strFromU8(files[DOCUMENT] ?? new Uint8Array());
  const body = document.indexOf('<w:body>') + '<w:body>'.length;
  return {
    endings: [...document.matchAll(SECTION)].map(([ending]) => ending),
    files,
    before: document.slice(0, body),
    after: document.slice(document.indexOf('</w:body>')),
  };
}

/** Packs a skeleton with its content. Only the packed bytes are kept: a document of 1,000 forms has 100 MB of text. */
export async function pack(
  { files, before, after }: Skeleton,
  content: Iterable<string> | AsyncIterable<string>,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error !== null) throw error;
    parts.push(part);
  });
  const open = (name: string) => {
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    return file;
  };
  for (const [name, bytes] of Object.entries(files)) {
    if (name !== DOCUMENT) open(name).push(bytes, true);
  }
  const document = open(DOCUMENT);
  document.push(strToU8(before));
  for await (const piece of content) document.push(strToU8(piece));
  document.push(strToU8(after), true);
  zip.end();
  return new Uint8Array(Buffer.concat(parts));
}
