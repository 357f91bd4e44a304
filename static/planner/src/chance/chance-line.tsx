import './chance-line.css';

import type { ReactElement, ReactNode } from 'react';

import { useNumbers } from '../numbers/numbers';
import { texts } from '../texts';

interface ChanceLineProps {
  /** The chance as it is written. */
  said: string;
  /** So many finished issues it has learnt from. */
  finished: number;
  /** There will be more in a moment. */
  learning: boolean;
  onWhy: () => void;
  /** Whether it is enough, where it is what the line follows. */
  children: ReactNode;
}

/** The second number, beside the ratio: by its own name, and what it comes from. */
export function ChanceLine({ said, finished, learning, onWhy, children }: ChanceLineProps): ReactElement {
  const numbers = useNumbers();
  return (
    <div className="chance-line">
      <div>
        <button type="button" className="big ratio" data-testid="chance" title={texts.chance.why} onClick={onWhy}>
          {said}
        </button>{' '}
        <span className="subtle small">{texts.sureName.chance}</span>
      </div>
      <div className="small">
        {children}
        <span className="subtle">
          {learning
            ? texts.chance.learning
            : finished === 0
              ? texts.chance.fromNothing
              : texts.chance.from(finished, numbers.plain(finished))}
        </span>
      </div>
      <button type="button" className="link small" onClick={onWhy}>
        {texts.chance.why}
      </button>
    </div>
  );
}
