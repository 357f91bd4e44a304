import type { Value } from '../../contract';
import { personCapacity, type WorkingPattern, worksOn } from '../../estimation/capacity';
import { departmentOn } from '../../estimation/departments';
import { type DateRange, type Day, type Half, isWithin, sprintDays } from '../../estimation/half-days';
import type { Sprint } from '../../jira/sprints';
import type { StoredPerson, Team } from '../../storage/teams';

type SprintCapacity = NonNullable<Value<'openTeam'>['sprint']>;
type Person = Omit<SprintCapacity['people'][number], 'name'>;

/** Of the statuses that somebody can have, these two work. */
const working: readonly StoredPerson['status'][] = ['active', 'probation'];

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
 */
export function peoplesCapacity(team: Team, sprint: Sprint, timeZone: string): PeoplesCapacity {
  const { startDate, endDate } = sprint;
  const people = team.people.filter(({ status }) => working.includes(status));
  if (people.length === 0) return { hours: null, why: 'noPeople', people: [] };
  if (startDate === undefined || endDate === undefined) return { hours: null, why: 'noDates', people: [] };
  const days = sprintDays(startDate, endDate, timeZone);
  const holidays = team.freeDays.map(({ date, half }): DateRange => ({ from: date, to: date, half }));
  const capacities = people.map((person): Person => {
    const timeOff = team.timeOff.filter(({ accountId }) => accountId === person.accountId);
    const pattern = patternOf(person);
    return {
      accountId: person.accountId,
      hoursPerDay: person.hoursPerDay,
      share: person.share,
      focus: person.focus,
      departmentId: departmentOn(person.departments, days[0]?.date ?? startDate.slice(0, 10)),
      ...personCapacity(days, pattern, holidays, timeOff),
      calendar: days.map((day) => calendarDay(day, pattern, holidays, timeOff)),
    };
  });
  return { hours: capacities.reduce((sum, { hours }) => sum + hours, 0), why: 'ok', people: capacities };
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
