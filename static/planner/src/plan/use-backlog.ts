import { useCallback, useEffect, useState } from 'react';

import type { ProblemAnswer, Value } from '../../../../src/contract';
import { call } from '../bridge';

/**
 * Reads the board's backlog once the planner is open, and again when asked.
 *
 * @param onRead never changes
 */
export function useBacklog(
  boardId: number,
  onRead: (backlog: Value<'openBacklog'>) => void,
): { problem: ProblemAnswer | null; readAgain: (changedIssues: readonly string[]) => void } {
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const readAgain = useCallback(
    (changedIssues: readonly string[]) => {
      setProblem(null);
      void call('openBacklog', { boardId, changedIssues: changedIssues.slice(-50) }).then((answer) => {
        if ('value' in answer) onRead(answer.value);
        else setProblem(answer.problem);
      });
    },
    [boardId, onRead],
  );
  useEffect(() => {
    readAgain([]);
  }, [readAgain]);
  return { problem, readAgain };
}
