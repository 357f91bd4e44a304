import { type ReactElement, useId } from 'react';

import { useNumbers } from '../numbers/numbers';
import { texts } from '../texts';

interface LearnLineProps {
  /** null: Jira could not be asked. */
  closedSprints: number | null;
  learns: boolean;
  disabled: boolean;
  onChange: (learns: boolean) => void;
}

/** Whether the closed sprints are to be learnt from, which needs nobody to wait. */
export function LearnLine({ closedSprints, learns, disabled, onChange }: LearnLineProps): ReactElement {
  const numbers = useNumbers();
  const hintId = useId();
  return (
    <div className="first-run-learn">
      <label>
        <input
          type="checkbox"
          checked={learns}
          disabled={disabled}
          aria-describedby={hintId}
          data-testid="first-run-learn"
          onChange={(event) => {
            onChange(event.currentTarget.checked);
          }}
        />
        {closedSprints === null
          ? texts.firstRun.learn
          : texts.firstRun.learnFrom(closedSprints, numbers.plain(closedSprints))}
      </label>
      <p id={hintId} className="subtle small">
        {texts.firstRun.learnHint}
      </p>
    </div>
  );
}
