import { type Confidences, readConfidences } from '../storage/confidences';
import type { Settings } from '../storage/settings';

/**
 * The confidences of these issues that PlanPrism keeps; none are asked for where the board keeps them in a field of Jira.
 *
 * @throws Problem `storage.failed`
 */
export function confidencesOf(
  issueIds: readonly string[],
  { confidenceField }: Pick<Settings, 'confidenceField'>,
): Promise<Confidences> {
  return confidenceField === null
    ? readConfidences(issueIds)
    : Promise.resolve({ byIssue: new Map(), unreadable: new Set() });
}
