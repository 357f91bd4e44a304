import { useDeferredValue, useMemo, useSyncExternalStore } from 'react';

import type { PlanView } from '../plan/plan-view';
import type { EntryDrag } from './use-entry';

/** What is in the hand and over what, for the few parts of the page that follow it: the page is not drawn again for a drag. */
export interface Drag {
  readonly now: () => EntryDrag | null;
  readonly to: (next: EntryDrag | null) => void;
  readonly subscribe: (heard: () => void) => () => void;
}

export function newDrag(): Drag {
  let now: EntryDrag | null = null;
  const listeners = new Set<() => void>();
  return {
    now: () => now,
    to: (next) => {
      if (isSame(now, next)) return;
      now = next;
      for (const heard of listeners) heard();
    },
    subscribe: (heard) => {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
  };
}

function isSame(one: EntryDrag | null, other: EntryDrag | null): boolean {
  return one?.moved === other?.moved && one?.target === other?.target && one?.side === other?.side;
}

/** The plan as it would be if what is dragged were dropped now. */
export interface AsDropped {
  readonly drag: Drag;
  readonly view: (drag: EntryDrag | null) => PlanView;
}

/** Works a plan out once for all parts of the page that show it. */
export function onceForAll(view: AsDropped['view']): AsDropped['view'] {
  let last: { drag: EntryDrag | null; view: PlanView } | null = null;
  return (drag) => {
    last = last !== null && last.drag === drag ? last : { drag, view: view(drag) };
    return last.view;
  };
}

/** Follows the drag a frame later than the hand, when there is time between two frames. */
export function useAsDropped({ drag, view }: AsDropped): PlanView {
  const now = useDeferredValue(useSyncExternalStore(drag.subscribe, drag.now));
  return useMemo(() => view(now), [view, now]);
}
