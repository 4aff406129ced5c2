/** Counting and putting together printed PDFs. */
import { PDFDocument } from '@cantoo/pdf-lib';
import { getDocumentProxy } from 'unpdf';

/** Number of pages. */
export async function countPages(pdf: Uint8Array): Promise<number> {
  // The reader takes the bytes away from whoever gave them.
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { numPages } = document;
  await document.cleanup();
  return numPages;
}

/** One PDF of all pages in order. Outline, tags and links between the parts are lost. */
export async function joinPdfs(parts: readonly Uint8Array[]): Promise<Uint8Array> {
  const whole = await PDFDocument.create();
  for (const part of parts) {
    const document = await PDFDocument.load(part);
    const pages = await whole.copyPages(document, document.getPageIndices());
    for (const page of pages) whole.addPage(page);
  }
  return whole.save();
}
