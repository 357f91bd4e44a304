import type { ApplyPreview, ParsedPayload, Planner } from '../../contract';
import type { JiraSession } from '../../jira/session';
import { readyApply } from './ready-apply';

/**
 * What applying this revision of the plan would change in Jira. Changes nothing.
 *
 * @returns `conflict` with the newer plan when somebody else saved it since
 * @throws Problem `permission.denied`, `apply.closed`, `apply.no-next-sprint`, or as opening the planner does
 */
export async function previewApply(
  jira: JiraSession,
  request: ParsedPayload<'previewApply'>,
): Promise<{ preview: ApplyPreview } | { conflict: Planner }> {
  const ready = await readyApply(jira, request);
  return 'conflict' in ready ? ready : { preview: ready.preview };
}
