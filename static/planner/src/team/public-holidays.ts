import { datesBetween } from '../../../../src/estimation/half-days';
import { inDateOrder } from './free-days';
import type { FreeDay } from './team-types';

/** One holiday as date-holidays gives it; `date` is its first day where it is kept, 'yyyy-mm-dd hh:mm:ss'. */
interface GivenHoliday {
  readonly date: string;
  readonly start: Date;
  readonly end: Date;
  readonly name: string;
  readonly type: string;
}

/** The part of date-holidays that is asked for days. */
export interface HolidaySource {
  getHolidays(year: number): readonly GivenHoliday[];
}

/** Which holidays are kept somewhere: a country, and a state and a region in it, as date-holidays names them. */
export interface Region {
  readonly country: string;
  /** '': the whole country. */
  readonly state: string;
  readonly region: string;
}

/** What a region can be chosen from, by code: its name. */
export interface HolidayRegions {
  countries(): Readonly<Record<string, string>>;
  states(country: string): Readonly<Record<string, string>>;
  regions(country: string, state: string): Readonly<Record<string, string>>;
  /** Of some years, on which nobody works. */
  holidays(region: Region, years: readonly number[]): FreeDay[];
}

/** 'DE-BY': the name under which a region's days are kept. */
export function regionCode({ country, state, region }: Region): string {
  return [country, state, region].filter((part) => part !== '').join('-');
}

const hour = 3_600_000;

/**
 * The public holidays of a region: each of their dates once, at most of these years. What begins at noon or later is an
 * afternoon; banks' and schools' days and mere observances are working days.
 *
 * @param source of this region
 */
export function holidaysOf(region: string, years: readonly number[], source: HolidaySource): FreeDay[] {
  const byDate = new Map<string, FreeDay>();
  for (const { date, start, end, name, type } of years.flatMap((year) => source.getHolidays(year))) {
    if (type !== 'public') continue;
    const first = date.slice(0, 10);
    const half = date.slice(11, 13) >= '12' ? 'pm' : null;
    // Whole days, but one that is an hour short has lost it to daylight saving.
    const days = Math.max(1, Math.floor((end.getTime() - start.getTime()) / hour / 24 + 1 / 12));
    for (const each of daysFrom(first, days)) {
      if (!years.includes(Number(each.slice(0, 4))) || byDate.get(each)?.half === null) continue;
      byDate.set(each, { date: each, half, name: name.slice(0, 120), region });
    }
  }
  return inDateOrder([...byDate.values()]);
}

function daysFrom(first: string, count: number): string[] {
  const last = new Date(Date.parse(`${first}T00:00:00Z`) + (count - 1) * 24 * hour);
  return datesBetween(first, last.toISOString().slice(0, 10));
}

/**
 * Loads date-holidays, which is large: only when somebody wants it.
 *
 * @param language ISO 639-1, for the names; where there is none, the region's own
 * @returns null when it could not be loaded
 */
export async function loadHolidayRegions(language: string): Promise<HolidayRegions | null> {
  try {
    const { default: Holidays } = await import('date-holidays');
    const all = new Holidays();
    return {
      countries: () => all.getCountries(language),
      states: (country) => orNone(all.getStates(country, language)),
      regions: (country, state) => orNone(all.getRegions(country, state, language)),
      holidays: (region, years) =>
        holidaysOf(
          regionCode(region),
          years,
          new Holidays(region.country, region.state, region.region, { languages: language }),
        ),
    };
  } catch {
    return null;
  }
}

/** Where there are none it answers nothing at all, whatever its types say. */
function orNone(names: Readonly<Record<string, string>> | undefined): Readonly<Record<string, string>> {
  return names ?? {};
}
