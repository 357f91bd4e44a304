import type { ReactElement } from 'react';

import { Opening } from './opening';
import { useOpeningStage } from './use-opening-stage';

/** What is shown while something is asked for, by how long that takes; each attempt wants a key of its own. */
export function Waiting({ onRetry }: { onRetry: () => void }): ReactElement {
  const stage = useOpeningStage();
  return <Opening stage={stage} onRetry={onRetry} />;
}
