import { sprintDays, weekdayOf } from './half-days';

/** A piece of time between two instants (ISO 8601). */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** What is begun and ended between the middles of two halves took some time all the same: half of a half. */
const leastHalves = 0.5;

/**
 * Working hours in which something was in progress, for teams that log no work: the half-days from Monday to Friday whose
 * middle lies in one of the spans, at half a working day each.
 *
 * @param spans that do not overlap
 * @param timeZone IANA name of the zone that the team works in
 * @param hoursPerDay of the site
 */
export function hoursInProgress(spans: readonly Span[], timeZone: string, hoursPerDay: number): number {
  const halves = spans
    .flatMap(({ from, to }) => sprintDays(from, to, timeZone))
    .filter(({ date }) => weekdayOf(date) < 5)
    .reduce((count, day) => count + day.halves.length, 0);
  return (Math.max(leastHalves, halves) * hoursPerDay) / 2;
}
