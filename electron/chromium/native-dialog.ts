/** The system's own file dialogs, reached by the small programs desktops bring along. Commands are data; one runner. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import type { ChooseAsk } from './chooser.ts';

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  /** Texts travel as variables where the program would otherwise parse them as script. */
  readonly env: Readonly<Record<string, string>>;
}

export type DialogKind = 'zenity' | 'kdialog' | 'osascript' | 'powershell';

interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a program of this name can be started. */
  readonly has: (program: string) => boolean;
}

/** Which dialog program can be used here; null when there is none or no display. */
export function dialogKind({ platform, env, has }: Surroundings): DialogKind | null {
  if (platform === 'win32') return 'powershell';
  if (platform === 'darwin') return 'osascript';
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return null;
  const preferred = env.XDG_CURRENT_DESKTOP?.includes('KDE')
    ? (['kdialog', 'zenity'] as const)
    : (['zenity', 'kdialog'] as const);
  return preferred.find(has) ?? null;
}

const ZENITY_MODE = { open: [], save: ['--save', '--confirm-overwrite'], folder: ['--directory'] } as const;
const KDIALOG_MODE = {
  open: '--getopenfilename',
  save: '--getsavefilename',
  folder: '--getexistingdirectory',
} as const;

const APPLESCRIPT = {
  open: 'POSIX path of (choose file with prompt item 1 of argv)',
  save: 'POSIX path of (choose file name with prompt item 1 of argv default name item 2 of argv)',
  folder: 'POSIX path of (choose folder with prompt item 1 of argv)',
} as const;

const POWERSHELL_START =
  '[Console]::OutputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Windows.Forms; ';
const POWERSHELL_END = " if ($d.ShowDialog() -eq 'OK') { [Console]::Write(";
const POWERSHELL = {
  open: `$d = New-Object Windows.Forms.OpenFileDialog; $d.Title = $env:YUSUAN_TITLE; $d.Filter = $env:YUSUAN_FILTER;${POWERSHELL_END}$d.FileName) } else { exit 1 }`,
  save: `$d = New-Object Windows.Forms.SaveFileDialog; $d.Title = $env:YUSUAN_TITLE; $d.Filter = $env:YUSUAN_FILTER; $d.FileName = $env:YUSUAN_NAME;${POWERSHELL_END}$d.FileName) } else { exit 1 }`,
  folder: `$d = New-Object Windows.Forms.FolderBrowserDialog; $d.Description = $env:YUSUAN_TITLE;${POWERSHELL_END}$d.SelectedPath) } else { exit 1 }`,
} as const;

/** The command that puts `ask` to the user. `folder` is where the dialog starts. It prints the chosen path, or fails with code 1. */
export function dialogCommand(kind: DialogKind, ask: ChooseAsk, folder: string): Command {
  const patterns = ask.extensions.map((extension) => `*.${extension}`);
  const start = path.join(folder, ask.mode === 'save' ? ask.suggestedName : path.sep);
  switch (kind) {
    case 'zenity': {
      const filter = ask.mode === 'folder' || patterns.length === 0 ? [] : [`--file-filter=${patterns.join(' ')}`];
      const args = [
        '--file-selection',
        `--title=${ask.title}`,
        `--filename=${start}`,
        ...ZENITY_MODE[ask.mode],
        ...filter,
      ];
      return { program: 'zenity', args, env: {} };
    }
    case 'kdialog': {
      const filter = ask.mode === 'folder' || patterns.length === 0 ? [] : [patterns.join(' ')];
      return { program: 'kdialog', args: ['--title', ask.title, KDIALOG_MODE[ask.mode], start, ...filter], env: {} };
    }
    case 'osascript': {
      const script = ['-e', 'on run argv', '-e', APPLESCRIPT[ask.mode], '-e', 'end run'];
      return { program: 'osascript', args: [...script, ask.title, ask.suggestedName], env: {} };
    }
    case 'powershell': {
      const filter = patterns.length === 0 ? '' : `${patterns.join('; ')}|${patterns.join(';')}`;
      return {
        program: 'powershell.exe',
        args: ['-NoProfile', '-STA', '-Command', POWERSHELL_START + POWERSHELL[ask.mode]],
        env: { YUSUAN_TITLE: ask.title, YUSUAN_FILTER: filter, YUSUAN_NAME: ask.suggestedName },
      };
    }
  }
}

export type DialogAnswer =
  | { readonly kind: 'chosen'; readonly path: string }
  | { readonly kind: 'cancelled' }
  /** The program could not show a dialog: another way must be taken. */
  | { readonly kind: 'broken' };

/** Reads how a dialog program ended. Code 1 is its word for "cancelled"; anything else that is not 0 means it did not work. */
export function readAnswer(code: number | null, output: string): DialogAnswer {
  const chosen = output.replace(/\r?\n$/, '');
  if (code === 0 && path.isAbsolute(chosen)) return { kind: 'chosen', path: chosen };
  return code === 0 || code === 1 ? { kind: 'cancelled' } : { kind: 'broken' };
}

/** Shows the dialog and waits for the user. Never rejects. */
export function showDialog(command: Command): Promise<DialogAnswer> {
  return new Promise((resolve) => {
    const child = spawn(command.program, [...command.args], {
      env: { ...process.env, ...command.env },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('error', () => resolve({ kind: 'broken' }));
    child.on('close', (code) => resolve(readAnswer(code, Buffer.concat(output).toString('utf8'))));
  });
}
