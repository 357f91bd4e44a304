import { type ReactElement, useCallback, useEffect, useState } from 'react';

import type { Planner, ProblemAnswer } from '../../../src/contract';
import { call, closePlanner, type Place, readPlace } from './bridge';
import { CannotOpen } from './states/cannot-open';
import type { NextStep } from './states/next-steps';
import { Opening } from './states/opening';
import { PlannerPage } from './planner-page';
import { speak, texts } from './texts';
import { useOpeningStage } from './states/use-opening-stage';

interface Asked {
  /** What was chosen here, null being the board's current sprint; without it, where Jira opened the planner. */
  sprint: { boardId: number; sprintId: number | null } | null;
  changedIssues: readonly string[];
}

type Opened =
  | { step: 'opening' }
  | { step: 'failed'; problem: ProblemAnswer; boardId: number | null }
  | { step: 'open'; planner: Planner; place: Place };

/** Opens the planner where Jira mounted it, with one call. */
export function App(): ReactElement {
  const [opened, setOpened] = useState<Opened>({ step: 'opening' });
  const [asked, setAsked] = useState<Asked>({ sprint: null, changedIssues: [] });
  const [attempt, setAttempt] = useState(0);
  useBrowserLanguage();

  useEffect(() => {
    let current = true;
    setOpened({ step: 'opening' });
    void open(asked).then((result) => {
      if (current) setOpened(result);
    });
    return () => {
      current = false;
    };
  }, [asked, attempt]);

  const openSprint = useCallback((boardId: number, sprintId: number, changedIssues: readonly string[]) => {
    setAsked({ sprint: { boardId, sprintId }, changedIssues });
  }, []);
  const retry = useCallback(() => {
    setAttempt((count) => count + 1);
  }, []);

  switch (opened.step) {
    case 'opening':
      return <Waiting key={attempt} onRetry={retry} />;
    case 'failed': {
      const { problem, boardId } = opened;
      const take = (step: NextStep): void => {
        switch (step) {
          case 'retry':
            retry();
            break;
          case 'backToJira':
            closePlanner();
            break;
          case 'currentSprint':
            if (boardId !== null) setAsked({ ...asked, sprint: { boardId, sprintId: null } });
            break;
        }
      };
      return <CannotOpen problem={problem} board={boardId !== null} onStep={take} />;
    }
    case 'open':
      return (
        <PlannerPage
          key={opened.planner.sprint.id}
          planner={opened.planner}
          changedIssues={asked.changedIssues}
          place={opened.place}
          onOpenSprint={openSprint}
        />
      );
  }
}

function Waiting({ onRetry }: { onRetry: () => void }): ReactElement {
  const stage = useOpeningStage();
  return <Opening stage={stage} onRetry={onRetry} />;
}

/** Until Jira has said what this person reads, the browser's own language is the best guess. */
function useBrowserLanguage(): void {
  const [, draw] = useState('');
  useEffect(() => {
    void speakHere(navigator.language).then(draw);
  }, []);
}

async function speakHere(locale: string): Promise<string> {
  const language = await speak(locale);
  document.documentElement.lang = language;
  return language;
}

async function open({ sprint, changedIssues }: Asked): Promise<Opened> {
  const place = await readPlace().catch(() => null);
  if (place === null) {
    return { step: 'failed', problem: { code: 'bridge.no-place', message: texts.noPlace }, boardId: null };
  }
  const { boardId, sprintId } = sprint ?? place;
  const [answer] = await Promise.all([
    call('openPlanner', {
      ...(boardId === null ? {} : { boardId }),
      ...(sprintId === null ? {} : { sprintId }),
      changedIssues: changedIssues.slice(-50),
    }),
    speakHere(place.locale),
  ]);
  return 'value' in answer
    ? { step: 'open', planner: answer.value, place }
    : { step: 'failed', problem: answer.problem, boardId };
}
