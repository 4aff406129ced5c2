/** Prints HTML as PDF in a window that is never shown, in a session that answers one address and nothing else. */
import { BrowserWindow, session } from 'electron';
import { PRINT_PREFERENCES } from './policy.ts';

const ADDRESS = 'yusuan-print://page/';

/** Out: the bytes of the PDF; pages and sizes are as the style sheet says. */
export async function printPdf(html: string, plain: boolean): Promise<Uint8Array> {
  // No `persist:`: what was printed leaves no trace on the disk.
  const own = session.fromPartition(`print-${crypto.randomUUID()}`);
  own.protocol.handle(
    'yusuan-print',
    () => new Response(html, { headers: { 'content-type': 'text/html;charset=utf-8' } }),
  );
  own.webRequest.onBeforeRequest((request, decide) => decide({ cancel: request.url !== ADDRESS }));
  const window = new BrowserWindow({ show: false, webPreferences: { ...PRINT_PREFERENCES, session: own } });
  try {
    await window.loadURL(ADDRESS);
    return await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: !plain,
      generateDocumentOutline: !plain,
    });
  } finally {
    window.destroy();
  }
}
