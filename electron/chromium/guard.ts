/** Keeps the window to its own files: the only way a page gets bytes is from the built window. */
import type { BuiltFile, BuiltFiles } from '../core/shell/built-files.ts';
import { RESPONSE_HEADERS } from '../core/shell/content-policy.ts';
import type { DevTools } from './devtools.ts';
import { isOwnAddress } from './origin.ts';
import type { Events } from './protocol.ts';

type Paused = Events['Fetch.requestPaused'];

/**
 * Answers a request from the built files, 404 for what is not among them; any other address is refused.
 * Out: whether it was refused.
 */
export function answerRequest(devtools: DevTools, files: BuiltFiles, paused: Paused, sessionId: string): boolean {
  const { requestId, request } = paused;
  // A request whose page has gone meanwhile needs no answer.
  const ignore = () => undefined;
  if (!isOwnAddress(request.url)) {
    // "Aborted" leaves the page that wanted to navigate where it is, with what was typed in it.
    devtools.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }, sessionId).catch(ignore);
    return true;
  }
  const file = request.method === 'GET' ? files(new URL(request.url).pathname) : null;
  const answer = {
    requestId,
    responseCode: file === null ? 404 : 200,
    responseHeaders: file === null ? HEADERS : [...HEADERS, { name: 'content-type', value: file.type }],
    body: file === null ? '' : base64(file),
  };
  devtools.send('Fetch.fulfillRequest', answer, sessionId).catch(ignore);
  return false;
}

const HEADERS = Object.entries(RESPONSE_HEADERS).map(([name, value]) => ({ name, value }));

const base64 = ({ body }: BuiltFile): string => body.toString('base64');
