import Textfield from '@atlaskit/textfield';
import { useId, useState } from 'react';

import { type Sprint, startSprint } from '../jira/sprints';
import { issueCount as countText } from './hour-sums';
import { SprintDialog } from './sprint-dialog';

interface StartSprintProps {
  sprint: Sprint;
  issueCount: number;
  onClosed(): void;
  onDone(): void;
}

const twoWeeks = 14 * 24 * 3_600_000;

/** Jira's dialog to start a sprint: the dates that were planned, or two weeks from now. */
export function StartSprint({ sprint, issueCount, onClosed, onDone }: StartSprintProps) {
  const [fields, setFields] = useState(() => {
    const start = sprint.startDate == null ? Date.now() : Date.parse(sprint.startDate);
    const end = sprint.endDate == null ? start + twoWeeks : Date.parse(sprint.endDate);
    return { name: sprint.name, start: localText(start), end: localText(end), goal: sprint.goal ?? '' };
  });
  const { name, goal, start, end } = fields;
  const field = (label: string, key: keyof typeof fields, type: 'text' | 'datetime-local') => (
    <Field
      label={label}
      type={type}
      value={fields[key]}
      isRequired={key !== 'goal'}
      onChange={(value) => {
        setFields({ ...fields, [key]: value });
      }}
    />
  );
  return (
    <SprintDialog
      title="Start sprint"
      action="Start"
      act={() => startSprint(sprint.id, { name, goal, startDate: isoOf(start), endDate: isoOf(end) })}
      onClosed={onClosed}
      onDone={onDone}
    >
      <p>
        <strong>{countText(issueCount)}</strong> will be included in this sprint.
      </p>
      {field('Sprint name', 'name', 'text')}
      {field('Start date', 'start', 'datetime-local')}
      {field('End date', 'end', 'datetime-local')}
      {field('Sprint goal', 'goal', 'text')}
    </SprintDialog>
  );
}

interface FieldProps {
  label: string;
  type: 'text' | 'datetime-local';
  value: string;
  isRequired: boolean;
  onChange(value: string): void;
}

function Field({ label, type, value, isRequired, onChange }: FieldProps) {
  const id = useId();
  return (
    <div className="sprint-dialog-field">
      <label htmlFor={id}>{label}</label>
      <Textfield
        id={id}
        type={type}
        value={value}
        isRequired={isRequired}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
    </div>
  );
}

/** As a field for date and time has it: in the time zone of the browser, to the minute. */
function localText(milliseconds: number): string {
  const time = new Date(milliseconds);
  return new Date(milliseconds - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function isoOf(local: string): string {
  return new Date(local).toISOString();
}
