import { eachBoardOfSprint } from '../planning/learning/boards-of-sprint';
import { freezeCommitment } from '../planning/learning/freeze-commitment';
import { openJob, type Pace } from '../planning/session';
import { sprintEvent } from './sprint-event';

/** Of the 25 s that Forge gives it. */
const milliseconds = 20_000;

/** A sprint starts: what is promised is kept as it is at that moment. A failure is thrown, so that Forge tries again. */
export async function sprintStarted(event: unknown, pace: Pace): Promise<void> {
  const { sprint } = sprintEvent.parse(event);
  const jira = openJob(pace, pace.now() + milliseconds);
  await eachBoardOfSprint(sprint, (boardId) => freezeCommitment(jira, boardId, sprint.id));
}
