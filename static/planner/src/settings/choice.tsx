import './fields.css';

import { Radio } from '@atlaskit/radio';
import { type ReactElement, type ReactNode, useId } from 'react';

interface ChoiceProps<Value extends string> {
  legend: string;
  hint?: string;
  value: Value;
  options: readonly {
    value: Value;
    label: string;
    hint?: string;
    disabled?: boolean;
    /** Stands under the option while it is chosen. */
    field?: ReactNode;
  }[];
  disabled: boolean;
  testId: string;
  onChoose: (value: Value) => void;
}

/** One of a few, each with a word about what it means. */
export function Choice<Value extends string>(props: ChoiceProps<Value>): ReactElement {
  const { legend, hint, value, options, disabled, testId, onChoose } = props;
  const name = useId();
  return (
    <fieldset className="setting">
      <legend>{legend}</legend>
      {hint === undefined ? null : <p className="setting-hint">{hint}</p>}
      {options.map((option) => {
        const hintId = `${name}-${option.value}`;
        const chosen = option.value === value;
        return (
          <div key={option.value} className="choice">
            <Radio
              name={name}
              value={option.value}
              label={option.label}
              isChecked={chosen}
              isDisabled={disabled || option.disabled === true}
              aria-describedby={option.hint === undefined ? undefined : hintId}
              testId={`${testId}-${option.value}`}
              onChange={() => {
                onChoose(option.value);
              }}
            />
            {option.hint === undefined ? null : (
              <p id={hintId} className="setting-hint choice-more">
                {option.hint}
              </p>
            )}
            {chosen && option.field !== undefined ? <div className="choice-more">{option.field}</div> : null}
          </div>
        );
      })}
    </fieldset>
  );
}
