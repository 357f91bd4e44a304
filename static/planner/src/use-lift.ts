import { announce } from '@atlaskit/pragmatic-drag-and-drop-live-region';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';

import { changeToSequence, isSameSequence, lineId, noChange, type PlanChange, putBeside, step } from './plan-draft';
import { type PlanView, viewOf } from './plan-view';
import type { PlannerEvent, PlannerState } from './planner-state';
import { texts } from './texts';

/** Where a thing can be sent to at once, without lifting it. */
export type Destination = 'up' | 'down' | 'top' | 'aboveLine' | 'belowLine';

/** What the rows need to move things by keyboard or menu. Never changes, so that no row is drawn again because of it. */
export interface Mover {
  onHandleKey: (id: string, event: KeyboardEvent) => void;
  /** The focus has left the handle: what is lifted stays where it is. */
  onHandleBlur: (id: string) => void;
  send: (id: string, to: Destination) => void;
  /** Dropped with the mouse. */
  put: (moved: string, target: string, side: 'before' | 'after') => void;
}

interface Lifted {
  id: string;
  change: PlanChange;
}

/**
 * Moving issues and the line. Space lifts what has the focus, arrows move it, space drops it, escape puts it back; until it
 * is dropped nothing is changed. Everything is announced as it then stands on the page.
 */
export function useLift(
  state: PlannerState,
  dispatch: (event: PlannerEvent) => void,
): { liftedId: string | null; tentative: PlanChange; mover: Mover } {
  const [lifted, setLifted] = useState<Lifted | null>(null);
  // What is lifted may leave the sprint with the answer of an earlier save.
  const current = lifted !== null && isThere(state, lifted.id) ? lifted : null;

  const latest = useRef({ state, lifted: current });
  useEffect(() => {
    latest.current = { state, lifted: current };
  });

  const drop = useCallback(
    (id: string, change: PlanChange) => {
      setLifted(null);
      const view = viewOf(latest.current.state, change);
      if (change !== noChange) dispatch({ type: 'planChanged', change });
      announce(texts.dropped(nameIn(view, id), placeIn(view, id)));
    },
    [dispatch],
  );

  const changeTo = useCallback((view: PlanView, next: readonly string[], id: string): PlanChange | null => {
    if (isSameSequence(view.sequence, next)) return null;
    const { state: now } = latest.current;
    return changeToSequence(next, id, viewOf(now).draft.mode);
  }, []);

  const onHandleKey = useCallback(
    (id: string, event: KeyboardEvent) => {
      const { state: now, lifted: up } = latest.current;
      const isLifted = up?.id === id;
      const view = viewOf(now, isLifted ? up.change : noChange);
      if (event.key === ' ' || event.key === 'Enter') {
        event.preventDefault();
        if (isLifted) {
          drop(id, up.change);
        } else {
          setLifted({ id, change: noChange });
          announce(texts.lifted(nameIn(view, id), placeIn(view, id)));
        }
      } else if (isLifted && event.key === 'Escape') {
        // Jira would close the planner.
        event.preventDefault();
        event.stopPropagation();
        setLifted(null);
        announce(texts.cancelled(nameIn(view, id)));
      } else if (isLifted && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
        event.preventDefault();
        const next = step(view.sequence, id, event.key === 'ArrowUp' ? -1 : 1, view.draft.mode);
        const change = changeTo(view, next, id);
        if (change === null) return;
        setLifted({ id, change });
        const after = viewOf(now, change);
        announce(texts.movedTo(nameIn(after, id), placeIn(after, id)));
      }
    },
    [drop, changeTo],
  );

  const onHandleBlur = useCallback(
    (id: string) => {
      const { lifted: up } = latest.current;
      if (up?.id === id) drop(id, up.change);
    },
    [drop],
  );

  const moveTo = useCallback(
    (id: string, next: (view: PlanView) => readonly string[]) => {
      const view = viewOf(latest.current.state);
      const change = changeTo(view, next(view), id);
      if (change !== null) drop(id, change);
    },
    [changeTo, drop],
  );

  const mover = useMemo(
    (): Mover => ({
      onHandleKey,
      onHandleBlur,
      send: (id, to) => {
        moveTo(id, (view) => destination(view, id, to));
      },
      put: (moved, target, side) => {
        moveTo(moved, (view) => putBeside(view.sequence, moved, target, side));
      },
    }),
    [onHandleKey, onHandleBlur, moveTo],
  );

  return { liftedId: current?.id ?? null, tentative: current?.change ?? noChange, mover };
}

function isThere(state: PlannerState, id: string): boolean {
  return id === lineId || state.stored.items.some(({ issueId }) => issueId === id);
}

function destination({ sequence, draft }: PlanView, id: string, to: Destination): readonly string[] {
  switch (to) {
    case 'up':
      return step(sequence, id, -1, draft.mode);
    case 'down':
      return step(sequence, id, 1, draft.mode);
    case 'top':
      return [id, ...sequence.filter((other) => other !== id)];
    case 'aboveLine':
      return putBeside(sequence, id, lineId, 'before');
    case 'belowLine':
      return putBeside(sequence, id, lineId, 'after');
  }
}

function nameIn(view: PlanView, id: string): string {
  return id === lineId ? texts.theLine : (view.items.find(({ issueId }) => issueId === id)?.key ?? '');
}

/** Where it stands on the page: with an automatic line that may be another side of it than the step suggests. */
function placeIn({ sequence, draft }: PlanView, id: string): string {
  const linePlace = sequence.indexOf(lineId);
  if (id === lineId) return texts.placeOfLine(linePlace, draft.order.length);
  return texts.placeOfIssue(draft.order.indexOf(id) + 1, draft.order.length, sequence.indexOf(id) < linePlace);
}
