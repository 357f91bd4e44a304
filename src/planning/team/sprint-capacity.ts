import type { PlannerSprint, Value } from '../../contract';
import { keepsFreeDay, personCapacity, type WorkingPattern, worksOn } from '../../estimation/capacity';
import { departmentOn } from '../../estimation/departments';
import { type DateRange, type Day, type Half, isWithin, sprintDays } from '../../estimation/half-days';
import type { StoredPerson, Team } from '../../storage/teams';

type SprintCapacity = NonNullable<Value<'openTeam'>['sprint']>;
type Person = Omit<SprintCapacity['people'][number], 'name'>;

/** Of the statuses that somebody can have, these two work. */
const working: readonly StoredPerson['status'][] = ['active', 'probation'];

/** Does this person work on the board, at some time? */
export function worksHere({ status }: Pick<StoredPerson, 'status'>): boolean {
  return working.includes(status);
}

/** Does this person work on the board on this date, holidays and time off apart? @param date yyyy-mm-dd */
export function worksHereOn(person: Pick<StoredPerson, 'status' | 'from' | 'until'>, date: string): boolean {
  const { from, until } = person;
  return worksHere(person) && (from === null || from <= date) && (until === null || date <= until);
}

/** Days of people; more would not go through Forge's 5 MB with the rest of the team. Nobody reads as many. */
const mostCalendarDays = 40_000;

/** The people's capacity of a sprint, before anybody has put another number in its place. */
export interface PeoplesCapacity {
  hours: number | null;
  why: SprintCapacity['why'];
  people: Person[];
}

/**
 * What the people of a board can give to a sprint: Σ hours per day × working days × share × focus − time off − holidays.
 *
 * @param timeZone of the team: on which clock the sprint starts and ends
 * @returns calendars are empty where there would be too many
 */
export function peoplesCapacity(
  team: Pick<Team, 'people' | 'timeOff' | 'freeDays'>,
  { startDate, endDate }: Pick<PlannerSprint, 'startDate' | 'endDate'>,
  timeZone: string,
): PeoplesCapacity {
  const people = team.people.filter(worksHere);
  if (people.length === 0) return { hours: null, why: 'noPeople', people: [] };
  if (startDate === undefined || endDate === undefined) return { hours: null, why: 'noDates', people: [] };
  const days = sprintDays(startDate, endDate, timeZone);
  const dates = new Set(days.map(({ date }) => date));
  const holidaysOf = byRegion(team.freeDays.filter(({ date }) => dates.has(date)));
  const timeOffOf = byPerson(team.timeOff);
  const hasCalendars = people.length * days.length <= mostCalendarDays;
  const capacities = people.map((person): Person => {
    const timeOff = timeOffOf.get(person.accountId) ?? [];
    const holidays = holidaysOf(person.region);
    const pattern = patternOf(person);
    return {
      accountId: person.accountId,
      hoursPerDay: person.hoursPerDay,
      share: person.share,
      focus: person.focus,
      departmentId: departmentOn(person.departments, days[0]?.date ?? startDate.slice(0, 10)),
      ...personCapacity(days, pattern, holidays, timeOff),
      calendar: hasCalendars ? days.map((day) => calendarDay(day, pattern, holidays, timeOff)) : [],
    };
  });
  return { hours: capacities.reduce((sum, { hours }) => sum + hours, 0), why: 'ok', people: capacities };
}

/** The free days that people of a region keep. */
function byRegion(freeDays: Team['freeDays']): (region: string | null) => readonly DateRange[] {
  const known = new Map<string | null, readonly DateRange[]>();
  return (region) => {
    const kept =
      known.get(region) ??
      freeDays
        .filter((day) => keepsFreeDay(region, day))
        .map(({ date, half }): DateRange => ({ from: date, to: date, half }));
    known.set(region, kept);
    return kept;
  };
}

function byPerson(timeOff: Team['timeOff']): ReadonlyMap<string, DateRange[]> {
  const ranges = new Map<string, DateRange[]>();
  for (const { accountId, from, to, half } of timeOff) {
    const theirs = ranges.get(accountId);
    if (theirs === undefined) ranges.set(accountId, [{ from, to, half }]);
    else theirs.push({ from, to, half });
  }
  return ranges;
}

function patternOf({ hoursPerDay, weekdays, from, until, share, focus }: StoredPerson): WorkingPattern {
  return { hoursPerDay, weekdays, from, until, share: share / 100, focus: focus / 100 };
}

function calendarDay(
  { date, halves }: Day,
  pattern: WorkingPattern,
  holidays: readonly DateRange[],
  timeOff: readonly DateRange[],
): Person['calendar'][number] {
  const isHere = worksOn(pattern, date);
  const of = (half: Half): 'works' | 'holiday' | 'off' | 'none' => {
    if (!isHere || !halves.includes(half)) return 'none';
    if (isWithin(holidays, date, half)) return 'holiday';
    return isWithin(timeOff, date, half) ? 'off' : 'works';
  };
  return { date, am: of('am'), pm: of('pm') };
}
