import { useCallback, useEffect, useRef, useState } from 'react';

import type { ProblemAnswer, Value } from '../../../../src/contract';
import { backlogStep, mostBacklogIssues } from '../../../../src/estimation/bounds';
import { call } from '../bridge';
import { isStale, type PlannerState } from './planner-state';

/** What others do to the backlog is worth reading it anew (a point for each issue), but not each time: so long a thousand. */
const between = 30_000;

export interface BacklogReader {
  problem: ProblemAnswer | null;
  readAgain: () => void;
  /** Somebody else has changed something: reads again, now or when the last reading is half a minute ago. */
  readSoon: () => void;
  /** Reads a thousand more; null where there is no more, or too much. */
  readMore: (() => void) | null;
  /** More is being read. */
  readingOn: boolean;
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
  const [most, setMost] = useState(backlogStep);
  const [read, setRead] = useState(backlogStep);
  const lastRead = useRef(0);
  const soon = useRef<ReturnType<typeof setTimeout>>();

  const readAgain = useCallback(() => {
    setAsked((count) => count + 1);
  }, []);
  const readSoon = useCallback(() => {
    const wait = (between * read) / backlogStep;
    soon.current ??= setTimeout(readAgain, Math.max(0, lastRead.current + wait - performance.now()));
  }, [readAgain, read]);

  useEffect(() => {
    if (!wanted) return undefined;
    let current = true;
    lastRead.current = performance.now();
    setProblem(null);
    const { stored, changedIssues, saves } = latest.current;
    const payload = { boardId: stored.board.id, changedIssues: changedIssues.slice(-50), most };
    void call('openBacklog', payload).then((answer) => {
      if (!current) return;
      if ('problem' in answer) {
        setProblem(answer.problem);
      } else if (isStale(latest.current, saves)) {
        readAgain();
      } else {
        setRead(most);
        onRead(answer.value);
      }
    });
    return () => {
      current = false;
      clearTimeout(soon.current);
      soon.current = undefined;
    };
  }, [wanted, asked, most, onRead, readAgain]);
  const readMore = useCallback(() => {
    setMost((before) => Math.min(mostBacklogIssues, before + backlogStep));
  }, []);
  return {
    problem,
    readAgain,
    readSoon,
    readMore: state.backlog?.more === true && read < mostBacklogIssues ? readMore : null,
    readingOn: most > read && problem === null,
  };
}
