import { useCallback, useEffect, useState } from 'react';

import type { MirrorRun, ProblemAnswer } from '../../../../src/contract';
import { call } from '../bridge';

/** How often a run is looked at while it lasts. */
const betweenLooks = 2_000;

export interface MirrorState {
  readonly run: MirrorRun | null;
  readonly problem: ProblemAnswer | null;
  /** Somebody asked for a run, and it is not known yet whether there is one. */
  readonly starting: boolean;
  start(): void;
}

/**
 * The run that writes confidences to Jira, followed while it lasts.
 *
 * @param first as it was when the page was opened
 */
export function useMirror(first: MirrorRun | null): MirrorState {
  const [run, setRun] = useState(first);
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const [starting, setStarting] = useState(false);
  const [looks, setLooks] = useState(0);
  const running = run?.state === 'running';

  useEffect(() => {
    if (!running) return undefined;
    let current = true;
    const timer = setTimeout(() => {
      void call('readMirror', {}).then((answer) => {
        if (!current) return;
        // Not read is not worth a word: the run goes on without being looked at.
        if ('value' in answer && answer.value !== null) setRun(answer.value);
        setLooks(looks + 1);
      });
    }, betweenLooks);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [running, looks]);

  const start = useCallback(() => {
    setProblem(null);
    setStarting(true);
    void call('startMirror', {}).then((answer) => {
      setStarting(false);
      if ('value' in answer) setRun(answer.value);
      else setProblem(answer.problem);
    });
  }, []);
  return { run, problem, starting, start };
}
