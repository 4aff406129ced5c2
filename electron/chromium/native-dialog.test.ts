import { expect, test } from 'vitest';
import type { ChooseAsk } from './chooser.ts';
import { dialogCommand, dialogKind, readAnswer, showDialog } from './native-dialog.ts';

const save: ChooseAsk = {
  mode: 'save',
  title: '导出"公开表"; calc.exe',
  suggestedName: "环卫'中心$(x).xlsx",
  extensions: ['xlsx'],
};

test('uses what the desktop brings along, and nothing without a display', () => {
  const linux = (env: Record<string, string>, programs: string[]) =>
    dialogKind({ platform: 'linux', env, has: (program) => programs.includes(program) });
  expect(linux({}, ['zenity'])).toBeNull();
  expect(linux({ DISPLAY: ':0' }, [])).toBeNull();
  expect(linux({ DISPLAY: ':0' }, ['zenity', 'kdialog'])).toBe('zenity');
  expect(linux({ WAYLAND_DISPLAY: 'wayland-0', XDG_CURRENT_DESKTOP: 'KDE' }, ['zenity', 'kdialog'])).toBe('kdialog');
  expect(dialogKind({ platform: 'win32', env: {}, has: () => false })).toBe('powershell');
});

test('asks before a file is replaced and starts with the suggested name', () => {
  const { args } = dialogCommand('zenity', save, '/home/li');
  expect(args).toContain('--confirm-overwrite');
  expect(args).toContain(`--filename=/home/li/${save.suggestedName}`);
});

test.each(['powershell', 'osascript'] as const)('never lets a name become part of a %s script', (kind) => {
  const command = dialogCommand(kind, save, '/home/li');
  const script = command.args.filter((arg) => arg !== save.title && arg !== save.suggestedName).join(' ');
  expect(script).not.toContain('calc.exe');
  expect(script).not.toContain('$(x)');
  expect([...command.args, ...Object.values(command.env)]).toContain(save.suggestedName);
});

test('tells a choice, a cancellation and a broken dialog apart', () => {
  expect(readAnswer(0, '/home/li/a b.ysb\n')).toEqual({ kind: 'chosen', path: '/home/li/a b.ysb' });
  expect(readAnswer(1, '')).toEqual({ kind: 'cancelled' });
  expect(readAnswer(0, '')).toEqual({ kind: 'cancelled' });
  expect(readAnswer(127, '')).toEqual({ kind: 'broken' });
  expect(readAnswer(null, '')).toEqual({ kind: 'broken' });
});

test('takes a program that is not there for a broken dialog', async () => {
  expect(await showDialog({ program: 'no-such-dialog-program', args: [], env: {} })).toEqual({ kind: 'broken' });
});
