/** Text as it is compared when something is looked for. */

/** Full-width signs plain, letters small; sign for sign, so that places stay. */
export function folded(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** A number is found with and without its separators. */
export const plain = (text: string): string => (/^[-0-9,.]+$/.test(text) ? text.replaceAll(',', '') : text);

export interface Piece {
  readonly from: number;
  readonly to: number;
}

/** Where a query stands in a text; figures are found with and without separators. */
export function piecesOf(text: string, query: string): readonly Piece[] {
  const wanted = folded(query.trim());
  if (wanted === '') return [];
  const number = plain(wanted);
  const skipsCommas = /^[-0-9.]+$/.test(number);
  const signs = folded(text);
  let compared = '';
  const places: number[] = [];
  for (let place = 0; place < signs.length; place++) {
    if (skipsCommas && signs[place] === ',') continue;
    compared += signs[place];
    places.push(place);
  }
  const pieces: Piece[] = [];
  for (let at = compared.indexOf(number); at >= 0; at = compared.indexOf(number, at + number.length)) {
    pieces.push({ from: places[at] ?? 0, to: (places[at + number.length - 1] ?? 0) + 1 });
  }
  return pieces;
}
