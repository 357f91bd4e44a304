import Textfield from '@atlaskit/textfield';
import { type ReactElement, type ReactNode, useEffect, useId, useRef, useState } from 'react';

/** What a typed text means: a value to save, or a sentence that says what is allowed. */
export type Reading<Value> = { value: Value } | { problem: string };

interface EditableValueProps<Value> {
  /** What the button says to a screen reader: the thing, its value, and that it can be edited. */
  label: string;
  fieldLabel: string;
  /** What the field starts with. */
  text: string;
  disabled: boolean;
  testId: string;
  read: (text: string) => Reading<Value>;
  onSave: (value: Value) => void;
  children: ReactNode;
}

/** A value that becomes a field when it is clicked. Enter or leaving saves, escape goes back; what is wrong is said below. */
export function EditableValue<Value>(props: EditableValueProps<Value>): ReactElement {
  const { label, fieldLabel, text, disabled, testId, read, onSave, children } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [refocus, setRefocus] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const problemId = useId();
  const editing = typed !== null;

  useEffect(() => {
    if (editing) field.current?.select();
  }, [editing]);
  useEffect(() => {
    if (!refocus || editing) return;
    button.current?.focus();
    setRefocus(false);
  }, [refocus, editing]);

  if (typed === null) {
    return (
      <button
        ref={button}
        type="button"
        className="editable"
        aria-label={label}
        disabled={disabled}
        data-testid={testId}
        onClick={() => {
          setTyped(text);
          setProblem(null);
        }}
      >
        {children}
      </button>
    );
  }

  const close = (backToButton: boolean): void => {
    setTyped(null);
    setRefocus(backToButton);
  };
  const save = (backToButton: boolean): void => {
    if (typed.trim() === text) {
      close(backToButton);
      return;
    }
    const reading = read(typed);
    if ('problem' in reading) {
      setProblem(reading.problem);
      return;
    }
    onSave(reading.value);
    close(backToButton);
  };

  return (
    <span className="editing">
      <Textfield
        ref={field}
        autoFocus
        isCompact
        aria-label={fieldLabel}
        aria-describedby={problem === null ? undefined : problemId}
        isInvalid={problem !== null}
        value={typed}
        testId={`${testId}-field`}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setProblem(null);
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter') {
            // Otherwise the same key press would click the button that gets the focus back.
            event.preventDefault();
            save(true);
          }
          if (event.key === 'Escape') {
            event.preventDefault();
            close(true);
          }
        }}
        onBlur={() => {
          save(false);
        }}
      />
      {problem === null ? null : (
        <span className="field-problem" id={problemId} role="alert">
          {problem}
        </span>
      )}
    </span>
  );
}
