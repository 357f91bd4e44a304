import { useEffect, useReducer } from 'react';

import type { Planner } from '../../../src/contract';
import { call } from './bridge';
import { savePayload } from './plan-draft';
import {
  type Flight,
  isUnsaved,
  nextFlight,
  type PlannerEvent,
  plannerReducer,
  type PlannerState,
  startState,
} from './planner-state';

/** Long enough to gather one drag of the slider into one save, short enough to be saved before anybody looks. */
const quietMilliseconds = 350;

/**
 * The page's state, saving by itself: whatever changed is sent when it has been quiet for a moment, one call at a time.
 *
 * @param paused true while something is lifted: what may still be cancelled is not saved
 */
export function usePlanner(planner: Planner, paused: boolean): [PlannerState, (event: PlannerEvent) => void] {
  const [state, dispatch] = useReducer(plannerReducer, planner, startState);

  useEffect(() => {
    const flight = paused ? null : nextFlight(state);
    if (flight === null) return undefined;
    const timer = setTimeout(() => {
      dispatch({ type: 'sent', flight });
      void send(flight, state).then(dispatch);
    }, quietMilliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [state, paused]);

  const unsaved = isUnsaved(state);
  useEffect(() => {
    if (!unsaved) return undefined;
    const warn = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
    };
  }, [unsaved]);

  return [state, dispatch];
}

async function send(flight: Flight, state: PlannerState): Promise<PlannerEvent> {
  if (flight.kind === 'plan') {
    const answer = await call('savePlan', savePayload(state.stored, flight.change, state.changedIssues));
    if ('value' in answer) return { type: 'planSaved', planner: answer.value };
    const { problem } = answer;
    return problem.current === undefined
      ? { type: 'failed', problem }
      : { type: 'conflicted', current: problem.current, message: problem.message };
  }
  const { edit } = flight;
  if (edit.field === 'confidence') {
    const answer = await call('setConfidence', { issueId: edit.issueId, confidence: edit.value });
    if ('problem' in answer) return { type: 'failed', problem: answer.problem };
    return { type: 'editSaved', issueId: edit.issueId, saved: { confidence: answer.value.confidence } };
  }
  const answer = await call('setEstimate', { issueId: edit.issueId, hours: edit.value });
  if ('problem' in answer) return { type: 'failed', problem: answer.problem };
  return {
    type: 'editSaved',
    issueId: edit.issueId,
    saved: { hours: answer.value.hours, remainingHours: answer.value.remainingHours },
  };
}
