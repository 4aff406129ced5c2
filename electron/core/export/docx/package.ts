/** What the library leaves to be mended in the finished package. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { FONT_KINDS } from '../../../../shared/document/fonts.ts';

/**
 * The theme names a font for each script of the world; WPS reports those it does not find as missing, although no text
 * uses them.
 */
function withoutScriptFonts(theme: string): string {
  return theme.replaceAll(/<a:font script="[^"]*" typeface="[^"]*"\/>/g, '');
}

/** The paragraph that ends a section has the height of a line of text, which a full page has no room for. */
function withFlatSectionEnds(document: string): string {
  return document.replaceAll(
    '<w:p><w:pPr><w:sectPr',
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr><w:sectPr',
  );
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

/** Digits stand beside ideographs as in print, without the quarter space that Word adds. Every style is based on this one. */
function withoutAutoSpace(styles: string): string {
  const plain = '<w:pPr><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr>';
  return styles.replace('<w:name w:val="Normal"/><w:qFormat/>', `$&${plain}`);
}

const MENDINGS: Readonly<Record<string, (xml: string) => string>> = {
  'word/theme/theme1.xml': withoutScriptFonts,
  'word/styles.xml': withoutAutoSpace,
  'word/document.xml': withFlatSectionEnds,
  'word/fontTable.xml': withFontKinds,
};

/** Mends a package as the library packed it. */
export function mendPackage(packed: Uint8Array): Uint8Array {
  const files = unzipSync(packed);
  for (const [name, mend] of Object.entries(MENDINGS)) {
    const file = files[name];
    if (file !== undefined) files[name] = strToU8(mend(strFromU8(file)));
  }
  return zipSync(files, { level: 6 });
}
