import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';

import type { RowSetting } from './issue-row';
import { backlogId, lineId } from '../plan/plan-draft';
import { openIssue } from '../bridge';

interface ListKeys {
  /** The row that the tab key stops at. */
  activeId: string | null;
  onKeyDown: (event: KeyboardEvent) => void;
  onFocus: (event: FocusEvent) => void;
  onBlur: (event: FocusEvent) => void;
}

/** Which control of a row a letter works: each carries it as `data-key`, or is found by what it is. */
const rowControls: Readonly<Record<string, string>> = {
  e: '.cell-estimate button',
  c: '.cell-confidence button',
  s: '.cell-status button',
  m: '.cell-handle button',
};

/**
 * The keys of the list: j, k and the arrows go from row to row, and single keys do what a row's controls do. Keys that are
 * typed into a field, or meant for a menu, are not the list's.
 */
export function useListKeys({
  list,
  entries,
  rows,
  onConfidence,
  scrollTo,
}: {
  list: RefObject<HTMLDivElement>;
  entries: readonly string[];
  rows: RowSetting;
  onConfidence: (id: string, percent: number) => void;
  scrollTo: (index: number) => void;
}): ListKeys {
  const stops = entries.filter((id) => id !== backlogId);
  const [chosenId, setActiveId] = useState<string | null>(null);
  const activeId = chosenId !== null && stops.includes(chosenId) ? chosenId : (stops[0] ?? null);
  /** The row that is to have the focus as soon as it is drawn. */
  const wanted = useRef<string | null>(null);

  useEffect(() => {
    const id = wanted.current;
    const row = id === null ? null : rowOf(list.current, id);
    if (row === null) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });

  const go = (id: string | undefined): void => {
    if (id === undefined) return;
    wanted.current = id;
    setActiveId(id);
    scrollTo(entries.indexOf(id));
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || event.defaultPrevented || isTyping(target)) return;
    const row = target.closest<HTMLElement>('[data-entry]');
    const id = row?.dataset['entry'];
    // A menu's items are children of the row for React, and not for the page.
    if (row === null || id === undefined || !list.current?.contains(row)) return;
    const onRow = target === row;
    if (onRow && rows.mayMove && rows.mover.onKey(id, event)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;

    const place = stops.indexOf(id);
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    const digit = /^\d$/.test(event.key) ? Number(event.key) : null;
    const control = id === lineId && event.key !== 'm' ? undefined : rowControls[event.key];
    if (step !== undefined) {
      const to = Math.max(0, Math.min(stops.length - 1, place + step));
      const next = stops[to];
      if (event.shiftKey && id !== lineId && next !== undefined && next !== lineId) {
        if (row.getAttribute('aria-selected') !== 'true') rows.onChoose(id, false);
        rows.onChoose(next, true);
      }
      go(next);
    } else if (event.key === 'Home' || event.key === 'End') {
      go(event.key === 'Home' ? stops[0] : stops[stops.length - 1]);
    } else if (digit !== null && id !== lineId && rows.mayEdit) {
      onConfidence(id, digit === 0 ? 100 : digit * 10);
    } else if (event.key === 'x' && id !== lineId && (rows.mayMove || rows.mayEdit)) {
      rows.onChoose(id, false);
    } else if (event.key === 'Enter' && onRow && id !== lineId) {
      const key = row.dataset['testid']?.replace('row-', '');
      if (key !== undefined) openIssue(key);
    } else if (control !== undefined) {
      row.querySelector<HTMLElement>(control)?.click();
    } else {
      return;
    }
    event.preventDefault();
  };

  return {
    activeId,
    onKeyDown,
    onFocus: (event) => {
      const id =
        event.target instanceof HTMLElement
          ? event.target.closest<HTMLElement>('[data-entry]')?.dataset['entry']
          : undefined;
      // Also for the first row, which is active by itself: it must stay so when it moves down.
      if (id !== undefined) setActiveId(id);
    },
    onBlur: (event) => {
      const id = event.target instanceof HTMLElement ? event.target.dataset['entry'] : undefined;
      if (id !== undefined) rows.mover.onBlur(id);
    },
  };
}

function rowOf(list: HTMLElement | null, id: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-entry="${id}"]`) ?? null;
}

function isTyping(target: HTMLElement): boolean {
  return target.matches('input:not([type=checkbox]), textarea, select, [contenteditable=true], [role^=menuitem]');
}
