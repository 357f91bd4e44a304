import { removeAllConfidenceProperties } from '../../jira/issue-properties';
import type { JiraSession } from '../../jira/session';

/** Takes back what was written to Jira's issues, as the app; Forge itself deletes what the app stored. */
export function removeMirror(jira: JiraSession): Promise<void> {
  return removeAllConfidenceProperties(jira);
}
