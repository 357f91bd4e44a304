import { leastConfidence, mostConfidence } from '../estimation/bounds';
import type { Issue } from '../jira/issues';

/**
 * The confidence that a number field of an issue says, in whole percent; null when it says none that counts. A field holds
 * any number: 0.8 may be 80 % or a slip, so nothing is guessed.
 */
export function confidenceInField({ numbers }: Pick<Issue, 'numbers'>, fieldId: string): number | null {
  const value = numbers.get(fieldId) ?? Number.NaN;
  return isConfidence(value) ? value : null;
}

/** A whole percent, from 1 to 100. */
export function isConfidence(value: number): boolean {
  return Number.isInteger(value) && value >= leastConfidence && value <= mostConfidence;
}

/** Does the field hold something that is no confidence? */
export function isUnreadable(issue: Pick<Issue, 'numbers'>, fieldId: string): boolean {
  return issue.numbers.has(fieldId) && confidenceInField(issue, fieldId) === null;
}
