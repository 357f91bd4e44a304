import type { ReactElement, ReactNode } from 'react';

import type { Planner } from '../../../../src/contract';
import { useNumbers } from '../numbers/numbers';
import { Choice } from '../settings/choice';
import { TypedField } from '../settings/typed-field';
import { texts } from '../texts';
import type { SetupForm, SetupProblem, Suggestion } from './setup';

interface FirstRunStepsProps {
  form: SetupForm;
  /** null when Jira could not be asked. */
  suggestion: Suggestion | null;
  workingTime: Planner['timeTracking'];
  problems: ReadonlySet<SetupProblem>;
  disabled: boolean;
  onChange: (part: Partial<SetupForm>) => void;
}

/** What there is to decide, with what Jira says about it. */
export function FirstRunSteps(props: FirstRunStepsProps): ReactElement {
  const { form, suggestion, workingTime, problems, disabled, onChange } = props;
  const numbers = useNumbers();
  const day = texts.firstRun.hours(numbers.plain(workingTime.hoursPerDay));
  const week = numbers.plain(workingTime.daysPerWeek);
  const sprintDays = suggestion?.sprintDays ?? null;
  const field = suggestion?.confidenceField ?? null;
  return (
    <ol className="first-run-steps">
      <Step title={texts.firstRun.sprint}>
        <p>
          {sprintDays === null ? texts.firstRun.noDates(day, week) : texts.firstRun.sprintOf(sprintDays, day, week)}
        </p>
      </Step>
      <Step title={texts.firstRun.capacity}>
        <TypedField
          label={texts.firstRun.capacityField}
          unit="h"
          value={form.capacity}
          problem={problems.has('capacity') ? texts.badCapacity : null}
          disabled={disabled}
          testId="first-run-capacity"
          onChange={(capacity) => {
            onChange({ capacity });
          }}
        />
        {suggestion === null ? null : (
          <p className="subtle small">
            <WhereFrom capacity={suggestion.capacity} />
          </p>
        )}
      </Step>
      <Step title={texts.firstRun.confidence}>
        <div className="first-run-percents">
          <TypedField
            label={texts.firstRun.defaultConfidence}
            unit="%"
            value={form.confidence}
            problem={problems.has('confidence') ? texts.badConfidence : null}
            disabled={disabled}
            testId="first-run-confidence"
            onChange={(confidence) => {
              onChange({ confidence });
            }}
          />
          <TypedField
            label={texts.firstRun.desired}
            unit="%"
            value={form.desired}
            problem={problems.has('desired') ? texts.settings.badDesired : null}
            disabled={disabled}
            testId="first-run-desired"
            onChange={(desired) => {
              onChange({ desired });
            }}
          />
        </div>
        {field === null ? null : (
          <Choice
            legend={texts.firstRun.kept}
            value={form.kept}
            disabled={disabled}
            testId="first-run-kept"
            options={[
              { value: 'field', label: texts.firstRun.fromField(field.name), hint: texts.firstRun.fieldHint },
              { value: 'planprism', label: texts.firstRun.ownStorage },
            ]}
            onChoose={(kept) => {
              onChange({ kept });
            }}
          />
        )}
      </Step>
    </ol>
  );
}

function Step({ title, children }: { title: string; children: ReactNode }): ReactElement {
  return (
    <li>
      <div className="first-run-step">
        <h2>{title}</h2>
        {children}
      </div>
    </li>
  );
}

/** What the hours are the mean of. */
function WhereFrom({ capacity }: Pick<Suggestion, 'capacity'>): ReactElement {
  const numbers = useNumbers();
  if (capacity === null) return <>{texts.firstRun.noSprints}</>;
  const { from, sprints } = capacity;
  const listed = sprints.map(({ name, hours }) => texts.firstRun.sprintHours(name, numbers.capacity(hours)));
  return <>{texts.firstRun[from](listed.join(', '), sprints.length)}</>;
}
