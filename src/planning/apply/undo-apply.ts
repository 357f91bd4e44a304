import type { ApplyReport, ParsedPayload } from '../../contract';
import { readIssuesById } from '../../jira/issues';
import type { JiraSession } from '../../jira/session';
import { Problem } from '../../problem';
import { readApplied } from '../../storage/applied';
import { carryOut } from './carry-out';
import { decideUndo, finalCodes } from './decide-undo';
import { gatherPlanner } from '../gather-planner';
import { keepApplied } from './keep-applied';
import { checkMayApply } from './may-apply';
import { moveSteps, rankSteps, returnSteps } from './move-steps';
import { reportApply } from './report-apply';

/**
 * Takes the last apply of a sprint back, as the user, as far as time and Jira allow. What is to be done is worked out anew
 * from Jira each time, so it may be asked for again until nothing is left; then the apply is forgotten. The plan stays.
 *
 * @throws Problem `permission.denied`, `apply.nothing-to-undo`, `apply.closed`, as opening the planner does, or when Jira
 *   does not answer and nothing was done
 */
export async function undoApply(jira: JiraSession, request: ParsedPayload<'undoApply'>): Promise<ApplyReport> {
  const { boardId, sprintId } = request;
  const { gathered } = await gatherPlanner(jira, request);
  await checkMayApply(jira, gathered);
  const applied = await readApplied(boardId, sprintId);
  if (applied === null) {
    throw new Problem(
      'apply.nothing-to-undo',
      `Nothing was applied to ${gathered.sprint.name} that could be taken back. Reload the page to see how it is now.`,
    );
  }
  if (gathered.sprint.state === 'closed') {
    throw new Problem(
      'apply.closed',
      `${gathered.sprint.name} is closed, so what was applied to it cannot be taken back. Move the issues in Jira.`,
    );
  }
  const inSprint = new Set(gathered.issues.map(({ id }) => id));
  const elsewhere = await readIssuesById(
    jira,
    applied.out.filter((id) => !inSprint.has(id)),
    null,
  );
  const undo = decideUndo(applied, gathered.issues, elsewhere);
  const carried = await carryOut(jira, [
    ...returnSteps(
      jira,
      undo.out.map(({ issueId }) => issueId),
      undo.rankInBacklog,
    ),
    ...moveSteps(
      jira,
      'in',
      sprintId,
      undo.in.map(({ issueId }) => issueId),
    ),
    ...rankSteps(jira, undo.rankInSprint),
  ]);
  const report = reportApply(undo, carried);
  const refused = [...undo.staying, ...report.refused];
  if (report.left === 0 && refused.every(({ code }) => finalCodes.has(code)))
    await keepApplied(boardId, sprintId, null);
  return { ...report, refused };
}
