import { useCallback, useEffect, useRef } from 'react';

import { call } from '../bridge';
import { useJob } from '../jobs/use-job';

interface FirstLearning {
  /** It is under way. */
  readonly learning: boolean;
  start(): void;
}

/**
 * Learns the board's closed sprints while the person plans.
 *
 * @param onLearnt there is more to rest on than the page has. The same function each time
 * @param onFailed it could not be started, or did not come to its end. The same function each time
 */
export function useFirstLearning(boardId: number, onLearnt: () => void, onFailed: () => void): FirstLearning {
  const read = useCallback(() => call('readLearning', { boardId }), [boardId]);
  const { run, problem, act } = useJob(null, read);
  const learning = run?.state === 'running';
  const failed = problem !== null || run?.state === 'failed';
  const was = useRef(learning);
  useEffect(() => {
    if (was.current && !learning) onLearnt();
    was.current = learning;
  }, [learning, onLearnt]);
  useEffect(() => {
    if (failed) onFailed();
  }, [failed, onFailed]);
  return {
    learning,
    start: useCallback(() => {
      act(() => call('startLearning', { boardId }));
    }, [act, boardId]),
  };
}
