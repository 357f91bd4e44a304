import type { Payload, Planner, Value } from '../../../../src/contract';
import { leastConfidence, mostCapacityHours, mostConfidence } from '../../../../src/estimation/bounds';
import { parseHours, parsePercent } from '../../../../src/estimation/hours';

export type Suggestion = Value<'suggestSetup'>;
type BoardChange = Omit<Payload<'saveBoardSettings'>, 'boardId' | 'revision'>;

/** The first run's fields. An empty one changes nothing. */
export interface SetupForm {
  readonly capacity: string;
  readonly confidence: string;
  readonly desired: string;
  readonly kept: 'planprism' | 'field';
}

export type SetupProblem = 'capacity' | 'confidence' | 'desired';

export const emptySetup: SetupForm = { capacity: '', confidence: '', desired: '', kept: 'planprism' };

/** @param typed hours as a field has them */
export function setupFormOf(suggestion: Suggestion, typed: (hours: number) => string): SetupForm {
  const { capacity, confidenceField, defaultConfidence, desired } = suggestion;
  return {
    capacity: capacity === null ? '' : typed(capacity.hours),
    confidence: String(defaultConfidence),
    desired: String(desired),
    kept: confidenceField === null ? 'planprism' : 'field',
  };
}

/**
 * What the fields mean, or which of them are wrong. What is left as it already holds is not made the board's own: it goes on
 * following the site.
 *
 * @param suggestion null when Jira could not be asked
 */
export function readSetup(
  form: SetupForm,
  suggestion: Suggestion | null,
  workingTime: Planner['timeTracking'],
): { change: BoardChange } | { problems: ReadonlySet<SetupProblem> } {
  const isGiven = (text: string): boolean => text.trim() !== '';
  const capacity = parseHours(form.capacity, workingTime);
  const confidence = parsePercent(form.confidence);
  const desired = parsePercent(form.desired);
  const problems = new Set<SetupProblem>();
  if (isGiven(form.capacity) && (capacity === null || capacity > mostCapacityHours)) problems.add('capacity');
  if (isGiven(form.confidence) && (confidence === null || confidence < leastConfidence || confidence > mostConfidence))
    problems.add('confidence');
  if (isGiven(form.desired) && (desired === null || desired > 100)) problems.add('desired');
  if (problems.size > 0) return { problems };

  const field = suggestion?.confidenceField ?? null;
  return {
    change: {
      setUp: true,
      ...(capacity === null ? {} : { capacityMode: 'board', capacityHours: capacity }),
      ...(confidence === null || confidence === suggestion?.defaultConfidence ? {} : { defaultConfidence: confidence }),
      ...(desired === null || desired === suggestion?.desired ? {} : { desired }),
      ...(form.kept === 'field' && field !== null ? { confidenceSource: { kind: 'field', fieldId: field.id } } : {}),
    },
  };
}
