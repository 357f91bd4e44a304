import type { FinishedTask } from '../../estimation/chance/finished-task';
import type { FinishedIssue } from '../../storage/outcomes';

/** A finished issue as the chance learns from it. */
export function finishedTask(issue: FinishedIssue, sprintId: number): FinishedTask {
  return {
    estimate: issue.estimate,
    actual: issue.actual,
    confidence: issue.confidence === null ? null : issue.confidence / 100,
    assignee: issue.assignee,
    type: issue.type,
    project: issue.project,
    sprint: String(sprintId),
    start: issue.began,
    end: issue.finished,
  };
}
