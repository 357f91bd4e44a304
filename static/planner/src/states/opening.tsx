import './opening.css';

import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';

import type { OpeningStage } from './opening-stage';
import { texts } from '../texts';

interface OpeningProps {
  stage: OpeningStage;
  onRetry: () => void;
}

/** The planner's outline while it is read, and, when that takes long, a word about it. */
export function Opening({ stage, onRetry }: OpeningProps): ReactElement {
  return (
    <main className="planner">
      {/* Beside what is busy, not in it: screen readers say nothing of a region that is. */}
      <div role="status">
        {stage === 'opening' ? <span className="opening-said">{texts.opening}</span> : null}
        {stage === 'slow' || stage === 'verySlow' ? (
          <div className="opening-message">
            <h1>{texts.states.slow}</h1>
            {stage === 'verySlow' ? (
              <>
                <p>{texts.states.verySlow}</p>
                <Button onClick={onRetry}>{texts.tryAgain}</Button>
              </>
            ) : null}
          </div>
        ) : null}
      </div>
      <div className="opening-busy" aria-busy="true">
        {stage === 'quiet' ? null : <Outline />}
      </div>
    </main>
  );
}

/** About as many as fit. */
const rows = Array.from({ length: 14 }, (_, index) => index);

function Outline(): ReactElement {
  return (
    <div className="opening-outline" aria-hidden="true">
      <span className="opening-title" />
      <span className="opening-prism" />
      {rows.map((row) => (
        <div className="opening-row" key={row}>
          <span />
          <span />
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}
