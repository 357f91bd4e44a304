import { useCallback, useState } from 'react';

import type { Answer, ApplyReport, ProblemAnswer } from '../../../../src/contract';
import { nothingDone, type RunEnd, runToTheEnd } from './apply-run';

/** What is being done to Jira, or was: `busy` while a call is under way. */
export interface ApplyRun {
  readonly act: 'apply' | 'undo';
  readonly report: ApplyReport;
  readonly busy: boolean;
  readonly problem: ProblemAnswer | null;
}

/** One run at a time, and what it has done so far, to be shown while it goes on. */
export function useApplyRun(): {
  run: ApplyRun | null;
  start: (
    act: ApplyRun['act'],
    send: (done: readonly string[]) => Promise<Answer<ApplyReport>>,
    from?: ApplyReport,
  ) => Promise<RunEnd>;
} {
  const [run, setRun] = useState<ApplyRun | null>(null);
  const start = useCallback(
    async (
      act: ApplyRun['act'],
      send: (done: readonly string[]) => Promise<Answer<ApplyReport>>,
      from: ApplyReport = nothingDone,
    ) => {
      setRun({ act, report: from, busy: true, problem: null });
      const end = await runToTheEnd(send, from, (report) => {
        setRun({ act, report, busy: true, problem: null });
      });
      setRun({ act, ...end, busy: false });
      return end;
    },
    [],
  );
  return { run, start };
}
