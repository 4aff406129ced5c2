/** Answers the core's questions with the system's own dialogs. */
import path from 'node:path';
import { type BrowserWindow, dialog, shell } from 'electron';
import { completeSavePath } from '../core/shell/file-name.ts';
import type { Question } from './wire.ts';

type DialogQuestion = Exclude<Question, { readonly kind: 'printPdf' }>;

function filters(extensions: readonly string[]) {
  return extensions.length === 0
    ? []
    : [{ name: extensions.map((e) => `*.${e}`).join('; '), extensions: [...extensions] }];
}

/** Shows the dialog over `window`. Out: the chosen absolute path, null when cancelled or when there is nothing to choose. */
export async function answerQuestion(window: BrowserWindow, question: DialogQuestion): Promise<string | null> {
  switch (question.kind) {
    case 'open': {
      const { title, extensions } = question.ask;
      const answer = await dialog.showOpenDialog(window, {
        title,
        filters: filters(extensions),
        properties: ['openFile'],
      });
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    }
    case 'save': {
      const { title, suggestedName, extensions } = question.ask;
      const options = { title, defaultPath: suggestedName, filters: filters(extensions) };
      const answer = await dialog.showSaveDialog(window, options);
      if (answer.canceled) return null;
      const complete = completeSavePath(answer.filePath, extensions);
      if ('path' in complete) return complete.path;
      return answerQuestion(window, { kind: 'save', ask: { ...question.ask, suggestedName: complete.askAgain } });
    }
    case 'folder': {
      const { title } = question.ask;
      const answer = await dialog.showOpenDialog(window, { title, properties: ['openDirectory', 'createDirectory'] });
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    }
    case 'reveal':
      // Only the folder is opened, never the file: what it holds is not run.
      await shell.openPath(path.dirname(question.path));
      return null;
  }
}
