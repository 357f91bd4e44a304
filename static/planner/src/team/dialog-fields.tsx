import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { type ReactElement, type ReactNode, useId } from 'react';

interface DialogFieldProps {
  label: string;
  /** 'date' has yyyy-mm-dd for a value, or ''. */
  type?: 'text' | 'date';
  /** Behind the field. */
  unit?: string;
  /** Below the field. */
  hint?: string;
  /** What stands around it says already what it is. */
  isLabelUnseen?: boolean;
  value: string;
  problem: string | null;
  maxLength?: number;
  autoFocus?: boolean;
  testId: string;
  onChange: (value: string) => void;
}

/** A field of a dialog with its label above it, and what is wrong with it, or a hint, below. */
export function DialogField(props: DialogFieldProps): ReactElement {
  const { label, type = 'text', unit, hint, isLabelUnseen = false, value, problem, maxLength } = props;
  const { autoFocus = false, testId, onChange } = props;
  const id = useId();
  const belowId = `${id}-below`;
  const short = type === 'date' || unit !== undefined;
  return (
    <div className="typed-field">
      <label htmlFor={id} className={isLabelUnseen ? 'visually-hidden' : undefined}>
        {label}
      </label>
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
      <Below id={belowId} problem={problem} hint={hint} />
    </div>
  );
}

/** What is wrong with a field, or else what it is about. */
function Below({ id, problem, hint }: { id: string; problem: string | null; hint: string | undefined }): ReactNode {
  if (problem !== null)
    return (
      <p id={id} className="typed-field-problem" role="alert">
        {problem}
      </p>
    );
  return hint === undefined ? null : (
    <p id={id} className="setting-hint team-hint">
      {hint}
    </p>
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
  /** Below the field. */
  hint?: string;
  problem?: string | null;
  /** What stands around it says already what it is. */
  isLabelUnseen?: boolean;
  disabled?: boolean;
  testId: string;
  onChange: (value: string) => void;
}

/** One of many, in a list that can be searched by typing. */
export function DialogSelect(props: DialogSelectProps): ReactElement {
  const { label, options, value, placeholder, hint, problem = null, isLabelUnseen = false, disabled = false } = props;
  const { testId, onChange } = props;
  const id = useId();
  const belowId = `${id}-below`;
  return (
    <div className="typed-field" data-testid={testId}>
      <label htmlFor={id} className={isLabelUnseen ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <Select
        inputId={id}
        options={options}
        value={options.find((option) => option.value === value) ?? null}
        placeholder={placeholder ?? ''}
        spacing="compact"
        isDisabled={disabled}
        isInvalid={problem !== null}
        {...(problem === null && hint === undefined ? {} : { descriptionId: belowId })}
        // In a dialog the list would be cut off at its edge.
        menuPosition="fixed"
        onChange={(option) => {
          if (option !== null) onChange(option.value);
        }}
      />
      <Below id={belowId} problem={problem} hint={hint} />
    </div>
  );
}
