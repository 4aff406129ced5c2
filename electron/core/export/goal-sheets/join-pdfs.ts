/** Counting and putting together printed PDFs. The libraries are read when they are wanted: a start has no time for them. */

/** Number of pages. */
export async function countPages(pdf: Uint8Array): Promise<number> {
  const { getDocumentProxy } = await import('unpdf');
  // The reader takes the bytes away from whoever gave them.
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { numPages } = document;
  await document.cleanup();
  return numPages;
}

/** One PDF of all pages in order. Outline, tags and links between the parts are lost. */
export async function joinPdfs(parts: readonly Uint8Array[]): Promise<Uint8Array> {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const whole = await PDFDocument.create();
  for (const part of parts) {
    const document = await PDFDocument.load(part);
    const pages = await whole.copyPages(document, document.getPageIndices());
    for (const page of pages) whole.addPage(page);
  }
  return whole.save();
}
