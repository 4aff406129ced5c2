/** Gives the page its bridge. Runs sandboxed and isolated; only this program's own top frame gets anything. */
import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../../shared/api/bridge.ts';
import type { Answer } from '../../shared/api/client.ts';
import type { CoreEvent } from '../../shared/api/events.ts';
import { ORIGIN } from './policy.ts';
import { CONNECT_CHANNEL, type CoreMessage, PASTE_CHANNEL, PORT_CHANNEL, type WindowCall } from './wire.ts';

const waiting = new Map<number, (answer: Answer) => void>();
const listeners = new Set<(event: CoreEvent) => void>();
let last = 0;

const line = new Promise<MessagePort>((resolve) => {
  ipcRenderer.once(PORT_CHANNEL, (event) => {
    const [port] = event.ports;
    if (port === undefined) return;
    port.onmessage = ({ data }) => {
      // The other end is the core process, which sends nothing but CoreMessage.
      const message = data as CoreMessage;
      if (message.kind === 'event') {
        for (const listener of [...listeners]) listener(message.event);
        return;
      }
      waiting.get(message.id)?.(message.answer);
      waiting.delete(message.id);
    };
    resolve(port);
  });
});

const bridge: Bridge = {
  shell: 'electron',
  async call(name, input) {
    const port = await line;
    return new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      const call: WindowCall = { id: last, name, input };
      port.postMessage(call);
    });
  },
  paste() {
    if (navigator.userActivation.isActive) ipcRenderer.send(PASTE_CHANNEL);
  },
  on(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

if (location.href.startsWith(`${ORIGIN}/`) && process.isMainFrame) {
  contextBridge.exposeInMainWorld('yusuan', bridge);
  ipcRenderer.send(CONNECT_CHANNEL);
}
