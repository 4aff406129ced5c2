/** The window's address. It resolves to nothing: every file under it is handed over inside the browser's pipe. */
export const ORIGIN = 'https://yusuan.localhost';

/** Whether an address belongs to the window. In: any text. */
export function isOwnAddress(url: string): boolean {
  return URL.canParse(url) && new URL(url).origin === ORIGIN;
}
