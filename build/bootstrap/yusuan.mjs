#!/usr/bin/env node
/** `npx yusuan` in the checkout: starts the command line with a Node new enough, whatever Node the system has. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findNode, isInstalled } from './dependencies.mjs';
import { stop } from './say.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const node = isInstalled(root) ? findNode(root) : null;
if (node === null)
  stop('请先在项目目录运行一次 npm start，装好依赖。', 'Run npm start once in the checkout to install dependencies.');
const ran = spawnSync(node, [path.join(root, 'electron', 'cli', 'yusuan.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(ran.status ?? 2);
