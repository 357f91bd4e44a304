import type { ConfidenceStep } from '../../../../src/contract';
import { leastConfidence, mostConfidence } from '../../../../src/estimation/bounds';
import { parsePercent } from '../numbers/hours';
import { texts } from '../texts';

/** The words for confidence: what a step is called, and which step a percentage is nearest to. */

/** The board's own steps, or, with null, those that PlanPrism brings, in the reader's language. */
export function stepsOf(own: readonly ConfidenceStep[] | null): readonly ConfidenceStep[] {
  return own ?? texts.issue.steps;
}

/** Surest first. */
export function surestFirst(steps: readonly ConfidenceStep[]): ConfidenceStep[] {
  return [...steps].sort((one, other) => other.percent - one.percent);
}

/** The step that says a percentage in words; between two it is the less sure one, which promises less. null without steps. */
export function nearestStep(steps: readonly ConfidenceStep[], percent: number): ConfidenceStep | null {
  let nearest: ConfidenceStep | null = null;
  for (const step of surestFirst(steps)) {
    if (nearest === null || Math.abs(step.percent - percent) <= Math.abs(nearest.percent - percent)) nearest = step;
  }
  return nearest;
}

/** A step as it stands in the fields, right or wrong. */
export interface StepDraft {
  readonly id: number;
  readonly percent: string;
  readonly name: string;
}

export type StepProblem = 'percent' | 'samePercent' | 'noName' | 'longName';

/** As the contract has them. */
export const mostSteps = 10;
const longestName = 80;

/** What the fields mean: the steps, surest first, or what is wrong, by the id of the draft. */
export function readSteps(
  drafts: readonly StepDraft[],
): { steps: ConfidenceStep[] } | { problems: ReadonlyMap<number, StepProblem> } {
  const problems = new Map<number, StepProblem>();
  const steps: ConfidenceStep[] = [];
  for (const draft of drafts) {
    const percent = parsePercent(draft.percent);
    const name = draft.name.trim();
    if (percent === null || percent < leastConfidence || percent > mostConfidence) problems.set(draft.id, 'percent');
    else if (steps.some((step) => step.percent === percent)) problems.set(draft.id, 'samePercent');
    else if (name === '') problems.set(draft.id, 'noName');
    else if (name.length > longestName) problems.set(draft.id, 'longName');
    else steps.push({ percent, name });
  }
  return problems.size > 0 ? { problems } : { steps: surestFirst(steps) };
}
