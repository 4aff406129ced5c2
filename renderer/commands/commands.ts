/** What the user can do anywhere in a book, once each: buttons, shortcuts and the help read this list. */

import type { BookState } from '../../shared/api/types.ts';
import { stepTrail } from '../checks/trail.ts';
import { canReplace, find, findStep, replace } from '../find/find-target.ts';
import { openForeign } from '../foreign/foreign.ts';
import { PAGES } from '../state/pages.ts';
import type { Place } from '../state/window-state.ts';
import { switchRegion } from './switch-region.ts';

/** What commands act on besides the place itself. */
export interface CommandScope extends Place {
  /** With what would be undone or redone. */
  readonly book: BookState;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly reassure: () => void;
  readonly switchUnit: () => void;
  /** Opens or closes the history. */
  readonly history: () => void;
  readonly help: () => void;
  readonly leaveBook: () => void;
}

export interface Command {
  readonly id: string;
  readonly label: string;
  /** All spellings that start it; the first is the one shown. */
  readonly shortcuts: readonly string[];
  /** False while typing in a text field belongs to the field, e.g. its own undo. */
  readonly whileTyping: boolean;
  readonly enabled: (scope: CommandScope) => boolean;
  readonly run: (scope: CommandScope) => void;
}

const always = (): boolean => true;

const pageCommands: readonly Command[] = PAGES.map((page) => ({
  id: `page.${page.id}`,
  label: `转到“${page.label}”`,
  shortcuts: [`Alt+${page.key}`],
  whileTyping: true,
  enabled: always,
  run: (scope) => scope.show(page.id),
}));

export const COMMANDS: readonly Command[] = [
  {
    id: 'undo',
    label: '撤销',
    shortcuts: ['Ctrl+Z'],
    whileTyping: false,
    enabled: ({ book }) => book.undo !== null && !book.readOnly,
    run: (scope) => scope.undo(),
  },
  {
    id: 'redo',
    label: '重做',
    shortcuts: ['Ctrl+Y', 'Ctrl+Shift+Z'],
    whileTyping: false,
    enabled: ({ book }) => book.redo !== null && !book.readOnly,
    run: (scope) => scope.redo(),
  },
  {
    id: 'history',
    label: '历史',
    shortcuts: ['Ctrl+Shift+H'],
    whileTyping: true,
    enabled: always,
    run: (scope) => scope.history(),
  },
  {
    id: 'backup',
    label: '备份与恢复',
    shortcuts: ['Ctrl+Shift+B'],
    whileTyping: true,
    enabled: always,
    run: (scope) => scope.backup(),
  },
  {
    id: 'save',
    label: '保存（自动进行，无需手动）',
    shortcuts: ['Ctrl+S'],
    whileTyping: true,
    enabled: always,
    run: (scope) => scope.reassure(),
  },
  {
    id: 'find',
    label: '查找',
    shortcuts: ['Ctrl+F'],
    whileTyping: true,
    enabled: always,
    run: find,
  },
  {
    id: 'replace',
    label: '替换（收入、支出等录入表格中）',
    shortcuts: ['Ctrl+H'],
    whileTyping: true,
    enabled: canReplace,
    run: replace,
  },
  {
    id: 'findNext',
    label: '下一处',
    shortcuts: ['F3'],
    whileTyping: true,
    enabled: always,
    run: () => findStep(false),
  },
  {
    id: 'findPrevious',
    label: '上一处',
    shortcuts: ['Shift+F3'],
    whileTyping: true,
    enabled: always,
    run: () => findStep(true),
  },
  {
    id: 'unit',
    label: '切换 元 / 万元',
    shortcuts: ['F8'],
    whileTyping: true,
    enabled: always,
    run: (scope) => scope.switchUnit(),
  },
  {
    id: 'beside',
    label: '显示或收起旁边的公开表',
    shortcuts: ['F9'],
    whileTyping: true,
    enabled: always,
    run: (scope) => scope.toggleBeside(),
  },
  {
    id: 'region',
    label: '在表格、旁边的面板和上方的按钮之间切换',
    shortcuts: ['F6'],
    whileTyping: true,
    enabled: always,
    run: switchRegion,
  },
  ...pageCommands,
  {
    id: 'review.next',
    label: '去审核的下一处问题',
    shortcuts: ['F7'],
    whileTyping: true,
    enabled: always,
    run: (scope) => stepTrail(scope, 1),
  },
  {
    id: 'review.previous',
    label: '去审核的上一处问题',
    shortcuts: ['Shift+F7'],
    whileTyping: true,
    enabled: always,
    run: (scope) => stepTrail(scope, -1),
  },
  {
    id: 'foreign',
    label: '检查外来公开表',
    shortcuts: ['Ctrl+Shift+O'],
    whileTyping: true,
    enabled: always,
    run: () => void openForeign(),
  },
  {
    id: 'open',
    label: '换一个账套',
    shortcuts: ['Ctrl+O'],
    whileTyping: true,
    enabled: always,
    run: (scope) => scope.leaveBook(),
  },
  {
    id: 'help',
    label: '快捷键一览',
    shortcuts: ['F1'],
    whileTyping: true,
    enabled: always,
    run: (scope) => scope.help(),
  },
];

/** The command with an id. @throws Error for an id that is not in the list. */
export function commandOf(id: string): Command {
  const found = COMMANDS.find((command) => command.id === id);
  if (found === undefined) throw new Error(`no command ${id}`);
  return found;
}

/** The command that a shortcut starts, or null. */
export function commandFor(shortcut: string, typing: boolean): Command | null {
  const found = COMMANDS.find((command) => command.shortcuts.includes(shortcut));
  return found === undefined || (typing && !found.whileTyping) ? null : found;
}
