import { useCallback, useEffect, useState } from 'react';

import type { ProblemAnswer } from '../../../../src/contract';
import { call } from '../bridge';
import type { OpenedHistory } from './opened-history';

type State =
  | { readonly step: 'opening' }
  | { readonly step: 'failed'; readonly problem: ProblemAnswer }
  | { readonly step: 'open'; readonly history: OpenedHistory };

/**
 * Reads what a board has learnt. What is open stays until it is read anew.
 *
 * @param boardId null: the first board of the project
 */
export function useHistory(boardId: number | null): { readonly state: State; readonly again: () => void } {
  const [state, setState] = useState<State>({ step: 'opening' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let current = true;
    void call('openHistory', boardId === null ? {} : { boardId }).then((answer) => {
      if (!current) return;
      setState(
        'value' in answer ? { step: 'open', history: answer.value } : { step: 'failed', problem: answer.problem },
      );
    });
    return () => {
      current = false;
    };
  }, [boardId, attempt]);
  const again = useCallback(() => {
    setState((now) => (now.step === 'open' ? now : { step: 'opening' }));
    setAttempt((count) => count + 1);
  }, []);
  return { state, again };
}
