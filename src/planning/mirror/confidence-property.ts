import { rangeOf } from '../../estimation/range';
import type { ConfidenceProperty } from '../../jira/issue-properties';
import type { Issue } from '../../jira/issues';

/** Hours to two decimals: JQL compares them, nobody reads more. */
const rounded = (hours: number): number => Math.round(hours * 100) / 100;

/**
 * What an issue's property says: its confidence, and the range of its estimate. Sub-tasks that have estimates stand for
 * their parent's, as on a board that has chosen nothing else; a property has no board to ask.
 *
 * @param confidence whole percent
 */
export function confidenceProperty(
  { originalHours, subtasks }: Pick<Issue, 'originalHours' | 'subtasks'>,
  confidence: number,
): ConfidenceProperty {
  const hours = subtasks.hours ?? originalHours;
  if (hours === null) return { confidence };
  const { optimistic, pessimistic } = rangeOf(hours, confidence / 100);
  return { confidence, optimistic: rounded(optimistic), pessimistic: rounded(pessimistic) };
}
