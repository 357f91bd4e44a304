import Button from '@atlaskit/button/new';
import { useState } from 'react';

import type { Issue } from '../jira/issues';
import type { Sprint } from '../jira/sprints';
import { CompleteSprint } from './complete-sprint';
import { StartSprint } from './start-sprint';

interface SprintStepProps {
  sprint: Sprint;
  issues: readonly Issue[];
  /** All that are open, in the board's order. */
  sprints: readonly { sprint: Sprint }[];
  onDone(): void;
}

/** The button that brings a sprint on: 'Start sprint' on the first one to come, 'Complete sprint' on the active one. */
export function SprintStep({ sprint, issues, sprints, onDone }: SprintStepProps) {
  const [isOpen, setOpen] = useState(false);
  const all = sprints.map((one) => one.sprint);
  const future = all.filter(({ state }) => state === 'future');
  const isActive = sprint.state === 'active';
  // Jira shows the button on every sprint to come, and lets people press it on one that may start now.
  const mayStart = all.every(({ state }) => state !== 'active') && future[0]?.id === sprint.id;
  const close = () => {
    setOpen(false);
  };
  const done = () => {
    close();
    onDone();
  };
  return (
    <>
      <Button
        spacing="compact"
        appearance={mayStart ? 'primary' : 'default'}
        isDisabled={!isActive && !mayStart}
        onClick={() => {
          setOpen(true);
        }}
      >
        {isActive ? 'Complete sprint' : 'Start sprint'}
      </Button>
      {isOpen && isActive ? (
        <CompleteSprint sprint={sprint} issues={issues} future={future} onClosed={close} onDone={done} />
      ) : null}
      {isOpen && !isActive ? (
        <StartSprint sprint={sprint} issueCount={issues.length} onClosed={close} onDone={done} />
      ) : null}
    </>
  );
}
