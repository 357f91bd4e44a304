import type { Answer, ApplyReport, ProblemAnswer } from '../../../../src/contract';

/** Applying and undoing take as many calls as Jira needs; here they become one report. */

export const nothingDone: ApplyReport = { in: [], out: [], ranked: [], refused: [], left: 0 };

/** How a run ended: all that was done, and the problem that ended it early. */
export interface RunEnd {
  readonly report: ApplyReport;
  readonly problem: ProblemAnswer | null;
}

/**
 * Repeats a call until nothing is left to do. It ends early when a call fails, or when one neither does anything new nor
 * leaves less than the call before it: repeating that would go on for ever.
 *
 * @param send gets the ids of everything that was done so far, newest last
 * @param start what was done before, to be added to
 */
export async function runToTheEnd(
  send: (done: readonly string[]) => Promise<Answer<ApplyReport>>,
  start: ApplyReport,
  onProgress: (report: ApplyReport) => void,
): Promise<RunEnd> {
  let report = start;
  let leftBefore = Number.POSITIVE_INFINITY;
  for (;;) {
    const answer = await send(doneIds(report));
    if ('problem' in answer) return { report, problem: answer.problem };
    const { left } = answer.value;
    const doneBefore = doneCount(report);
    report = together(report, answer.value);
    onProgress(report);
    const isStuck = left >= leftBefore && doneCount(report) === doneBefore;
    if (left === 0 || isStuck) return { report, problem: null };
    leftBefore = left;
  }
}

/** Every call looks at Jira anew, so one that leaves nothing knows all refusals; what it does not name was sorted out. */
function together(before: ApplyReport, next: ApplyReport): ApplyReport {
  const doneNow = new Set(doneIds(next));
  return {
    in: latest(before.in, next.in),
    out: latest(before.out, next.out),
    ranked: latest(before.ranked, next.ranked),
    refused:
      next.left === 0
        ? next.refused
        : latest(
            before.refused.filter(({ issueId }) => !doneNow.has(issueId)),
            next.refused,
          ),
    left: next.left,
  };
}

/** Each issue once, as it was named last. */
function latest<Named extends { issueId: string }>(before: readonly Named[], next: readonly Named[]): Named[] {
  const again = new Set(next.map(({ issueId }) => issueId));
  return [...before.filter(({ issueId }) => !again.has(issueId)), ...next];
}

/** The ids of all issues that were moved or ranked, each once. */
export function doneIds({ in: into, out, ranked }: Pick<ApplyReport, 'in' | 'out' | 'ranked'>): string[] {
  return [...new Set([...into, ...out, ...ranked].map(({ issueId }) => issueId))];
}

/** How many moves and ranks were made: an issue that was moved and then ranked is two. */
export function doneCount({ in: into, out, ranked }: Pick<ApplyReport, 'in' | 'out' | 'ranked'>): number {
  return into.length + out.length + ranked.length;
}

const mostReconciled = 50;

/** The issues that Jira's lists may lag behind on: the newest of those that were changed, as many as a call may name. */
export function toReconcile(...changed: readonly (readonly string[])[]): string[] {
  const newestFirst = new Set(changed.flat().reverse());
  return [...newestFirst].slice(0, mostReconciled).reverse();
}
