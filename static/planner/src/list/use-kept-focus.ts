import { useEffect, useRef } from 'react';

/** Puts the focus on the row of the list that the tab key stops at; there always is one, the line if no other. */
export function focusList(): void {
  document.querySelector<HTMLElement>('[role=grid] [data-entry][tabindex="0"]')?.focus({ preventScroll: true });
}

/**
 * When what had the focus goes (a bar that closes, a row that the filter hides, a button with nothing left to undo), the
 * list takes it: otherwise the next key would go nowhere. For the component in which all that is decided.
 */
export function useKeptFocus(): void {
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent): void => {
      last.current = target instanceof Element ? target : null;
    };
    // A click beside everything takes the focus away on purpose.
    const onPointer = (): void => {
      last.current = null;
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('focusin', onFocus);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('focusin', onFocus);
    };
  }, []);
  useEffect(() => {
    if (last.current === null || (last.current.isConnected && !last.current.matches(':disabled'))) return;
    last.current = null;
    focusList();
  });
}
