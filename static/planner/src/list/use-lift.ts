import { announce } from '@atlaskit/pragmatic-drag-and-drop-live-region';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';

import { areThere } from '../plan/on-screen';
import {
  backlogId,
  changeToSequence,
  isSameSequence,
  lineId,
  noChange,
  type PlanChange,
  putBeside,
  step,
} from '../plan/plan-draft';
import { type PlanView, viewOf } from '../plan/plan-view';
import type { PlannerEvent, PlannerState } from '../plan/planner-state';
import { texts } from '../texts';

/** Where things can be sent to at once, without lifting them. */
export type Destination = 'up' | 'down' | 'top' | 'aboveLine' | 'belowLine' | 'backlog';

/** What the rows need to move things by keyboard or menu. Never changes, so that no row is drawn again because of it. */
export interface Mover {
  /** Space lifts, space or enter drops, arrows move, escape puts back. @returns whether the key meant something here */
  onKey: (id: string, event: KeyboardEvent) => boolean;
  /** The focus has left: what is lifted stays where it is. */
  onBlur: (id: string) => void;
  /** What moves along with this entry: the selected issues, when it is one of them. */
  group: (id: string) => readonly string[];
  send: (ids: readonly string[], to: Destination) => void;
  /** Dropped with the mouse. */
  put: (moved: string, target: string, side: 'before' | 'after') => void;
}

interface Lifted {
  id: string;
  ids: readonly string[];
  change: PlanChange;
}

const steps: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, k: -1, ArrowDown: 1, j: 1 };

/**
 * Moving issues and the line. Space lifts what has the focus, and with it everything selected; arrows move it, space drops
 * it, escape puts it back; until it is dropped nothing is changed. Everything is announced as it then stands on the page.
 *
 * @param shown the issues that a filter leaves on the page: a step goes past those that are not
 */
export function useLift(
  state: PlannerState,
  dispatch: (event: PlannerEvent) => void,
  selected: ReadonlySet<string>,
  shown: readonly string[],
): { liftedIds: readonly string[]; tentative: PlanChange; mover: Mover } {
  const [lifted, setLifted] = useState<Lifted | null>(null);
  // What is lifted may leave the sprint with the answer of an earlier save.
  const current = lifted !== null && areThere(state, lifted.ids) ? lifted : null;

  const latest = useRef({ state, selected, lifted: current, shown });
  useEffect(() => {
    latest.current = { state, selected, lifted: current, shown };
  });

  const group = useCallback((id: string): readonly string[] => {
    const { selected: chosen } = latest.current;
    return chosen.has(id) ? [...chosen] : [id];
  }, []);

  const drop = useCallback(
    (ids: readonly string[], change: PlanChange) => {
      setLifted(null);
      const view = viewOf(latest.current.state, change);
      dispatch({ type: 'planChanged', change });
      announce(texts.dropped(nameIn(view, ids), placeIn(view, ids)));
    },
    [dispatch],
  );

  const changeTo = useCallback((view: PlanView, next: readonly string[], ids: readonly string[]): PlanChange | null => {
    if (isSameSequence(view.sequence, next)) return null;
    const { draft } = viewOf(latest.current.state);
    return changeToSequence(next, ids, draft.mode, draft.order);
  }, []);

  const onKey = useCallback(
    (id: string, event: KeyboardEvent): boolean => {
      const { state: now, lifted: up } = latest.current;
      const isLifted = up?.id === id;
      const view = viewOf(now, isLifted ? up.change : noChange);
      const by = steps[event.key];
      if (event.key === ' ' || (isLifted && event.key === 'Enter')) {
        if (isLifted) {
          drop(up.ids, up.change);
        } else {
          const ids = group(id);
          setLifted({ id, ids, change: noChange });
          announce(texts.lifted(nameIn(view, ids), placeIn(view, ids)));
        }
      } else if (isLifted && event.key === 'Escape') {
        setLifted(null);
        announce(texts.cancelled(nameIn(view, up.ids)));
      } else if (isLifted && by !== undefined) {
        const next = step(view.sequence, up.ids, by, view.draft.mode, new Set(latest.current.shown));
        const change = changeTo(view, next, up.ids);
        if (change !== null) {
          setLifted({ id, ids: up.ids, change });
          const after = viewOf(now, change);
          announce(texts.movedTo(nameIn(after, up.ids), placeIn(after, up.ids)));
        }
      } else {
        return false;
      }
      // Escape would close the planner, space would scroll the list.
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
    [drop, changeTo, group],
  );

  const onBlur = useCallback(
    (id: string) => {
      const { lifted: up } = latest.current;
      if (up?.id === id) drop(up.ids, up.change);
    },
    [drop],
  );

  const moveTo = useCallback(
    (ids: readonly string[], next: (view: PlanView) => readonly string[]) => {
      const view = viewOf(latest.current.state);
      const change = changeTo(view, next(view), ids);
      if (change !== null) drop(ids, change);
    },
    [changeTo, drop],
  );

  const mover = useMemo(
    (): Mover => ({
      onKey,
      onBlur,
      group,
      send: (ids, to) => {
        moveTo(ids, (view) => destination(view, ids, to, new Set(latest.current.shown)));
      },
      put: (moved, target, side) => {
        const ids = group(moved);
        moveTo(ids, (view) => putBeside(view.sequence, ids, target, side));
      },
    }),
    [onKey, onBlur, group, moveTo],
  );

  return { liftedIds: current?.ids ?? none, tentative: current?.change ?? noChange, mover };
}

const none: readonly string[] = [];

function destination(
  { sequence, draft }: PlanView,
  ids: readonly string[],
  to: Destination,
  shown: ReadonlySet<string>,
): readonly string[] {
  switch (to) {
    case 'up':
      return step(sequence, ids, -1, draft.mode, shown);
    case 'down':
      return step(sequence, ids, 1, draft.mode, shown);
    case 'top': {
      const moved = new Set(ids);
      return [...sequence.filter((id) => moved.has(id)), ...sequence.filter((id) => !moved.has(id))];
    }
    case 'aboveLine':
      return putBeside(sequence, ids, lineId, 'before');
    case 'belowLine':
      return putBeside(sequence, ids, lineId, 'after');
    case 'backlog':
      return putBeside(sequence, ids, backlogId, 'after');
  }
}

function nameIn(view: PlanView, ids: readonly string[]): string {
  const [id] = ids;
  if (ids.length > 1) return texts.issueCount(ids.length);
  if (id === lineId) return texts.theLine;
  return [...view.items, ...view.backlog].find(({ issueId }) => issueId === id)?.key ?? '';
}

/** Where the first of them stands on the page: with an automatic line that may be another side of it than the step suggests. */
function placeIn({ sequence, items, outcome }: PlanView, ids: readonly string[]): string {
  const moved = new Set(ids);
  const first = sequence.find((id) => moved.has(id));
  if (first === lineId) return texts.placeOfLine(outcome.count, items.length);
  const place = items.findIndex(({ issueId }) => issueId === first);
  if (place < 0) return texts.placeInBacklog;
  return texts.placeOfIssue(place + 1, items.length, place < outcome.count);
}
