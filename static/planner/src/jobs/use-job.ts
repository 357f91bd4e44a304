import { useCallback, useEffect, useState } from 'react';

import type { Answer, ProblemAnswer } from '../../../../src/contract';

/** How often a run is looked at while it lasts. */
const betweenLooks = 2_000;

export interface JobState<Run> {
  readonly run: Run | null;
  readonly problem: ProblemAnswer | null;
  /** Something was asked of it, and is not answered yet. */
  readonly busy: boolean;
  /** Starts or stops it. Answered null, it stays as it was. */
  act(ask: () => Promise<Answer<Run | null>>): void;
}

/**
 * A run of a job on the server, followed while it lasts.
 *
 * @param first as it was when the page was opened
 * @param read how far it is now; the same function each time
 */
export function useJob<Run extends { readonly state: string }>(
  first: Run | null,
  read: () => Promise<Answer<Run | null>>,
): JobState<Run> {
  const [run, setRun] = useState(first);
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const [busy, setBusy] = useState(false);
  const [looks, setLooks] = useState(0);
  const running = run?.state === 'running';

  useEffect(() => {
    if (!running) return undefined;
    let current = true;
    const timer = setTimeout(() => {
      void read().then((answer) => {
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
  }, [running, looks, read]);

  const act = useCallback((ask: () => Promise<Answer<Run | null>>) => {
    setProblem(null);
    setBusy(true);
    void ask().then((answer) => {
      setBusy(false);
      if ('problem' in answer) setProblem(answer.problem);
      else if (answer.value !== null) setRun(answer.value);
    });
  }, []);
  return { run, problem, busy, act };
}
