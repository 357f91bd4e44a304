import { Declined, type RefusedIssue } from '../../jira/declined';
import type { JiraSession } from '../../jira/session';
import { Problem } from '../../problem';

/** One call that changes up to 50 issues in Jira, and that may be repeated. */
export interface Step {
  readonly kind: 'in' | 'out' | 'rank';
  readonly ids: readonly string[];
  /**
   * Sends it for these issues.
   *
   * @returns those that Jira turned down while it did the others
   * @throws Declined when Jira turned down all, because of at least one
   */
  readonly run: (ids: readonly string[]) => Promise<readonly RefusedIssue[]>;
  /** Of its two halves the second has to go first. */
  readonly lastFirst?: boolean;
}

/** What has become of the steps, by issue id. */
export interface CarriedOut {
  done: Readonly<Record<Step['kind'], ReadonlySet<string>>>;
  refused: readonly (RefusedIssue & { what: 'move' | 'rank' })[];
  /** Jira was asked to move these and gave no answer; it may have done it. */
  unsure: ReadonlySet<string>;
  /** How many issues were not tried. */
  left: number;
  /** Why it ended before it is known that anything was done. */
  problem: Problem | null;
}

/** A call of 50 issues takes Jira seconds: after this, before the deadline, none is begun. */
const lastStart = 4000;

/**
 * Carries out steps, one after the other, for as long as there is time, and finds the issues because of which Jira turns
 * down a whole step. When Jira stops answering, it stops, and the issues of that step are reported with the reason.
 *
 * @param ranksWithout the steps that rank, decided when it is known what could not be moved: neither that nor anything
 *   beside it can get its place
 */
export async function carryOut(
  jira: JiraSession,
  moves: readonly Step[],
  ranksWithout: (notMoved: ReadonlySet<string>) => readonly Step[],
): Promise<CarriedOut> {
  const done = { in: new Set<string>(), out: new Set<string>(), rank: new Set<string>() };
  const refused: CarriedOut['refused'][number][] = [];
  const unsure = new Set<string>();
  const notMoved = new Set<string>();
  const refuse = (kind: Step['kind'], refusals: readonly RefusedIssue[]): void => {
    const what = kind === 'rank' ? 'rank' : 'move';
    for (const refusal of refusals) refused.push({ ...refusal, what });
    if (what === 'move') for (const { issueId } of refusals) notMoved.add(issueId);
  };
  let isFirst = true;

  const run = async (steps: readonly Step[]): Promise<Ended> => {
    const waiting: Half[] = [...steps];
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const { kind, ids, lastFirst } = step;
      if (!isFirst && jira.pace.now() > jira.deadline - lastStart)
        return { waiting: [step, ...waiting], problem: null };
      isFirst = false;
      try {
        const refusals = await step.run(ids);
        refuse(kind, refusals);
        const isRefused = new Set(refusals.map(({ issueId }) => issueId));
        for (const id of ids) if (!isRefused.has(id)) done[kind].add(id);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        if (error instanceof Declined && ids.length > 1) {
          const middle = Math.ceil(ids.length / 2);
          const halves = [ids.slice(0, middle), ids.slice(middle)].map((half) => ({
            ...step,
            ids: half,
            declined: error,
          }));
          waiting.unshift(...(lastFirst === true ? halves.reverse() : halves));
          continue;
        }
        refuse(kind, reasonFor(ids, error));
        if (error instanceof Declined) continue;
        if (kind !== 'rank') for (const id of ids) unsure.add(id);
        return { waiting, problem: error };
      }
    }
    return { waiting, problem: null };
  };

  const moved = await run(moves);
  const ranks = ranksWithout(notMoved);
  const isCut = moved.waiting.length > 0 || moved.problem !== null;
  const { waiting, problem }: Ended = isCut ? { ...moved, waiting: [...moved.waiting, ...ranks] } : await run(ranks);
  // There was no time to find out which of them it was. Were they left over, pressing again could go on for ever.
  for (const { kind, ids, declined } of waiting) if (declined !== undefined) refuse(kind, reasonFor(ids, declined));
  const left = new Set(waiting.flatMap(({ ids, declined }) => (declined === undefined ? ids : [])));
  const nothingDone = Object.values(done).every(({ size }) => size === 0);
  return { done, refused, unsure, left: left.size, problem: nothingDone ? problem : null };
}

/** Part of a step that Jira turned down as a whole, and how. */
interface Half extends Step {
  readonly declined?: Declined;
}

/** What was not tried, and why not; without a problem there was no time for it. */
interface Ended {
  readonly waiting: readonly Half[];
  readonly problem: Problem | null;
}

function reasonFor(ids: readonly string[], { code, message }: Problem): RefusedIssue[] {
  return ids.map((issueId) => ({ issueId, code, why: message }));
}
