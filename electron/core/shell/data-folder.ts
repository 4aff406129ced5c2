/** Where the program keeps its own files (recent list, log, window profile): the system's usual place for them. */
import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Answers the folder, not created. `YUSUAN_DATA_FOLDER` names another one (tests, a portable copy on a stick).
 * In: platform, environment and home folder, so that a test can name others.
 */
export function dataFolder(platform: NodeJS.Platform, env: Environment, home: string): string {
  if (env.YUSUAN_DATA_FOLDER) return path.resolve(env.YUSUAN_DATA_FOLDER);
  if (platform === 'win32')
    return path.win32.join(env.APPDATA ?? path.win32.join(home, 'AppData', 'Roaming'), 'yusuan');
  if (platform === 'darwin') return path.posix.join(home, 'Library', 'Application Support', 'yusuan');
  return path.posix.join(env.XDG_DATA_HOME ?? path.posix.join(home, '.local', 'share'), 'yusuan');
}
