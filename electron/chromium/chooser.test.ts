import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ChooseAsked } from '../../shared/api/events.ts';
import { type ChooseAsk, createChooser } from './chooser.ts';

let home = '';
beforeEach(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'yusuan-chooser-'));
  mkdirSync(path.join(home, '文档'));
  for (const file of ['二〇二七.ysb', '账 10.ysb', '账 9.ysb', '说明.txt', '.hidden.ysb']) {
    writeFileSync(path.join(home, file), 'x');
  }
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const openAsk: ChooseAsk = { mode: 'open', title: '打开账套', suggestedName: '', extensions: ['ysb'] };
const saveAsk: ChooseAsk = { mode: 'save', title: '新建账套', suggestedName: '新账套.ysb', extensions: ['ysb'] };

/** Puts a question and hands back its id together with the promise of the answer. */
function asking(ask: ChooseAsk) {
  const asked: ChooseAsked[] = [];
  const chooser = createChooser({
    emit: (event) => asked.push(event),
    places: () => [{ name: '主文件夹', path: home }],
  });
  const answer = chooser.ask(ask);
  const [question] = asked;
  if (question === undefined) throw new Error('the window was not asked');
  return { chooser, askId: question.askId, answer };
}

test('shows folders first, then the files of the wanted kind in the order people count', async () => {
  const { chooser, askId } = asking(openAsk);
  const folder = await chooser.list({ askId, folderId: null });
  expect(folder.entries.map((entry) => entry.name)).toEqual(['文档', '二〇二七.ysb', '账 9.ysb', '账 10.ysb']);
});

test('never lets a path into what the window sees', async () => {
  const { chooser, askId } = asking(openAsk);
  const folder = await chooser.list({ askId, folderId: null });
  expect(JSON.stringify(folder)).not.toContain(path.dirname(home));
});

test('answers the path of the file that was chosen', async () => {
  const { chooser, askId, answer } = asking(openAsk);
  const folder = await chooser.list({ askId, folderId: null });
  const entryId = folder.entries.find((entry) => entry.name === '账 9.ysb')?.id ?? null;
  await chooser.answer({ askId, folderId: folder.id, entryId, name: null });
  expect(await answer).toBe(path.join(home, '账 9.ysb'));
});

test('walks into a sub-folder and back', async () => {
  const { chooser, askId } = asking(openAsk);
  const top = await chooser.list({ askId, folderId: null });
  const inner = await chooser.list({ askId, folderId: top.entries[0]?.id ?? null });
  expect(inner.name).toBe('文档');
  expect(inner.parentId).toBe(top.id);
});

test('saves under the typed name with the extension added', async () => {
  const { chooser, askId, answer } = asking(saveAsk);
  const folder = await chooser.list({ askId, folderId: null });
  await chooser.answer({ askId, folderId: folder.id, entryId: null, name: '环卫中心 2027' });
  expect(await answer).toBe(path.join(home, '环卫中心 2027.ysb'));
});

test.each(['', ' ', '../外面', 'a/b', 'a\\b', 'CON', 'con.ysb', '结尾.', '账:套', 'a\u0000b', '长'.repeat(90)])(
  'refuses the file name %j and keeps waiting',
  async (name) => {
    const { chooser, askId, answer } = asking(saveAsk);
    const folder = await chooser.list({ askId, folderId: null });
    await expect(chooser.answer({ askId, folderId: folder.id, entryId: null, name })).rejects.toThrow('文件名');
    await chooser.answer({ askId, folderId: folder.id, entryId: null, name: '好' });
    expect(await answer).toBe(path.join(home, '好.ysb'));
  },
);

test('knows no id of another question', async () => {
  const first = asking(openAsk);
  const seen = await first.chooser.list({ askId: first.askId, folderId: null });
  const second = asking(openAsk);
  await expect(second.chooser.list({ askId: second.askId, folderId: seen.id })).rejects.toThrow('已不存在');
  await expect(second.chooser.list({ askId: first.askId, folderId: null })).rejects.toThrow('已不存在');
});

test('answers null when cancelled, and when the window goes', async () => {
  const cancelled = asking(openAsk);
  await cancelled.chooser.answer({ askId: cancelled.askId, folderId: null, entryId: null, name: null });
  expect(await cancelled.answer).toBeNull();
  const left = asking(saveAsk);
  left.chooser.cancelAll();
  expect(await left.answer).toBeNull();
});

test('says why a folder cannot be shown', async () => {
  const { chooser, askId } = asking(openAsk);
  const top = await chooser.list({ askId, folderId: null });
  rmSync(path.join(home, '文档'), { recursive: true });
  await expect(chooser.list({ askId, folderId: top.entries[0]?.id ?? null })).rejects.toThrow('已不存在');
});
