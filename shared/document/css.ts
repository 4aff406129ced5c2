/** The style sheet of printed HTML: fixed rules, and one named page for each kind of section. */
import { escapeHtml } from './escape-html.ts';
import { fontFaces, fontFamily } from './fonts.ts';
import type { Section } from './model.ts';
import { pageSize, TEXT_LINE, TEXT_SIZE } from './page.ts';

/** Sections that agree in these share a named page. */
export type PageKind = Pick<Section, 'paper' | 'orientation' | 'margins' | 'header' | 'pageNumbers'>;

/** Text as a CSS string. */
function cssString(text: string): string {
  const escaped = text.replace(/["\\<\n\r\f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `);
  return `"${escaped}"`;
}

const SMALL = 9;
/** GB/T 9704: page numbers in 四号 half-width 宋体 with a dash on each side, one character in from the text's edge. */
const NUMBER_SIZE = 14;

/**
 * Across the middle of every page, whatever its size: a picture of the whole page in its upper left corner box. Something
 * fixed would stand in the middle of the document's first page on all others, too.
 */
function watermarkRule(text: string, { width, height }: { readonly width: number; readonly height: number }): string {
  const [x, y] = [width / 2, height / 2];
  const picture =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}">` +
    `<text x="${x}" y="${y}" transform="rotate(-35 ${x} ${y})" text-anchor="middle" dominant-baseline="central" ` +
    `font-family="${escapeHtml(fontFamily('hei'))}" font-size="39" letter-spacing="11" fill="#888" fill-opacity=".16">` +
    `${escapeHtml(text)}</text></svg>`;
  const address = `data:image/svg+xml,${encodeURIComponent(picture).replaceAll("'", '%27')}`;
  return `@top-left-corner{content:url('${address}');vertical-align:top;text-align:left}`;
}

function pageRules(name: string, kind: PageKind, front: number, watermark: string | null): string {
  const { width, height, margins } = pageSize(kind);
  const sides = `${margins.top}mm ${margins.right}mm ${margins.bottom}mm ${margins.left}mm`;
  const header =
    kind.header === null
      ? ''
      : `@top-center{content:${cssString(kind.header)};font:${SMALL}pt ${fontFamily('song')};vertical-align:bottom;padding-bottom:3mm}`;
  const across = watermark === null ? '' : watermarkRule(watermark, { width, height });
  const base = `@page ${name}{size:${width}mm ${height}mm;margin:${sides};${kind.pageNumbers ? '' : 'counter-increment:page 0;'}${header}${across}}`;
  if (!kind.pageNumbers) return base;
  // Odd numbers stand on the right. Pages before the numbered ones shift which side of a sheet that is.
  const [odd, even] = front % 2 === 0 ? ['right', 'left'] : ['left', 'right'];
  const number = (side: 'left' | 'right') =>
    `@bottom-${side}{content:"—\\a0" counter(page) "\\a0—";font:${NUMBER_SIZE}pt ${fontFamily('song')};` +
    `vertical-align:top;padding-top:${kind.margins === 'official' ? 7 : 4}mm;margin-${side}:${NUMBER_SIZE}pt}`;
  return `${base}\n@page ${name}:${odd}{${number('right')}}\n@page ${name}:${even}{${number('left')}}`;
}

const STATIC = `
*{box-sizing:border-box}
html{font:${TEXT_SIZE}pt/${TEXT_LINE}pt ${fontFamily('fang')};-webkit-print-color-adjust:exact}
body,p,h1,h2,h3{margin:0;font-size:inherit;font-weight:normal}
section{break-before:page}
section:first-of-type{break-before:auto}
.break{break-before:page}
p,h1,h2,h3,td,th{overflow-wrap:anywhere}
/* Pages are filled, as a grid of 22 lines asks for, and as a docx fills them. */
p{orphans:1;widows:1}
b{font-weight:bold}
.body{text-indent:2em;text-align:justify}
.center{text-align:center}
.right{text-align:right}
.note{font:${SMALL + 1.5}pt/1.6 ${fontFamily('song')};padding-top:1.5mm}
.form{font:${SMALL + 1.5}pt/1.6 ${fontFamily('song')}}
h1,h2,h3{break-after:avoid;break-inside:avoid}
.title,h1{font:22pt/34pt ${fontFamily('title')};text-align:center;margin-bottom:${TEXT_LINE / 2}pt}
h2,h3{text-indent:2em}
h2{font-family:${fontFamily('hei')}}
h3{font-family:${fontFamily('kai')}}
h2.over-table,h3.over-table,h2.over-form,p.over-form{text-wrap:balance;text-align:center;text-indent:0;margin-bottom:2mm}
h2.over-table,h3.over-table{font:16pt/24pt ${fontFamily('title')}}
h2.over-form,p.over-form{font:18pt/26pt ${fontFamily('title')}}
.cover{display:flex;flex-direction:column;text-align:center}
.cover .above{font:22pt/34pt ${fontFamily('title')};padding-top:34mm}
.cover .name{font:36pt/52pt ${fontFamily('title')};padding-top:14mm}
.cover .signatures{margin:auto auto 14mm;text-align:left;font-family:${fontFamily('fang')}}
.cover .signatures span{display:inline-block;border-bottom:.5pt solid;min-width:12em;padding:0 .5em}
.cover .foot{font-family:${fontFamily('kai')}}
.toc{display:flex;align-items:baseline;text-decoration:none;color:inherit;break-inside:avoid;line-height:25pt;font-size:14pt}
.toc span{flex:0 1 auto}
.toc i{flex:1 0 2em;margin:0 .4em;border-bottom:1.2pt dotted;transform:translateY(-.25em)}
.toc b{flex:none;font-weight:normal}
.toc1{font-family:${fontFamily('hei')}}
.toc2{padding-left:1em}
.toc3{padding-left:2em}
.unknown{visibility:hidden}
.mark{color:inherit;text-decoration:none}
table{width:100%;table-layout:fixed;border-collapse:collapse;font-family:${fontFamily('song')};line-height:1.3}
thead{display:table-header-group}
thead tr,tr.whole{break-inside:avoid}
tr{height:var(--h)}
td,th{border:.5pt solid #000;padding:.6mm 1.2mm;vertical-align:middle;font-weight:normal;white-space:pre-wrap}
.head,.label{text-wrap:balance}
.head{background:#f2f2f2;font-weight:bold;text-align:center}
.caption{border:0;padding-bottom:1.2mm;vertical-align:bottom}
.amount{white-space:nowrap;font-variant-numeric:tabular-nums lining-nums}
.b{font-weight:bold}
h3.in-cell{font:inherit;text-indent:0}
.l{text-align:left}.c{text-align:center}.r{text-align:right}
`;

interface PagesBefore {
  /** Pages without number before the first numbered one. */
  readonly front: number;
  /** Numbered pages that are printed separately. */
  readonly before: number;
}

/** Names the pages of `kinds` `p0`, `p1`, … and writes all rules. */
export function styleSheet(
  kinds: readonly PageKind[],
  { front, before }: PagesBefore,
  watermark: string | null,
): string {
  const pages = kinds.map((kind, index) => pageRules(`p${index}`, kind, front + before, watermark));
  const start = before === 0 ? '' : `html{counter-reset:page ${before}}`;
  // A cover fills its page exactly; a hair less, or rounding makes it two.
  const areas = kinds.map((kind, index) => {
    return `.p${index}{page:p${index}}.p${index} .cover{height:${pageSize(kind).inner.height - 1}mm}`;
  });
  return [fontFaces(), STATIC, start, ...pages, ...areas].join('\n');
}
