import { forgetBoardsOfSprint } from '../planning/learning/boards-of-sprint';
import { sprintEvent } from './sprint-event';

/** A sprint that is gone will neither start nor close. A failure is thrown, so that Forge tries again. */
export async function sprintDeleted(event: unknown): Promise<void> {
  const { sprint } = sprintEvent.parse(event);
  await forgetBoardsOfSprint(sprint.id);
}
