import { pushLearning } from '../jobs/learn-queue';
import { eachBoardOfSprint } from '../planning/learning/boards-of-sprint';
import { sprintEvent } from './sprint-event';

/** What came of a sprint is read in the background: its issues may still be on their way out of it. */
export async function sprintClosed(event: unknown): Promise<void> {
  const { sprint } = sprintEvent.parse(event);
  await eachBoardOfSprint(sprint, (boardId) => pushLearning({ boardId, sprintId: sprint.id }));
}
