/** The starting points the in-window file chooser offers: home, desktop, documents, removable drives. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export interface Place {
  readonly name: string;
  readonly path: string;
}

/** Folder a desktop assigns to a purpose (`DESKTOP`, `DOCUMENTS`); on Chinese systems they are named 桌面, 文档. */
function userFolder(home: string, purpose: 'DESKTOP' | 'DOCUMENTS', usual: string): string {
  try {
    const text = readFileSync(path.join(home, '.config', 'user-dirs.dirs'), 'utf8');
    const found = new RegExp(`^XDG_${purpose}_DIR="\\$HOME/(.+)"$`, 'm').exec(text)?.[1];
    if (found !== undefined) return path.join(home, found);
  } catch {
    // No such file on Windows, macOS and bare systems: the usual name is right there.
  }
  return path.join(home, usual);
}

function foldersIn(parent: string): readonly string[] {
  try {
    return readdirSync(parent, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => path.join(parent, entry.name));
  } catch {
    return [];
  }
}

function drives(platform: NodeJS.Platform, user: string): readonly string[] {
  if (platform === 'win32') {
    return [...'CDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`).filter((drive) => existsSync(drive));
  }
  if (platform === 'darwin') return foldersIn('/Volumes');
  return [...foldersIn(`/media/${user}`), ...foldersIn(`/run/media/${user}`)];
}

/** Answers the places that exist, home first, none twice. In: home folder and user name, so that a test can name others. */
export function places(home = os.homedir(), user = os.userInfo().username): readonly Place[] {
  const all = [
    { name: '主文件夹', path: home },
    { name: '桌面', path: userFolder(home, 'DESKTOP', 'Desktop') },
    { name: '文档', path: userFolder(home, 'DOCUMENTS', 'Documents') },
    ...drives(process.platform, user).map((drive) => ({ name: path.basename(drive) || drive, path: drive })),
  ];
  return all.filter((place, index) => existsSync(place.path) && all.findIndex((p) => p.path === place.path) === index);
}
