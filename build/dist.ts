/** `npm run package`: packages the desktop program into dist/. YUSUAN_ELECTRON_DIST names a folder with an unpacked Electron, for use offline. */
import { build } from 'electron-builder';
import { buildDesktop } from './desktop.ts';
import { packaging } from './packaging.ts';
import { buildRenderer } from './renderer.ts';

await buildRenderer();
await buildDesktop();
const offline = process.env.YUSUAN_ELECTRON_DIST;
console.log(await build({ config: offline === undefined ? packaging : { ...packaging, electronDist: offline } }));
