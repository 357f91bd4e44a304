import type { InvocationError } from '@forge/events';

import { forgetBoardsOfSprint } from '../planning/learning/boards-of-sprint';
import { askedAgain } from './asked-again';
import { sprintEvent } from './sprint-event';

/** A sprint that is gone will neither start nor close. */
export async function sprintDeleted(event: unknown): Promise<InvocationError | undefined> {
  const { sprint } = sprintEvent.parse(event);
  return askedAgain('sprint deleted', event, () => forgetBoardsOfSprint(sprint.id));
}
