/** How a site writes times, and what its working day and week are; as Jira's configuration has it. */
export interface TimeTracking {
  hoursPerDay: number;
  daysPerWeek: number;
  /** '1d 4h', '1.5d' or '12h' */
  format: 'pretty' | 'days' | 'hours';
}

/** Hours in the site's own format. All take hours of 0 or more. */
export interface TimeStyle {
  /** A time that somebody has set, as Jira shows it: exact to the minute, save that 'hours' has one decimal. */
  exact(hours: number): string;
  /** As exact, but without weeks: it stands beside sums, which have none. */
  capacity(hours: number): string;
  /**
   * A time that was worked out, in two units at most: minutes would look more certain than it is. Below an hour it goes to
   * the minute, below a day to the quarter of an hour, above to the hour; as decimals to one place.
   */
  rounded(hours: number): string;
  /** Two times that were worked out, in one unit where that can be. */
  range(from: number, to: number): string;
}

type Unit = 'week' | 'day' | 'hour' | 'minute';

const englishUnits: Record<Unit, string> = { week: 'w', day: 'd', hour: 'h', minute: 'm' };
const frenchUnits: Record<Unit, string> = { week: 'sem', day: 'j', hour: 'h', minute: 'min' };

/** @param tag BCP 47, one that the browser knows */
export function timeStyle(tag: string, timeTracking: TimeTracking): TimeStyle {
  const units = /^fr\b/i.test(tag) ? frenchUnits : englishUnits;
  switch (timeTracking.format) {
    case 'hours':
      return hoursStyle(tag, units);
    case 'days':
      return daysStyle(tag, units, timeTracking);
    case 'pretty':
      return prettyStyle(units, timeTracking);
  }
}

/** '12.5 h' */
function hoursStyle(tag: string, units: Record<Unit, string>): TimeStyle {
  const decimal = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const write = (hours: number): string => `${decimal.format(hours)}\u00a0${units.hour}`;
  return {
    exact: write,
    capacity: write,
    rounded: write,
    range: (from, to) => `${decimal.format(from)}–${write(to)}`,
  };
}

/** '1.5d'; a time that two decimals of a day cannot say is '3d 1h 1m', as in Jira. */
function daysStyle(tag: string, units: Record<Unit, string>, timeTracking: TimeTracking): TimeStyle {
  const { hoursPerDay } = timeTracking;
  const short = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const long = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
  const inUnits = unitWriter(units, timeTracking);
  const exact = (hours: number): string => {
    const days = hours / hoursPerDay;
    return isWhole(days * 100) ? `${long.format(days)}${units.day}` : inUnits(minutesOf(hours), withoutWeeks);
  };
  const unitOf = (hours: number): { unit: string; each: number } =>
    hours < hoursPerDay ? { unit: units.hour, each: 1 } : { unit: units.day, each: hoursPerDay };
  const range = (from: readonly number[], to: number): string => {
    const { unit, each } = unitOf(to);
    return `${[...from, to].map((hours) => short.format(hours / each)).join('–')}${unit}`;
  };
  return { exact, capacity: exact, rounded: (hours) => range([], hours), range: (from, to) => range([from], to) };
}

/** '1w 2d 4h 30m' */
function prettyStyle(units: Record<Unit, string>, timeTracking: TimeTracking): TimeStyle {
  const inUnits = unitWriter(units, timeTracking);
  const perDay = minutesOf(timeTracking.hoursPerDay);
  const rounded = (hours: number): string => inUnits(roundedMinutes(hours * 60, perDay), withoutWeeks);
  return {
    exact: (hours) => inUnits(minutesOf(hours), allUnits),
    capacity: (hours) => inUnits(minutesOf(hours), withoutWeeks),
    rounded,
    range: (from, to) => `${rounded(from)}–${rounded(to)}`,
  };
}

const allUnits: readonly Unit[] = ['week', 'day', 'hour', 'minute'];
const withoutWeeks: readonly Unit[] = ['day', 'hour', 'minute'];

function unitWriter(
  units: Record<Unit, string>,
  { hoursPerDay, daysPerWeek }: TimeTracking,
): (minutes: number, allowed: readonly Unit[]) => string {
  const perDay = minutesOf(hoursPerDay);
  const minutesPer: Record<Unit, number> = { week: Math.round(perDay * daysPerWeek), day: perDay, hour: 60, minute: 1 };
  return (minutes, allowed) => {
    let left = minutes;
    const parts: string[] = [];
    for (const unit of allowed) {
      const count = Math.floor(left / minutesPer[unit]);
      left -= count * minutesPer[unit];
      if (count > 0) parts.push(`${String(count)}${units[unit]}`);
    }
    return parts.length === 0 ? `0${units.hour}` : parts.join('\u00a0');
  };
}

function roundedMinutes(minutes: number, perDay: number): number {
  if (minutes < 60) return Math.round(minutes);
  // A day need not be whole quarters of an hour, nor whole hours.
  if (minutes < perDay) return Math.min(perDay, Math.round(minutes / 15) * 15);
  const days = Math.floor(minutes / perDay);
  return days * perDay + Math.min(perDay, Math.round((minutes - days * perDay) / 60) * 60);
}

function minutesOf(hours: number): number {
  return Math.round(hours * 60);
}

/** Apart from what the arithmetic leaves behind. */
function isWhole(number: number): boolean {
  return Math.abs(number - Math.round(number)) < 1e-6;
}
