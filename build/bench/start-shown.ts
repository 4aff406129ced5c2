/**
 * Expression for a page that resolves once a figure stands in a table and the frame with it is painted: a message
 * posted within a frame is handled right after it. The figure 1.00 of the bare window counts as any other.
 */
export const SHOWN = `new Promise((shown) => {
  const look = () => {
    const there = [...document.querySelectorAll('td')].some((cell) => /\\d\\.\\d\\d/.test(cell.textContent));
    if (!there) return requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = shown;
    port2.postMessage(null);
  };
  requestAnimationFrame(look);
})`;
