/** Files that people take for .xlsx workbooks, told by their first bytes, each with what to do about it. */
import { UnreadableFile } from './zip.ts';

const OLE = [0xd0, 0xcf, 0x11, 0xe0];
/** Name of the stream in an OLE container that holds an encrypted workbook, as UTF-16. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** @throws UnreadableFile for a file that is known to be something else. Whatever else is no workbook fails as an archive. */
export function refuseOtherFiles(bytes: Uint8Array): void {
  if (OLE.every((byte, index) => bytes[index] === byte)) {
    const own = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (own.includes(ENCRYPTED)) {
      throw new UnreadableFile('加了打开密码，请在 Excel 或 WPS 中去掉密码后另存为 .xlsx');
    }
    throw new UnreadableFile('是旧版 .xls 文件，请在 Excel 或 WPS 中另存为 .xlsx');
  }
  const start = Buffer.from(bytes.subarray(0, 512)).toString('latin1').trimStart().toLowerCase();
  if (/^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|table|head|meta|style|div)/.test(start)) {
    throw new UnreadableFile('是网页改了扩展名的表格，请在 Excel 或 WPS 中打开后另存为 .xlsx');
  }
  if (start.includes('urn:schemas-microsoft-com:office:spreadsheet')) {
    throw new UnreadableFile('是旧的 XML 表格，请在 Excel 或 WPS 中另存为 .xlsx');
  }
  if (start.startsWith('%pdf')) throw new UnreadableFile('是 PDF 文件，请用它的 Excel 原件');
}
