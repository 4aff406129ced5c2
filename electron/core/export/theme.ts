/**
 * The workbook's theme. exceljs's own one names Western fonts: Excel would measure column widths in Calibri, and
 * WPS would warn of missing fonts. Here both theme fonts are 宋体.
 */
const color = (name: string, rgb: string) => `<a:${name}><a:srgbClr val="${rgb}"/></a:${name}>`;
const colors = [
  ['dk1', '000000'],
  ['lt1', 'FFFFFF'],
  ['dk2', '1F497D'],
  ['lt2', 'EEECE1'],
  ['accent1', '4F81BD'],
  ['accent2', 'C0504D'],
  ['accent3', '9BBB59'],
  ['accent4', '8064A2'],
  ['accent5', '4BACC6'],
  ['accent6', 'F79646'],
  ['hlink', '0563C1'],
  ['folHlink', '954F72'],
] as const;
const font = (name: string) =>
  `<a:${name}><a:latin typeface="宋体"/><a:ea typeface="宋体"/><a:cs typeface=""/></a:${name}>`;
const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const line = `<a:ln w="9525">${fill}</a:ln>`;
const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';

export const THEME_XML = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
  '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"><a:themeElements>',
  `<a:clrScheme name="Office">${colors.map(([name, rgb]) => color(name, rgb)).join('')}</a:clrScheme>`,
  `<a:fontScheme name="Office">${font('majorFont')}${font('minorFont')}</a:fontScheme>`,
  '<a:fmtScheme name="Office">',
  `<a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst>`,
  `<a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst>`,
  '</a:fmtScheme></a:themeElements></a:theme>',
].join('');
