/** The core in a process of its own (Electron's utilityProcess), so that a long export never freezes a window. */
import os from 'node:os';
import { openCore } from '../core/open-core.ts';
import { createLines, type Line } from './lines.ts';
import { createRemotePort } from './remote-port.ts';
import type { ToCore, ToMain } from './wire.ts';

const tellMain = (message: ToMain) => process.parentPort.postMessage(message);
const [dataFolder = os.tmpdir()] = process.argv.slice(2);

const lines = createLines((name, input) => core.dispatch(name, input));
const port = createRemotePort({ dataFolder, user: os.userInfo().username, emit: lines.emit, tellMain });
const core = openCore(port);

process.parentPort.on('message', async ({ data, ports }) => {
  // Only main holds the other end of parentPort, and it sends nothing but ToCore.
  const message = data as ToCore;
  switch (message.kind) {
    case 'window': {
      const [line] = ports;
      if (line === undefined) return;
      const end: Line = line;
      const hear = lines.add(end);
      line.on('message', (event) => hear(event.data));
      line.on('close', () => lines.remove(end));
      line.start();
      return;
    }
    case 'answer':
      port.answered(message.id, message.reply);
      return;
    case 'close':
      await core.close();
      tellMain({ kind: 'closed' });
  }
});
