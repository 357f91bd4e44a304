import { useCallback, useEffect, useReducer, useRef, useState } from 'react';

import type { Planner, PlannerItem } from '../../../../src/contract';
import { call, whenClosing } from '../bridge';
import { useLeaving } from '../leaving';
import { issueById } from './on-screen';
import { savePayload } from './plan-draft';
import { openPlanReader, type PlanReader } from './plan-reader';
import {
  type Flight,
  type IssueEdit,
  isUnsaved,
  nextFlight,
  type PlannerEvent,
  plannerReducer,
  type PlannerState,
  type SettingsChange,
  startState,
} from './planner-state';

/**
 * Gathers one drag of the slider, or a few quick moves, into one save: each costs a reading of the sprint out of a budget
 * that all customers share. Whoever turns away does not wait for it.
 */
const quietMilliseconds = 1000;

/** What the page knows and does, and reading all of it anew when something has changed elsewhere. */
export interface PlannerPageState {
  state: PlannerState;
  dispatch: (event: PlannerEvent) => void;
  /** Reads the plan anew as soon as nothing is being saved. */
  refresh: () => void;
}

/**
 * The page's state, saving by itself: whatever changed is sent when it has been quiet for a moment, or when the person
 * leaves the page, one call at a time.
 */
export function usePlanner(planner: Planner, changedIssues: readonly string[]): PlannerPageState {
  const [state, dispatch] = useReducer(plannerReducer, { planner, changedIssues }, startState);
  const [wanted, setWanted] = useState(0);
  const reader = useRef<PlanReader>();
  const sendNow = useRef<() => void>(() => undefined);
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  });
  const refresh = useCallback(() => {
    setWanted((count) => count + 1);
  }, []);

  useEffect(() => {
    const flight = nextFlight(state);
    let waiting = flight !== null;
    const start = (): void => {
      if (flight === null || !waiting) return;
      waiting = false;
      dispatch({ type: 'sent', flight });
      void send(flight, state).then((event) => {
        dispatch(event);
        // Theirs is shown, and what is tried again is laid over theirs.
        if (event.type === 'failed' && event.problem.code === 'settings.conflict') refresh();
      });
    };
    sendNow.current = start;
    // An edit of one issue or a setting is a decision, not a drag.
    const timer = setTimeout(start, flight !== null && flight.kind !== 'plan' ? 0 : quietMilliseconds);
    return () => {
      waiting = false;
      clearTimeout(timer);
    };
  }, [state, refresh]);

  useEffect(() => {
    const opened = openPlanReader(
      {
        state: () => latest.current,
        read: (asked) => call('openPlanner', asked),
        onRead: (newer, saves) => {
          dispatch({ type: 'refreshed', planner: newer, saves });
        },
      },
      document.visibilityState === 'visible',
    );
    reader.current = opened;
    const show = (): void => {
      opened.show(document.visibilityState === 'visible');
    };
    document.addEventListener('visibilitychange', show);
    return () => {
      document.removeEventListener('visibilitychange', show);
      opened.close();
    };
  }, []);
  useEffect(() => {
    reader.current?.pageChanged();
  }, [state]);
  useEffect(() => {
    if (wanted > 0) reader.current?.refresh();
  }, [wanted]);
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

  const hurry = useCallback(() => {
    sendNow.current();
  }, []);
  const stuck = state.failures.length > 0 || state.kept !== null;
  useLeaving(stuck ? 'unsaved' : isUnsaved(state) ? 'saving' : 'saved', hurry);

  return { state, dispatch, refresh };
}

async function send(flight: Flight, state: PlannerState): Promise<PlannerEvent> {
  if (flight.kind === 'settings') return sendSettings(flight.settings, state.stored);
  if (flight.kind === 'edit') return sendEdit(flight.edit, issueById(state).get(flight.edit.issueId), state.stored);
  const answer = await call('savePlan', savePayload(state.stored, flight.change, state.changedIssues));
  if ('value' in answer) return { type: 'planSaved', planner: answer.value };
  const { problem } = answer;
  return problem.current === undefined ? { type: 'failed', problem } : { type: 'conflicted', current: problem.current };
}

async function sendSettings(
  { subtasks, steps }: SettingsChange,
  { board, settings: { revision } }: Planner,
): Promise<PlannerEvent> {
  const answer = await call('saveBoardSettings', {
    boardId: board.id,
    revision,
    ...(subtasks === undefined ? {} : { subtasks }),
    ...(steps === undefined ? {} : { steps }),
  });
  return 'value' in answer
    ? { type: 'settingsSaved', settings: answer.value }
    : { type: 'failed', problem: answer.problem };
}

/** @param item as it is stored: what the person saw when they changed it */
async function sendEdit(
  edit: IssueEdit,
  item: PlannerItem | undefined,
  { board }: Pick<Planner, 'board'>,
): Promise<PlannerEvent> {
  const { issueId } = edit;
  switch (edit.field) {
    case 'confidence': {
      const seen = item === undefined || item.confidenceSource === 'default' ? null : item.confidence;
      const answer = await call('setConfidence', { issueId, confidence: edit.value, seen, boardId: board.id });
      if ('problem' in answer) return { type: 'failed', problem: answer.problem };
      return { type: 'editSaved', issueId, saved: { confidence: answer.value.confidence } };
    }
    case 'hours': {
      const seen = item?.hoursSource === 'set' ? item.hours : null;
      const answer = await call('setEstimate', { issueId, hours: edit.value, seen });
      if ('problem' in answer) return { type: 'failed', problem: answer.problem };
      const { hours, remainingHours } = answer.value;
      return { type: 'editSaved', issueId, saved: { hours, remainingHours } };
    }
    case 'status': {
      const { transitionId } = edit;
      const asked = { issueId, statusId: edit.value.id, ...(transitionId === undefined ? {} : { transitionId }) };
      const answer = await call('changeStatus', asked);
      if ('problem' in answer) return { type: 'failed', problem: answer.problem };
      return { type: 'editSaved', issueId, saved: { status: answer.value.status } };
    }
  }
}
