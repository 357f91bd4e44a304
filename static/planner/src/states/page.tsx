import './page.css';

import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import type { ReactElement, ReactNode } from 'react';

import type { ProblemAnswer } from '../../../../src/contract';
import { problemText, texts } from '../texts';
import { nextSteps } from './next-steps';

/** What the pages beside the planner share: how they begin, and what stands in their place until they can. */

/** @param props.said to who cannot see that it turns */
export function PageWaiting({ said }: { said: string }): ReactElement {
  return (
    <main className="page page-waiting" aria-busy="true">
      <Spinner size="large" label={said} />
    </main>
  );
}

interface PageFailedProps {
  title: string;
  problem: ProblemAnswer;
  testId: string;
  onAgain: () => void;
}

/** What may pass by itself is a failure; the rest, a board without sprints say, is how things are. */
export function PageFailed({ title, problem, testId, onAgain }: PageFailedProps): ReactElement {
  const steps = nextSteps(problem.code, false, problem.boards !== undefined);
  return (
    <main className="page" data-testid={testId}>
      <SectionMessage
        appearance={steps[0] === 'retry' ? 'error' : 'information'}
        title={title}
        actions={
          steps.includes('retry')
            ? [
                <SectionMessageAction key="again" onClick={onAgain}>
                  {texts.tryAgain}
                </SectionMessageAction>,
              ]
            : []
        }
      >
        <p role="alert">{problemText(problem)}</p>
      </SectionMessage>
    </main>
  );
}

interface PageHeadProps {
  title: string;
  intro: string;
  /** What can be done with the whole page. */
  children?: ReactNode;
}

export function PageHead({ title, intro, children }: PageHeadProps): ReactElement {
  return (
    <div className="page-head">
      <div>
        <h1>{title}</h1>
        <p className="subtle small">{intro}</p>
      </div>
      {children}
    </div>
  );
}
