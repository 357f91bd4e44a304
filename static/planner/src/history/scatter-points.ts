import type { FinishedIssue } from './opened-history';

export interface ScatterPoint {
  readonly estimate: number;
  readonly actual: number;
  /** null where this reader may not know. */
  readonly key: string | null;
}

/** Those of whom was chosen, and all others; without a choice all are 'others'. */
export function pointsFor(
  issues: readonly FinishedIssue[],
  accountId: string | null,
): { chosen: ScatterPoint[]; others: ScatterPoint[] } {
  const chosen: ScatterPoint[] = [];
  const others: ScatterPoint[] = [];
  for (const issue of issues) {
    const { estimate, actual, key } = issue;
    (accountId !== null && issue.accountId === accountId ? chosen : others).push({ estimate, actual, key });
  }
  return { chosen, others };
}
