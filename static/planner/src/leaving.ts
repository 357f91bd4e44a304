import { createContext, useContext, useEffect } from 'react';

/** 'saving' needs a moment only; 'unsaved' needs a person. */
export interface Leaving {
  readonly status: 'saved' | 'saving' | 'unsaved';
  /** Saves at once what would be saved in a moment. */
  readonly hurry: () => void;
}

export const free: Leaving = { status: 'saved', hurry: () => undefined };

/** Tells the page around how the part that is shown can be left. A dialog has no page around it. */
export const LeavingContext = createContext<(leaving: Leaving) => void>(() => undefined);

/**
 * Says that something here would be lost: to the browser, which then asks before it goes, and to the tabs.
 *
 * @param hurry the same function each time
 */
export function useLeaving(status: Leaving['status'], hurry: () => void = free.hurry): void {
  const report = useContext(LeavingContext);
  useEffect(() => {
    report({ status, hurry });
    if (status === 'saved') return undefined;
    const warn = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
    };
  }, [report, status, hurry]);
  useEffect(
    () => () => {
      report(free);
    },
    [report],
  );
}
