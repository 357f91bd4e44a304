import type { FreeDay } from './team-types';

/** By date, whatever order they came in. */
export function inDateOrder(days: readonly FreeDay[]): FreeDay[] {
  return [...days].sort((one, other) => one.date.localeCompare(other.date) || one.name.localeCompare(other.name));
}

/**
 * With the public holidays of a region in some years in the place of those that were there, so that adding them again
 * changes nothing. The company's own days and other regions stay.
 *
 * @param holidays of this region in these years
 */
export function withHolidays(
  days: readonly FreeDay[],
  region: string,
  years: readonly number[],
  holidays: readonly FreeDay[],
): FreeDay[] {
  const kept = days.filter((day) => day.region !== region || !years.includes(Number(day.date.slice(0, 4))));
  return inDateOrder([...kept, ...holidays]);
}

/** With a company day in the place of another, or as one more. @param before null: it is new */
export function withFreeDay(days: readonly FreeDay[], before: FreeDay | null, day: FreeDay): FreeDay[] {
  return inDateOrder([...(before === null ? days : withoutFreeDay(days, before)), day]);
}

/** Without this day. It is known by what it says, so that it is found in a list that somebody else has saved. */
export function withoutFreeDay(days: readonly FreeDay[], gone: FreeDay): FreeDay[] {
  return days.filter(
    ({ date, half, name, region }) =>
      date !== gone.date || half !== gone.half || name !== gone.name || region !== gone.region,
  );
}

/** The regions whose public holidays are there, by code. @param also one that somebody keeps, or '' */
export function regionsOf(days: readonly FreeDay[], also: string): string[] {
  const regions = new Set(days.flatMap(({ region }) => (region === null ? [] : [region])));
  return [...(also === '' ? regions : regions.add(also))].sort();
}
