import { deleteConfidence } from '../../storage/confidences';

/**
 * Forgets what is stored about an issue that Jira has deleted; the property went with it. Twice is once.
 *
 * @throws Problem `storage.failed`
 */
export function forgetIssue(issueId: string): Promise<void> {
  return deleteConfidence(issueId);
}
