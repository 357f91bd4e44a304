import { allSettled } from '../all-settled';
import type { ParsedPayload, Value } from '../contract';
import { backlogStep } from '../estimation/bounds';
import { readBoard, readEstimationField } from '../jira/boards';
import { readBacklogIssues } from '../jira/issues';
import type { JiraSession } from '../jira/session';
import { readSettings } from '../storage/settings';
import { confidencesOf } from './confidences-of';
import { countsRemaining, isPlannable, makeItem } from './make-item';

/**
 * The board's backlog, from the top of Jira's rank, as issues that can be pulled into a plan.
 *
 * @throws Problem `board.unknown`, or when something could not be read
 */
export async function openBacklog(
  jira: JiraSession,
  { boardId, changedIssues, most = backlogStep }: ParsedPayload<'openBacklog'>,
): Promise<Value<'openBacklog'>> {
  const board = await readBoard(jira, boardId);
  const [estimation, settings] = await allSettled([readEstimationField(jira, board.id), readSettings(board.id)]);
  const { confidenceField } = settings;
  const fields = { estimation, numbers: confidenceField === null ? [] : [confidenceField] };
  const { issues: found, more } = await readBacklogIssues(jira, board.id, fields, changedIssues, most);
  const issues = found.filter(({ type }) => isPlannable(type.kind));
  const confidences = await confidencesOf(
    issues.map(({ id }) => id),
    settings,
  );
  const remaining = countsRemaining(settings, estimation, null);
  return {
    items: issues.map((issue) => makeItem(issue, confidences, settings, false, { remaining })),
    more,
  };
}
