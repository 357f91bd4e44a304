/**
 * Working time in half-days. A day is a date of the calendar ('2026-11-23'), never an instant, so neither time zones nor
 * daylight saving can move it; only where a sprint starts and ends is an instant, and is read on the team's own clock.
 */

export type Half = 'am' | 'pm';

/** The halves of one date. */
export interface Day {
  readonly date: string;
  readonly halves: readonly Half[];
}

/** From one date to another, both included; `half` is the only half of each date that is meant, null all of it. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
  readonly half: Half | null;
}

/**
 * A half belongs to a sprint when the middle of it does: 10:30 and 15:00. So a sprint that starts at two in the afternoon
 * has its first afternoon, one that ends at nine in the morning has nothing of that day, and a sprint that is split
 * anywhere loses nothing and counts nothing twice.
 */
const middleMinutes: readonly (readonly [Half, number])[] = [
  ['am', 10 * 60 + 30],
  ['pm', 15 * 60],
];

const dayMilliseconds = 86_400_000;

function dateNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMilliseconds;
}

function dateOf(number: number): string {
  return new Date(number * dayMilliseconds).toISOString().slice(0, 10);
}

/** All dates from one to another, both included; none when the second is before the first. */
export function datesBetween(from: string, to: string): string[] {
  const first = dateNumber(from);
  const count = Math.max(0, dateNumber(to) - first + 1);
  return Array.from({ length: count }, (_, index) => dateOf(first + index));
}

/** 0 is Monday, 6 is Sunday. */
export function weekdayOf(date: string): number {
  // 1970-01-01 was a Thursday.
  return (((dateNumber(date) + 3) % 7) + 7) % 7;
}

interface ClockTime {
  date: string;
  minutes: number;
}

/** What the clock on the wall says. @param timeZone an IANA name */
function clockTime(instant: string, timeZone: string): ClockTime {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(new Date(instant));
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return {
    date: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    minutes: Number(part('hour')) * 60 + Number(part('minute')),
  };
}

/**
 * The date of the calendar at an instant.
 *
 * @param instant ISO 8601
 * @param timeZone IANA name
 * @throws RangeError for a time zone or an instant that does not exist
 */
export function dateAt(instant: string, timeZone: string): string {
  return clockTime(instant, timeZone).date;
}

/**
 * The half-days of a sprint, weekends and all.
 *
 * @param start ISO 8601 instant, as Jira gives it
 * @param end ISO 8601 instant; before the start, the sprint has no days
 * @param timeZone IANA name of the zone that the team works in
 * @throws RangeError for a time zone or an instant that does not exist
 */
export function sprintDays(start: string, end: string, timeZone: string): Day[] {
  const first = clockTime(start, timeZone);
  const last = clockTime(end, timeZone);
  return datesBetween(first.date, last.date).flatMap((date) => {
    const halves = middleMinutes.flatMap(([half, minutes]) => {
      const hasStarted = date > first.date || minutes >= first.minutes;
      const hasEnded = date === last.date && minutes >= last.minutes;
      return hasStarted && !hasEnded ? [half] : [];
    });
    return halves.length === 0 ? [] : [{ date, halves }];
  });
}

/** Is this half of this date in one of the ranges? */
export function isWithin(ranges: readonly DateRange[], date: string, half: Half): boolean {
  return ranges.some((range) => range.from <= date && date <= range.to && (range.half === null || range.half === half));
}
