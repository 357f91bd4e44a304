import type { ConfidenceStep } from '../../../../src/contract';
import { leastConfidence, mostConfidence } from '../../../../src/estimation/bounds';
import { surestFirst } from '../../../../src/estimation/confidence-steps';
import { parsePercent } from '../../../../src/estimation/hours';
import { texts } from '../texts';

/** The steps of a board: whose they are, and how people write their own. */

/** The board's own steps, or, with null, those that PlanPrism brings, in the reader's language. */
export function stepsOf(own: readonly ConfidenceStep[] | null): readonly ConfidenceStep[] {
  return own ?? texts.issue.steps;
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
