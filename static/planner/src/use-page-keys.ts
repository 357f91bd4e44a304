import { useEffect, useRef } from 'react';

import { searchFieldId } from './filter/filter-bar';
import { focusList } from './list/use-kept-focus';

interface PageKeys {
  onUndo: () => void;
  onRedo: () => void;
  onHelp: () => void;
  /** @returns whether there was something to give up */
  onEscape: () => boolean;
}

/** The keys that work anywhere on the page, except where text is typed or a dialog is open. */
export function usePageKeys(keys: PageKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { target } = event;
      if (event.defaultPrevented || !(target instanceof HTMLElement)) return;
      if (target.closest('input:not([type=checkbox]):not([type=range]), textarea, select, [role=dialog]') !== null)
        return;
      if (act(event, target, latest.current)) event.preventDefault();
    };
    // Before the window, where whoever is around the page listens: an escape that was used here must not close the planner.
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

function act(event: KeyboardEvent, target: HTMLElement, { onUndo, onRedo, onHelp, onEscape }: PageKeys): boolean {
  const key = event.key.toLowerCase();
  if ((event.ctrlKey || event.metaKey) && !event.altKey && (key === 'z' || key === 'y')) {
    if (key === 'y' || event.shiftKey) onRedo();
    else onUndo();
    return true;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (key === '?') {
    onHelp();
    return true;
  }
  if (key === '/') {
    document.getElementById(searchFieldId)?.focus();
    return true;
  }
  if (isForList(key, target)) {
    focusList();
    document.activeElement?.scrollIntoView({ block: 'nearest' });
    return true;
  }
  return key === 'escape' && onEscape();
}

/** Keys that go from row to row lead to the list from outside of it; arrows only from where nothing else takes them. */
function isForList(key: string, target: HTMLElement): boolean {
  if (key === 'j' || key === 'k') return target.closest('[role=menu]') === null;
  return (key === 'arrowdown' || key === 'arrowup') && target.matches('body, [role=grid]');
}
