import './cannot-open.css';

import Button from '@atlaskit/button/new';
import InformationIcon from '@atlaskit/icon/core/status-information';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { ReactElement } from 'react';

import type { ProblemAnswer } from '../../../../src/contract';
import { type NextStep, nextSteps } from './next-steps';
import { problemText, texts } from '../texts';

interface CannotOpenProps {
  problem: ProblemAnswer;
  /** Whether Jira said which board it is. */
  board: boolean;
  /** Whether there is something under the planner to go back to. */
  closable: boolean;
  onStep: (step: NextStep) => void;
  /** Plans on another board, where the problem names some. */
  onBoard?: (boardId: number) => void;
}

/** Why the planner did not open, and what to do about it: a screen for each kind of problem. */
export function CannotOpen({ problem, board, closable, onStep, onBoard }: CannotOpenProps): ReactElement {
  const titles: Readonly<Record<string, string>> = texts.states.titles;
  const steps = nextSteps(problem.code, board, problem.boards !== undefined).filter(
    (step) => closable || step !== 'backToJira',
  );
  const passes = steps[0] === 'retry';
  const boards = onBoard === undefined ? [] : (problem.boards ?? []);
  return (
    <main className="cannot-open" data-testid="cannot-open" data-code={problem.code}>
      <span className="cannot-open-sign" data-waits={passes}>
        {passes ? (
          <WarningIcon label="" color="var(--ds-icon-warning)" />
        ) : (
          <InformationIcon label="" color="var(--ds-icon-information)" />
        )}
      </span>
      <h1>{titles[problem.code] ?? texts.cannotOpen}</h1>
      <p role="alert">{problemText(problem)}</p>
      <div className="cannot-open-steps">
        {boards.map(({ id, name }) => (
          <Button
            key={id}
            appearance="primary"
            onClick={() => {
              onBoard?.(id);
            }}
          >
            {texts.states.planOn(name)}
          </Button>
        ))}
        {steps.map((step, index) => (
          <Button
            key={step}
            appearance={index === 0 && boards.length === 0 ? 'primary' : 'default'}
            onClick={() => {
              onStep(step);
            }}
          >
            {texts.states.steps[step]}
          </Button>
        ))}
      </div>
    </main>
  );
}
