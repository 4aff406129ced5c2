import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { createDevTools } from './devtools.ts';
import type { Message } from './protocol.ts';

/** A client with the browser's two ends of the pipe. */
function piped() {
  const [incoming, outgoing] = [new PassThrough(), new PassThrough()];
  const devtools = createDevTools(incoming, outgoing);
  const written = () => {
    const text = String(outgoing.read() ?? '');
    return text
      .split('\0')
      .filter(Boolean)
      .map((each): Message => JSON.parse(each));
  };
  return { devtools, written, incoming, say: (message: Message) => incoming.write(`${JSON.stringify(message)}\0`) };
}

test('gives each answer to the command it belongs to, in whatever order they come', async () => {
  const { devtools, written, say } = piped();
  const version = devtools.send('Browser.getVersion', {});
  const enabled = devtools.send('Page.enable', {}, 'S');
  expect(written()).toEqual([
    { id: 1, method: 'Browser.getVersion', params: {} },
    { id: 2, method: 'Page.enable', params: {}, sessionId: 'S' },
  ]);
  say({ id: 2, result: {}, sessionId: 'S' });
  say({ id: 1, result: { product: 'Chrome/156' } });
  expect(await version).toEqual({ product: 'Chrome/156' });
  expect(await enabled).toEqual({});
});

test('rejects a command that is refused, with the browser’s words', async () => {
  const { devtools, say } = piped();
  const asked = devtools.send('Page.navigate', { url: 'x' });
  say({ id: 1, error: { message: 'Cannot navigate to invalid URL' } });
  await expect(asked).rejects.toThrow('invalid URL');
});

test('joins messages that come in pieces, cut anywhere, even inside a Chinese character', async () => {
  const { devtools, incoming } = piped();
  const heard: string[] = [];
  devtools.on('Runtime.bindingCalled', ({ payload }) => heard.push(payload));
  const event = (payload: string) => `${JSON.stringify({ method: 'Runtime.bindingCalled', params: { payload } })}\0`;
  const bytes = Buffer.from(event('环卫中心') + event('') + event('二'));
  for (const byte of bytes) incoming.write(Buffer.from([byte]));
  incoming.write(Buffer.concat([bytes, bytes]));
  await expect.poll(() => heard.length).toBe(9);
  expect(heard.slice(0, 3)).toEqual(['环卫中心', '', '二']);
});

test('rejects everything that waits when the browser goes, and whatever is asked afterwards', async () => {
  const { devtools, incoming } = piped();
  const asked = devtools.send('Browser.getVersion', {});
  incoming.destroy();
  await expect(asked).rejects.toThrow('gone');
  await expect(devtools.send('Browser.getVersion', {})).rejects.toThrow('gone');
});
