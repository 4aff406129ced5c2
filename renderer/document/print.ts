/** Prints HTML through the system's own dialog, where the printer is chosen. */

/** Resolves when the dialog has been closed. The frame has no script and reaches nothing. */
export async function printHtml(html: string): Promise<void> {
  const frame = document.createElement('iframe');
  frame.className = 'print-frame';
  frame.title = '打印';
  frame.tabIndex = -1;
  document.body.append(frame);
  try {
    const inside = frame.contentDocument;
    const view = frame.contentWindow;
    if (inside === null || view === null) throw new Error('no frame to print');
    inside.open();
    inside.write(html);
    inside.close();
    await inside.fonts.ready;
    view.focus();
    view.print();
  } finally {
    // Some systems take the page only after print() has returned.
    setTimeout(() => frame.remove(), 60_000);
  }
}
