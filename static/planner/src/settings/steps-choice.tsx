import Button from '@atlaskit/button/new';
import { lazy, type ReactElement, Suspense, useState } from 'react';

import type { BoardSettings } from '../../../../src/contract';
import { surestFirst } from '../../../../src/estimation/confidence-steps';
import { stepsOf } from '../issue/confidence-steps';
import { useNumbers } from '../numbers/numbers';
import { texts } from '../texts';

const StepsDialog = lazy(() =>
  import('../issue/steps-dialog').then(({ StepsDialog: dialog }) => ({ default: dialog })),
);

type Steps = BoardSettings['steps'];

interface StepsChoiceProps {
  /** null: those that count without a choice. */
  steps: Steps;
  /** What counts without a choice; null is what PlanPrism brings. */
  inherited: Steps;
  /** Whose steps these are. */
  said: string;
  /** What it is called to give them up. */
  back: string;
  disabled: boolean;
  onChange: (steps: Steps) => void;
}

/** The words for confidence, and where they come from. */
export function StepsChoice({ steps, inherited, said, back, disabled, onChange }: StepsChoiceProps): ReactElement {
  const numbers = useNumbers();
  const [open, setOpen] = useState(false);
  const shown = steps ?? inherited;
  return (
    <div className="setting" role="group" aria-label={texts.settings.steps}>
      <h3>{texts.settings.steps}</h3>
      <p className="setting-hint">{said}</p>
      <ul className="setting-steps">
        {surestFirst(stepsOf(shown)).map(({ percent, name }) => (
          <li key={percent}>
            <strong>{numbers.percent(percent / 100)}</strong> {name}
          </li>
        ))}
      </ul>
      {disabled ? null : (
        <div className="setting-acts">
          <Button
            spacing="compact"
            testId="change-steps"
            onClick={() => {
              setOpen(true);
            }}
          >
            {texts.settings.changeSteps}
          </Button>
          {steps === null ? null : (
            <Button
              appearance="subtle"
              spacing="compact"
              onClick={() => {
                onChange(null);
              }}
            >
              {back}
            </Button>
          )}
        </div>
      )}
      <Suspense>
        {open ? (
          <StepsDialog
            steps={steps}
            inherited={inherited}
            back={back}
            onClose={() => {
              setOpen(false);
            }}
            onSave={onChange}
          />
        ) : null}
      </Suspense>
    </div>
  );
}
