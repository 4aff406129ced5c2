/**
 * For buttons that do what takes a while. Disabled meanwhile, a button would lose the focus, and the keyboard its place on
 * the page: it keeps it, looks as if it were disabled, and does nothing.
 */
export const whileBusy = (busy: boolean, act: () => void) => ({
  'aria-disabled': busy ? true : undefined,
  onClick: busy ? undefined : act,
});
