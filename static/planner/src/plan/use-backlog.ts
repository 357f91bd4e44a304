import { useCallback, useEffect, useRef, useState } from 'react';

import type { ProblemAnswer, Value } from '../../../../src/contract';
import { call } from '../bridge';
import { isStale, type PlannerState } from './planner-state';

/** What others do to the backlog is worth reading it anew (a point for each issue), but not each time. */
const between = 30_000;

export interface BacklogReader {
  problem: ProblemAnswer | null;
  readAgain: () => void;
  /** Somebody else has changed something: reads again, now or when the last reading is half a minute ago. */
  readSoon: () => void;
}

/**
 * Reads the board's backlog once the planner is open, and again when asked.
 *
 * @param wanted a plan that is over pulls nothing in
 * @param onRead never changes
 */
export function useBacklog(
  state: PlannerState,
  wanted: boolean,
  onRead: (backlog: Value<'openBacklog'>) => void,
): BacklogReader {
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  });
  const [asked, setAsked] = useState(0);
  const lastRead = useRef(0);
  const soon = useRef<ReturnType<typeof setTimeout>>();

  const readAgain = useCallback(() => {
    setAsked((count) => count + 1);
  }, []);
  const readSoon = useCallback(() => {
    soon.current ??= setTimeout(readAgain, Math.max(0, lastRead.current + between - performance.now()));
  }, [readAgain]);

  useEffect(() => {
    if (!wanted) return undefined;
    let current = true;
    lastRead.current = performance.now();
    setProblem(null);
    const { stored, changedIssues, saves } = latest.current;
    void call('openBacklog', { boardId: stored.board.id, changedIssues: changedIssues.slice(-50) }).then((answer) => {
      if (!current) return;
      if ('problem' in answer) setProblem(answer.problem);
      else if (isStale(latest.current, saves)) readAgain();
      else onRead(answer.value);
    });
    return () => {
      current = false;
      clearTimeout(soon.current);
      soon.current = undefined;
    };
  }, [wanted, asked, onRead, readAgain]);
  return { problem, readAgain, readSoon };
}
