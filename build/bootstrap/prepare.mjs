/**
 * Runs before `npm start`, `npm test` and what else a fresh clone may be asked for first: makes it runnable, and takes
 * well under a second when it already is. Argument: `start` or `test` (tests and benchmarks also need a browser and
 * Chinese fonts). Runs on Node 18 and up.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findNode, install, isInstalled, linkNode } from './dependencies.mjs';
import { say, stop } from './say.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const purpose = process.argv[2] ?? 'start';

if (!isInstalled(root)) {
  say('首次运行，正在安装依赖（约一分钟）……', 'Installing dependencies, about a minute');
  if (!install(root)) {
    stop(
      '依赖没有装好。请检查网络或 npm 镜像设置后，重新运行同一命令。',
      'Dependencies could not be installed. Check the network or the npm registry, then run the same command again.',
    );
  }
}

linkNode(root);
const node = findNode(root);
if (node === null) {
  stop(
    `这台电脑需要 Node.js 24 或更新的版本（现为 ${process.version}），请从 https://nodejs.org 安装后重新运行。`,
    `Node.js 24 or newer is needed on this machine (found ${process.version}); install it, then run the same command again.`,
  );
}

if (purpose === 'test') {
  const ran = spawnSync(node, [path.join(root, 'build', 'bootstrap', 'browser.ts')], { cwd: root, stdio: 'inherit' });
  process.exit(ran.status ?? 1);
}
