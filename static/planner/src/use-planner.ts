import { useEffect, useReducer, useRef } from 'react';

import type { Planner } from '../../../src/contract';
import { call, whenClosing } from './bridge';
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

/**
 * Gathers one drag of the slider, or a few quick moves, into one save: each costs a reading of the sprint out of a budget
 * that all customers share. Whoever turns away does not wait for it.
 */
const quietMilliseconds = 1000;

/**
 * The page's state, saving by itself: whatever changed is sent when it has been quiet for a moment, or when the person
 * leaves the page, one call at a time.
 */
export function usePlanner(
  planner: Planner,
  changedIssues: readonly string[],
): [PlannerState, (event: PlannerEvent) => void] {
  const [state, dispatch] = useReducer(plannerReducer, { planner, changedIssues }, startState);
  const sendNow = useRef<() => void>(() => undefined);

  useEffect(() => {
    const flight = nextFlight(state);
    let waiting = flight !== null;
    const start = (): void => {
      if (flight === null || !waiting) return;
      waiting = false;
      dispatch({ type: 'sent', flight });
      void send(flight, state).then(dispatch);
    };
    sendNow.current = start;
    // An edit of one issue is a decision, not a drag.
    const timer = setTimeout(start, flight?.kind === 'edit' ? 0 : quietMilliseconds);
    return () => {
      waiting = false;
      clearTimeout(timer);
    };
  }, [state]);

  useEffect(() => {
    const leave = (): void => {
      sendNow.current();
    };
    // A click on Jira's own close button takes the focus away before Jira takes the page away.
    window.addEventListener('blur', leave);
    window.addEventListener('pagehide', leave);
    void whenClosing(leave);
    return () => {
      window.removeEventListener('blur', leave);
      window.removeEventListener('pagehide', leave);
    };
  }, []);

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
      : { type: 'conflicted', current: problem.current };
  }
  const { edit } = flight;
  const { issueId } = edit;
  const item = state.stored.items.find((stored) => stored.issueId === issueId);
  if (edit.field === 'confidence') {
    const seen = item?.confidenceSource === 'set' ? item.confidence : null;
    const answer = await call('setConfidence', { issueId, confidence: edit.value, seen });
    if ('problem' in answer) return { type: 'failed', problem: answer.problem };
    return { type: 'editSaved', issueId, saved: { confidence: answer.value.confidence } };
  }
  const seen = item?.hoursSource === 'set' ? item.hours : null;
  const answer = await call('setEstimate', { issueId, hours: edit.value, seen });
  if ('problem' in answer) return { type: 'failed', problem: answer.problem };
  const { hours, remainingHours } = answer.value;
  return { type: 'editSaved', issueId, saved: { hours, remainingHours } };
}
