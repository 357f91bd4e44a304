import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import { type ReactElement, useCallback, useEffect, useState } from 'react';

import type { Planner, ProblemAnswer } from '../../../src/contract';
import { call, type Place, readPlace } from './bridge';
import { PlannerPage } from './planner-page';
import { texts } from './texts';

interface Asked {
  /** The sprint that was chosen here; null is where Jira opened the planner. */
  sprint: { boardId: number; sprintId: number } | null;
  changedIssues: readonly string[];
}

type Opening =
  { step: 'opening' } | { step: 'failed'; problem: ProblemAnswer } | { step: 'open'; planner: Planner; place: Place };

/** Opens the planner where Jira mounted it, with one call. */
export function App(): ReactElement {
  const [opening, setOpening] = useState<Opening>({ step: 'opening' });
  const [asked, setAsked] = useState<Asked>({ sprint: null, changedIssues: [] });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let current = true;
    setOpening({ step: 'opening' });
    void open(asked).then((result) => {
      if (current) setOpening(result);
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

  switch (opening.step) {
    case 'opening':
      return (
        <main className="centred" aria-busy="true">
          <Spinner size="large" label={texts.opening} />
          <p>{texts.opening}</p>
        </main>
      );
    case 'failed':
      return (
        <main className="centred">
          <div className="message">
            <SectionMessage
              appearance="warning"
              title={texts.cannotOpen}
              headingLevel="h1"
              actions={<SectionMessageAction onClick={retry}>{texts.tryAgain}</SectionMessageAction>}
            >
              <p role="alert">{opening.problem.message}</p>
            </SectionMessage>
          </div>
        </main>
      );
    case 'open':
      return (
        <PlannerPage
          key={opening.planner.sprint.id}
          planner={opening.planner}
          changedIssues={asked.changedIssues}
          place={opening.place}
          onOpenSprint={openSprint}
        />
      );
  }
}

async function open({ sprint, changedIssues }: Asked): Promise<Opening> {
  const place = await readPlace().catch(() => null);
  if (place === null) {
    return { step: 'failed', problem: { code: 'bridge.failed', message: texts.noPlace } };
  }
  const { boardId, sprintId } = sprint ?? place;
  const answer = await call('openPlanner', {
    ...(boardId === null ? {} : { boardId }),
    ...(sprintId === null ? {} : { sprintId }),
    changedIssues: changedIssues.slice(-50),
  });
  return 'value' in answer
    ? { step: 'open', planner: answer.value, place }
    : { step: 'failed', problem: answer.problem };
}
