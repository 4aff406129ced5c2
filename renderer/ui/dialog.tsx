/**
 * A dialog over the window. It keeps the focus inside and closes on Esc, as the browser's own modal dialog does. That one,
 * however, has the whole page's styles computed anew when it opens and when it closes, and whatever a component library
 * opens elsewhere lies below it.
 */
import { createFocusTrap } from 'focus-trap';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { isComposing } from '../grid/keys.ts';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly width?: number;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
}

/** What has the focus first: what is marked as such, else the first thing to fill in, else what answers. */
const MARKED = '[data-first]';
const FIRST =
  '.dialog-body input:not([type=hidden]), .dialog-body textarea, .dialog-body select, .dialog-body [tabindex="0"], .dialog-foot .is-primary';

/** True for notices and for lists of the dialog's own fields. */
function liesOver(target: Element, dialog: HTMLElement): boolean {
  const layer = dialog.parentElement;
  return target.closest('.toasts') !== null || (target !== layer && layer?.contains(target) === true);
}

export function Dialog({ title, onClose, width = 560, children, footer }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    const before = document.activeElement;
    const trap = createFocusTrap(element, {
      // Not the cross that closes.
      initialFocus: () =>
        element.querySelector<HTMLElement>(MARKED) ?? element.querySelector<HTMLElement>(FIRST) ?? element,
      fallbackFocus: element,
      delayInitialFocus: false,
      returnFocusOnDeactivate: false,
      escapeDeactivates: false,
      allowOutsideClick: ({ target }) => target instanceof Element && liesOver(target, element),
    });
    trap.activate();
    // Wherever the focus is: a button that was just pressed may have lost it by becoming disabled.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event) || trap.paused) return;
      // It is this dialog's alone, not that of what lies below.
      event.preventDefault();
      event.stopPropagation();
      close.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      trap.deactivate();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return createPortal(
    <div className="dialog-layer">
      <dialog
        ref={dialog}
        open
        tabIndex={-1}
        className="dialog"
        style={{ width }}
        aria-modal="true"
        aria-labelledby={titleId}
      >
        <header className="dialog-head">
          <h2 id={titleId}>{title}</h2>
          <button type="button" className="icon-button" aria-label="关闭" onClick={onClose}>
            ×
          </button>
        </header>
        <div className="dialog-body">{children}</div>
        {footer === undefined ? null : <footer className="dialog-foot">{footer}</footer>}
      </dialog>
    </div>,
    document.body,
  );
}
