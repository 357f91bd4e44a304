import { useState } from 'react';

import type { ProblemAnswer } from '../../../../src/contract';

/** Saving from a dialog: under way, or why it did not work. */
export interface DialogSaving {
  readonly busy: boolean;
  readonly problem: ProblemAnswer | null;
  /** Waits for what was sent. One at a time: while it is under way nothing else is. */
  run(saving: Promise<ProblemAnswer | null>): void;
}

/** @param onSaved it went well: the dialog has nothing more to say */
export function useSaving(onSaved: () => void): DialogSaving {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  return {
    busy,
    problem,
    run: (saving) => {
      setBusy(true);
      setProblem(null);
      void saving.then((failed) => {
        setBusy(false);
        if (failed === null) onSaved();
        else setProblem(failed);
      });
    },
  };
}
