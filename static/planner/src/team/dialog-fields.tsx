import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { type ReactElement, useId } from 'react';

interface DialogFieldProps {
  label: string;
  /** 'date' has yyyy-mm-dd for a value, or ''. */
  type?: 'text' | 'date';
  /** Behind the field. */
  unit?: string;
  /** Below the field. */
  hint?: string;
  value: string;
  problem: string | null;
  maxLength?: number;
  autoFocus?: boolean;
  testId: string;
  onChange: (value: string) => void;
}

/** A field of a dialog with its label above it, and what is wrong with it, or a hint, below. */
export function DialogField(props: DialogFieldProps): ReactElement {
  const { label, type = 'text', unit, hint, value, problem, maxLength, autoFocus = false, testId, onChange } = props;
  const id = useId();
  const belowId = `${id}-below`;
  const short = type === 'date' || unit !== undefined;
  return (
    <div className="typed-field">
      <label htmlFor={id}>{label}</label>
      <span className="typed-field-value">
        <Textfield
          id={id}
          type={type}
          isCompact
          {...(short ? { width: type === 'date' ? 160 : 96 } : {})}
          aria-describedby={problem === null && hint === undefined ? undefined : belowId}
          isInvalid={problem !== null}
          maxLength={maxLength}
          autoFocus={autoFocus}
          autoComplete="off"
          value={value}
          testId={testId}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
        {unit === undefined ? null : <span aria-hidden="true">{unit}</span>}
      </span>
      {problem !== null ? (
        <p id={belowId} className="typed-field-problem" role="alert">
          {problem}
        </p>
      ) : hint === undefined ? null : (
        <p id={belowId} className="setting-hint team-hint">
          {hint}
        </p>
      )}
    </div>
  );
}

export interface ChoiceOption {
  readonly label: string;
  readonly value: string;
}

interface DialogSelectProps {
  label: string;
  options: readonly ChoiceOption[];
  /** One that is no option shows the placeholder. */
  value: string;
  placeholder?: string;
  problem?: string | null;
  disabled?: boolean;
  testId: string;
  onChange: (value: string) => void;
}

/** One of many, in a list that can be searched by typing. */
export function DialogSelect(props: DialogSelectProps): ReactElement {
  const { label, options, value, placeholder, problem = null, disabled = false, testId, onChange } = props;
  const id = useId();
  const problemId = `${id}-problem`;
  return (
    <div className="typed-field" data-testid={testId}>
      <label htmlFor={id}>{label}</label>
      <Select
        inputId={id}
        options={options}
        value={options.find((option) => option.value === value) ?? null}
        placeholder={placeholder ?? ''}
        spacing="compact"
        isDisabled={disabled}
        isInvalid={problem !== null}
        {...(problem === null ? {} : { descriptionId: problemId })}
        // In a dialog the list would be cut off at its edge.
        menuPosition="fixed"
        onChange={(option) => {
          if (option !== null) onChange(option.value);
        }}
      />
      {problem === null ? null : (
        <p id={problemId} className="typed-field-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
