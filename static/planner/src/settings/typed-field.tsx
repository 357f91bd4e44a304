import './fields.css';

import Textfield from '@atlaskit/textfield';
import { type ReactElement, useId } from 'react';

interface TypedFieldProps {
  label: string;
  /** The label is read out only: what stands around says it to the eye. */
  hiddenLabel?: boolean;
  /** Behind the field. */
  unit: string;
  value: string;
  problem: string | null;
  disabled: boolean;
  testId: string;
  onChange: (value: string) => void;
}

/** A short field for a number; what is wrong with it is said below. */
export function TypedField(props: TypedFieldProps): ReactElement {
  const { label, hiddenLabel = false, unit, value, problem, disabled, testId, onChange } = props;
  const id = useId();
  const problemId = `${id}-problem`;
  return (
    <div className="typed-field">
      {hiddenLabel ? null : <label htmlFor={id}>{label}</label>}
      <span className="typed-field-value">
        <Textfield
          id={id}
          isCompact
          width={96}
          aria-label={hiddenLabel ? label : undefined}
          aria-describedby={problem === null ? undefined : problemId}
          isInvalid={problem !== null}
          isDisabled={disabled}
          autoComplete="off"
          value={value}
          testId={testId}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
        <span aria-hidden="true">{unit}</span>
      </span>
      {problem === null ? null : (
        <p id={problemId} className="typed-field-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
