import { type DateRange, type Day, isWithin, weekdayOf } from './half-days';

/** How somebody works on a board. */
export interface WorkingPattern {
  /** Hours of a whole working day. */
  readonly hoursPerDay: number;
  /** Seven, Monday first: does this person work then? */
  readonly weekdays: readonly boolean[];
  /** First and last date; null: always. */
  readonly from: string | null;
  readonly until: string | null;
  /** The part of their time that is for this board, a fraction. */
  readonly share: number;
  /** The part of that time that goes into planned work, a fraction. */
  readonly focus: number;
}

/** The sum behind one person's capacity. Days may be halves. */
export interface PersonCapacity {
  /** Days of the sprint on which this person works, before anything is taken off. */
  readonly workingDays: number;
  /** Of those, public holidays and company days. */
  readonly holidays: number;
  /** Of those that are left, days off: what is a holiday anyway is not counted twice. */
  readonly daysOff: number;
  /** `workingDays − holidays − daysOff`. */
  readonly days: number;
  /** `days × hoursPerDay × share × focus`. */
  readonly hours: number;
}

/**
 * What one person can give to a sprint: hours per day × working days × share × focus, less holidays and time off.
 *
 * @param days of the sprint
 * @param holidays nobody works then
 * @param timeOff of this person
 */
export function personCapacity(
  days: readonly Day[],
  pattern: WorkingPattern,
  holidays: readonly DateRange[],
  timeOff: readonly DateRange[],
): PersonCapacity {
  let [working, free, off] = [0, 0, 0];
  for (const { date, halves } of days) {
    if (!worksOn(pattern, date)) continue;
    for (const half of halves) {
      working += 1;
      if (isWithin(holidays, date, half)) free += 1;
      else if (isWithin(timeOff, date, half)) off += 1;
    }
  }
  const left = (working - free - off) / 2;
  return {
    workingDays: working / 2,
    holidays: free / 2,
    daysOff: off / 2,
    days: left,
    hours: left * pattern.hoursPerDay * pattern.share * pattern.focus,
  };
}

/**
 * Does somebody keep this free day? The company's own days (region null) are for everybody, public holidays for those of the
 * same region and for those who have none.
 *
 * @param region whose public holidays this person keeps; null: all that there are
 */
export function keepsFreeDay(region: string | null, freeDay: { readonly region: string | null }): boolean {
  return region === null || freeDay.region === null || freeDay.region === region;
}

/** Is this one of the dates on which somebody works, holidays and time off apart? */
export function worksOn({ weekdays, from, until }: WorkingPattern, date: string): boolean {
  return weekdays[weekdayOf(date)] === true && (from === null || from <= date) && (until === null || date <= until);
}
