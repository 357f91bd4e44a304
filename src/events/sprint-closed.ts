import type { InvocationError } from '@forge/events';

import { pushLearning } from '../jobs/learn-queue';
import { eachBoardOfSprint } from '../planning/learning/boards-of-sprint';
import { askedAgain } from './asked-again';
import { sprintEvent } from './sprint-event';

/** What came of a sprint is read in the background: its issues may still be on their way out of it. */
export async function sprintClosed(event: unknown): Promise<InvocationError | undefined> {
  const { sprint } = sprintEvent.parse(event);
  return askedAgain('sprint closed', event, () =>
    eachBoardOfSprint(sprint, (boardId) => pushLearning({ boardId, sprintId: sprint.id })),
  );
}
