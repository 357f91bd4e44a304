/** A step of confidence: people choose the words, the number is what is stored. */
export interface ConfidenceStep {
  readonly percent: number;
  readonly name: string;
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
