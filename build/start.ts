/** `npm start`: opens the program in the best window this machine has, or does the main job without one. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { say, stop } from './bootstrap/say.mjs';
import { askedShell, chooseShell, hasDisplay, type Shell } from './choose-shell.ts';
import { fetchElectron } from './electron-binary.ts';
import { ROOT, run } from './run.ts';

function asked(): Shell | null {
  try {
    return askedShell(process.argv.slice(2));
  } catch (error) {
    return stop(`没有这种窗口：${String(error)}`, 'No such shell.');
  }
}

async function startHeadless(): Promise<void> {
  say(
    '没有显示器，不打开窗口，改为在命令行完成示例账套的公开表。',
    'No display: doing the main job on the sample book instead',
  );
  const { headlessMainJob } = await import('../electron/cli/headless.ts');
  await headlessMainJob(path.join(ROOT, 'out'));
}

/** What the machine lacks for a window: installed where it can be, else named. */
async function prepareMachine(): Promise<void> {
  const { ensureBrowser, ensureChineseFont } = await import('./bootstrap/browser.ts');
  ensureBrowser();
  ensureChineseFont();
}

async function startChromium(): Promise<void> {
  const [{ buildRenderer }, { buildProgram }] = await Promise.all([import('./renderer.ts'), import('./program.ts')]);
  const built = await Promise.all([buildRenderer(), buildProgram()]);
  // A start that built nothing trusts the machine to be as it was at the last one: looking takes longer than starting.
  if (built.some(Boolean)) {
    await prepareMachine();
    say('程序已生成。', 'Program built');
  }
  say('正在打开窗口；关闭窗口即退出。', 'Opening the window; closing it ends the program');
  // Built from that source just now.
  const file = pathToFileURL(path.join(ROOT, 'out', 'program', 'main.js')).href;
  const program: typeof import('../electron/chromium/main.ts') = await import(file);
  const opened = await program.openProgram().catch(async (error: unknown) => {
    console.error(error);
    await prepareMachine();
    return program.openProgram();
  });
  await opened.closed;
}

/** Out: whether the window opened; Electron ends with another code when it cannot (no sandbox, libraries missing). */
async function startElectron(binary: string): Promise<boolean> {
  const [{ buildRenderer }, { buildDesktop }] = await Promise.all([import('./renderer.ts'), import('./desktop.ts')]);
  await buildRenderer();
  const main = await buildDesktop();
  const root = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const { code } = await run(binary, [...root, main]);
  return code === 0;
}

const wanted = asked();
const display = hasDisplay(process.platform, process.env);
const binary = wanted === 'electron' || (wanted === null && display) ? fetchElectron(wanted === 'electron') : null;
const shell = wanted ?? chooseShell({ display, electron: binary !== null });

if (shell === 'headless') {
  await startHeadless();
} else if (shell === 'chromium') {
  await startChromium();
} else if (binary === null) {
  stop(
    '没有 Electron，也没能下载。请用 npm start -- --shell=chromium。',
    'Electron is not here and could not be fetched.',
  );
} else if (!(await startElectron(binary))) {
  if (wanted === 'electron') process.exit(1);
  say('Electron 没有打开，改用浏览器窗口。', 'Electron did not open; using a browser window');
  await startChromium();
}
