/** The texts of an XML part as they are meant. */
import { UnreadableFile } from './zip.ts';

/** XML knows one line end; a carriage return that is meant comes as an entity. */
export function lines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** A text with the signs that its entities stand for. @throws UnreadableFile for one that XML does not know. */
export const withoutEntities = (text: string): string => text.replace(/&([^;]*);?/g, entity);

/** A map: a wrong file may name `constructor`. */
const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }),
);

function entity(whole: string, name: string): string {
  if (!whole.endsWith(';')) throw damaged();
  const known = ENTITIES.get(name);
  if (known !== undefined) return known;
  const digits = /^#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))$/.exec(name);
  if (digits === null) throw damaged();
  const code = digits[1] === undefined ? Number.parseInt(digits[2] ?? '', 10) : Number.parseInt(digits[1], 16);
  if (code > 0x10ffff) throw damaged();
  return String.fromCodePoint(code);
}

/** What is said of a part that is not well-formed. */
export function damaged(): UnreadableFile {
  return new UnreadableFile('文件内容已损坏');
}
