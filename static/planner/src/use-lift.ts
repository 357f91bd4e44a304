import { announce } from '@atlaskit/pragmatic-drag-and-drop-live-region';
import { type KeyboardEvent, useCallback, useRef } from 'react';

import { changeToSequence, lineId, type PlanChange, step } from './plan-draft';
import type { PlanView } from './plan-view';
import type { PlannerEvent } from './planner-state';
import { texts } from './texts';

/** Moving with the keyboard: space lifts what has the focus, arrows move it, space drops it, escape puts it back. */
export interface Lift {
  liftedId: string | null;
  onHandleKey: (id: string, event: KeyboardEvent) => void;
  /** The focus has left the handle: what is lifted stays where it is. */
  onHandleBlur: (id: string) => void;
}

interface LiftInput {
  view: PlanView;
  sequence: readonly string[];
  /** The change that is not sent yet. */
  change: PlanChange;
  dispatch: (event: PlannerEvent) => void;
  liftedId: string | null;
  setLiftedId: (id: string | null) => void;
}

export function useLift({ view, sequence, change, dispatch, liftedId, setLiftedId }: LiftInput): Lift {
  const before = useRef<PlanChange>(change);

  const name = useCallback(
    (id: string): string =>
      id === lineId ? texts.theLine : (view.rows.find(({ item }) => item.issueId === id)?.item.key ?? ''),
    [view.rows],
  );
  const place = useCallback((id: string, inSequence: readonly string[]): string => {
    const linePlace = inSequence.indexOf(lineId);
    const issues = inSequence.length - 1;
    if (id === lineId) return texts.placeOfLine(linePlace, issues);
    const order = inSequence.filter((other) => other !== lineId);
    return texts.placeOfIssue(order.indexOf(id) + 1, issues, inSequence.indexOf(id) < linePlace);
  }, []);

  const drop = useCallback(
    (id: string) => {
      setLiftedId(null);
      announce(texts.dropped(name(id), place(id, sequence)));
    },
    [setLiftedId, name, place, sequence],
  );

  const onHandleKey = useCallback(
    (id: string, event: KeyboardEvent) => {
      const isLifted = liftedId === id;
      if (event.key === ' ' || event.key === 'Enter') {
        event.preventDefault();
        if (isLifted) {
          drop(id);
        } else {
          before.current = change;
          setLiftedId(id);
          announce(texts.lifted(name(id), place(id, sequence)));
        }
        return;
      }
      if (!isLifted) return;
      if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        dispatch({ type: 'changeReplaced', change: before.current });
        setLiftedId(null);
        announce(texts.cancelled(name(id)));
      } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
        event.preventDefault();
        const next = step(sequence, id, event.key === 'ArrowUp' ? -1 : 1, view.draft.mode);
        if (next.every((other, index) => other === sequence[index])) return;
        dispatch({ type: 'planChanged', change: changeToSequence(next, id, view.draft.mode) });
        announce(texts.movedTo(name(id), place(id, next)));
      }
    },
    [liftedId, change, dispatch, drop, name, place, sequence, setLiftedId, view.draft.mode],
  );

  const onHandleBlur = useCallback(
    (id: string) => {
      if (liftedId === id) drop(id);
    },
    [liftedId, drop],
  );

  return { liftedId, onHandleKey, onHandleBlur };
}
