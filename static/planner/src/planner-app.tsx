import { type ReactElement, useCallback, useEffect, useRef, useState } from 'react';

import type { Planner, ProblemAnswer } from '../../../src/contract';
import { call, closePlanner, type Place } from './bridge';
import { PlannerPage } from './planner-page';
import { CannotOpen } from './states/cannot-open';
import type { NextStep } from './states/next-steps';
import { Waiting } from './states/waiting';

/** Which sprint to open; null is the board's current one. */
export interface SprintChoice {
  readonly boardId: number | null;
  readonly sprintId: number | null;
}

interface PlannerAppProps {
  place: Place;
  choice: SprintChoice;
  onChoose: (choice: SprintChoice) => void;
  /** null: the settings cannot be reached from here. */
  onSettings: ((boardId: number) => void) | null;
  /** What was changed in Jira from here before. */
  changedBefore?: readonly string[];
  /** Hears of all that was changed in Jira from here. The same function each time. */
  onChangedIssues?: (changedIssues: readonly string[]) => void;
}

type Opened =
  | { step: 'opening' }
  | { step: 'failed'; problem: ProblemAnswer }
  | { step: 'open'; planner: Planner; changedIssues: readonly string[] };

/** Opens the planner of a sprint, with one call. */
export function PlannerApp(props: PlannerAppProps): ReactElement {
  const { place, choice, onChoose, onSettings, changedBefore = none, onChangedIssues = noOne } = props;
  const { boardId, sprintId } = choice;
  const [opened, setOpened] = useState<Opened>({ step: 'opening' });
  /** What was changed in Jira from here, in this sprint and before. */
  const changed = useRef(changedBefore);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let current = true;
    const changedIssues = changed.current;
    setOpened({ step: 'opening' });
    void call('openPlanner', {
      ...(boardId === null ? {} : { boardId }),
      ...(sprintId === null ? {} : { sprintId }),
      changedIssues: changedIssues.slice(-50),
    }).then((answer) => {
      if (!current) return;
      setOpened(
        'value' in answer
          ? { step: 'open', planner: answer.value, changedIssues }
          : { step: 'failed', problem: answer.problem },
      );
    });
    return () => {
      current = false;
    };
  }, [boardId, sprintId, attempt]);

  const openSprint = useCallback(
    (board: number, sprint: number) => {
      onChoose({ boardId: board, sprintId: sprint });
    },
    [onChoose],
  );
  const remember = useCallback(
    (changedIssues: readonly string[]) => {
      changed.current = changedIssues;
      onChangedIssues(changedIssues);
    },
    [onChangedIssues],
  );
  const retry = useCallback(() => {
    setAttempt((count) => count + 1);
  }, []);

  switch (opened.step) {
    case 'opening':
      return <Waiting key={attempt} onRetry={retry} />;
    case 'failed': {
      const take = (step: NextStep): void => {
        switch (step) {
          case 'retry':
            retry();
            break;
          case 'backToJira':
            closePlanner();
            break;
          case 'currentSprint':
            if (sprintId === null) retry();
            else onChoose({ boardId, sprintId: null });
            break;
        }
      };
      return (
        <CannotOpen
          problem={opened.problem}
          board={boardId !== null}
          closable={place.kind === 'planner'}
          onStep={take}
          onBoard={(other) => {
            onChoose({ boardId: other, sprintId: null });
          }}
        />
      );
    }
    case 'open':
      return (
        <PlannerPage
          key={opened.planner.sprint.id}
          planner={opened.planner}
          changedIssues={opened.changedIssues}
          place={place}
          onOpenSprint={openSprint}
          onChangedIssues={remember}
          onSettings={onSettings}
        />
      );
  }
}

const none: readonly string[] = [];
const noOne = (): void => undefined;
