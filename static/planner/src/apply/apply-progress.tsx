import type { ReactElement } from 'react';

import { doneCount } from './apply-run';
import { texts } from '../texts';
import type { ApplyRun } from './use-apply-run';

/**
 * One line about what is going on, for the eye and for a screen reader. Its place is always in the page: a live region that
 * arrives together with its text is not read out.
 */
export function ApplyProgress({ run, reading }: { run: ApplyRun | null; reading: boolean }): ReactElement {
  return (
    <p role="status" className="apply-progress">
      {run?.busy === true ? whatRuns(run) : reading ? texts.apply.reading : ''}
    </p>
  );
}

function whatRuns({ act, report }: ApplyRun): string {
  const done = doneCount(report);
  const what = act === 'apply' ? texts.apply.applying : texts.apply.undoing;
  return [what, ...(done === 0 ? [] : [texts.apply.progress(done, done + report.left)]), texts.apply.stayOpen].join(
    ' ',
  );
}
