import type { PastSprint } from './opened-history';

/** From so many finished issues on a team's own past is worth more than other teams'. */
const leastKnown = 10;

/** What would have been said of a past sprint, and where it ended. */
export interface SaidThen {
  readonly id: number;
  readonly name: string;
  readonly known: number;
  /** So little was known that what was said came from other teams. */
  readonly few: boolean;
  /** P10 and P90 of the total, and what it was; hours. */
  readonly low: number;
  readonly high: number;
  readonly actual: number;
  readonly place: 'below' | 'within' | 'above';
  /** Hours that the chance is for. */
  readonly capacity: number;
  readonly chance: number;
}

/** Only the sprints in which something was finished, in their order. */
export function saidThen(sprints: readonly Pick<PastSprint, 'id' | 'name' | 'then'>[]): SaidThen[] {
  return sprints.flatMap(({ id, name, then }) => {
    if (then === null) return [];
    const { known, low, high, actual } = then;
    const place = actual < low ? 'below' : actual > high ? 'above' : 'within';
    return [{ ...then, id, name, few: known < leastKnown, place }];
  });
}
