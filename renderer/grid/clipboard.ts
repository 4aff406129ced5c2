/** Copy, cut and paste of blocks, as Excel and WPS exchange them. A cell being edited leaves them to its text. */
import type { ClipboardEvent } from 'react';
import { parseTsv } from '../../shared/intake/tsv.ts';
import { copyRange, pasteBlock } from './blocks.ts';
import { cutFrom, pasteCut } from './cutting.ts';
import type { GridControls } from './grid-controls.ts';
import { textOfHtml } from './html-block.ts';
import { at, extendTo, rangeOf } from './selection.ts';

/** Marks a block as our own: every cell means here what it meant there, so it needs no preview. */
const OWN = 'application/x-yusuan-block';

export function onGridCopy(event: ClipboardEvent, controls: GridControls, cut: boolean): void {
  const { session, columns, lookup } = controls;
  if (controls.editor.current() !== null) return;
  const range = rangeOf(controls.selected.current);
  const text = copyRange(session, columns, range, lookup);
  event.preventDefault();
  event.clipboardData.setData('text/plain', text);
  event.clipboardData.setData(OWN, session.options.recordName);
  controls.setCut(cut && !controls.readOnly ? cutFrom(session, range, text) : null);
}

export function onGridPaste(event: ClipboardEvent, controls: GridControls): void {
  const { session, columns, lookup, shape } = controls;
  if (controls.editor.current() !== null) return;
  event.preventDefault();
  const text = event.clipboardData.getData('text/plain') || textOfHtml(event.clipboardData.getData('text/html'));
  if (controls.readOnly || text === '') return;
  const own = event.clipboardData.getData(OWN) === session.options.recordName;
  const { cut } = controls;
  controls.setCut(null);
  if (own && cut !== null && pasteCut(controls, cut, text)) return;
  const block = parseTsv(text);
  if (!own && controls.takeBlock(text, block, controls)) return;
  const { edits, range } = pasteBlock(session, columns, rangeOf(controls.selected.current), block);
  session.edit(edits, `粘贴 ${range.bottom - range.top + 1} 行${session.options.recordName}`, lookup);
  controls.select(extendTo(at(range.top, range.left), { row: range.bottom, column: range.right }, shape), 'range');
}
