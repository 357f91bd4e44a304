import './job-progress.css';

import ProgressBar from '@atlaskit/progress-bar';
import type { ReactElement } from 'react';

interface JobProgressProps {
  done: number;
  /** null while it is being counted. */
  total: number | null;
  /** How far it is, in words. */
  said: string;
}

/** How far a run on the server is. */
export function JobProgress({ done, total, said }: JobProgressProps): ReactElement {
  return (
    <div className="job-progress">
      <ProgressBar
        ariaLabel={said}
        isIndeterminate={total === null}
        value={total === null || total === 0 ? 0 : Math.min(1, done / total)}
      />
      <p className="subtle small">{said}</p>
    </div>
  );
}
