import { RadioGroup } from '@atlaskit/radio';
import { useId, useState } from 'react';

import type { Issue } from '../jira/issues';
import { completeSprint, moveToSprint, type Sprint } from '../jira/sprints';
import { SprintDialog } from './sprint-dialog';

interface CompleteSprintProps {
  sprint: Sprint;
  issues: readonly Issue[];
  /** Where open issues may go, beside the backlog. */
  future: readonly Sprint[];
  onClosed(): void;
  onDone(): void;
}

const backlog = 'backlog';

/** Jira's dialog to complete a sprint: how far it came, and where what is not done goes. */
export function CompleteSprint({ sprint, issues, future, onClosed, onDone }: CompleteSprintProps) {
  // Sub-tasks are counted and moved with their parent.
  const counted = issues.filter(({ type }) => type.subtask !== true);
  const open = counted.filter(({ status }) => status.category !== 'done');
  const [place, setPlace] = useState(future[0] === undefined ? backlog : String(future[0].id));
  const [isCompleted, setCompleted] = useState(false);
  const labelId = useId();
  const act = async (): Promise<void> => {
    // When only the moving failed, the next try is about that.
    if (!isCompleted) await completeSprint(sprint.id);
    setCompleted(true);
    const ids = open.map(({ id }) => id);
    if (place !== backlog) await moveToSprint(Number(place), ids);
  };
  return (
    <SprintDialog
      title={`Complete ${sprint.name}`}
      action="Complete sprint"
      act={act}
      onClosed={isCompleted ? onDone : onClosed}
      onDone={onDone}
    >
      <p>
        This sprint contains <strong>{inWords(counted.length - open.length, 'completed')}</strong> and{' '}
        <strong>{inWords(open.length, 'open')}</strong>.
      </p>
      {open.length === 0 ? null : (
        <>
          <span id={labelId} className="sprint-dialog-label">
            Move open issues to
          </span>
          <RadioGroup
            aria-labelledby={labelId}
            options={[
              ...future.map(({ id, name }) => ({ name: labelId, value: String(id), label: name })),
              { name: labelId, value: backlog, label: 'Backlog' },
            ]}
            value={place}
            onChange={(event) => {
              setPlace(event.currentTarget.value);
            }}
          />
        </>
      )}
    </SprintDialog>
  );
}

function inWords(count: number, what: string): string {
  return `${String(count)} ${what} ${count === 1 ? 'issue' : 'issues'}`;
}
