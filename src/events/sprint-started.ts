import type { InvocationError } from '@forge/events';

import { eachBoardOfSprint } from '../planning/learning/boards-of-sprint';
import { freezeCommitment } from '../planning/learning/freeze-commitment';
import { openJob, type Pace } from '../planning/session';
import { askedAgain } from './asked-again';
import { sprintEvent } from './sprint-event';

/** Of the 25 s that Forge gives it. */
const milliseconds = 20_000;

/** A sprint starts: what is promised is kept as it is at that moment. */
export async function sprintStarted(event: unknown, pace: Pace): Promise<InvocationError | undefined> {
  const { sprint } = sprintEvent.parse(event);
  const jira = openJob(pace, pace.now() + milliseconds);
  return askedAgain('sprint started', event, () =>
    eachBoardOfSprint(sprint, (boardId) => freezeCommitment(jira, boardId, sprint.id)),
  );
}
