import { keepsFreeDay } from '../../estimation/capacity';
import type { StoredPerson, StoredTimeOff, Team, TeamChange } from '../../storage/teams';
import { worksHere } from './sprint-capacity';

/** What was changed, of whom, and the dates that it touches; null: from the beginning, for ever. */
export type Difference = Omit<TeamChange, 'at' | 'by'>;
type Span = Pick<Difference, 'from' | 'to'>;
type Capacities = Pick<Team, 'people' | 'timeOff' | 'freeDays' | 'timeZone'>;

/** What decides on somebody's days and hours; `from` and `until` do too. */
const patternKeys = ['hoursPerDay', 'share', 'focus', 'region', 'from', 'until'] as const;

/**
 * What a change of a team changes in anybody's days or hours: not roles, reasons or departments, and nothing about people who
 * work here neither before nor after.
 */
export function changesBetween(before: Capacities, after: Capacities): Difference[] {
  const were = workingPeople(before);
  const are = workingPeople(after);
  const stayed = [...were.values()].filter(({ accountId }) => are.has(accountId));
  return [
    ...changesOfPeople(were, are),
    ...changesOfTimeOff(before.timeOff, after.timeOff, new Set(stayed.map(({ accountId }) => accountId))),
    ...changesOfFreeDays(before.freeDays, after.freeDays, new Set(stayed.map(({ region }) => region))),
    ...(before.timeZone === after.timeZone || stayed.length === 0
      ? []
      : [{ what: 'timeZone' as const, accountId: null, ...always }]),
  ];
}

const always: Span = { from: null, to: null };

/** The dates from the first to the last that any of these touches. */
export function spanOf(spans: readonly Span[]): Span {
  const edge = (dates: readonly (string | null)[], which: 'first' | 'last'): string | null => {
    const known = dates.filter((date) => date !== null).sort();
    return known.length < dates.length ? null : ((which === 'first' ? known[0] : known.at(-1)) ?? null);
  };
  return {
    from: edge(
      spans.map(({ from }) => from),
      'first',
    ),
    to: edge(
      spans.map(({ to }) => to),
      'last',
    ),
  };
}

function workingPeople({ people }: Capacities): ReadonlyMap<string, StoredPerson> {
  return new Map(people.filter(worksHere).map((person) => [person.accountId, person]));
}

function changesOfPeople(
  were: ReadonlyMap<string, StoredPerson>,
  are: ReadonlyMap<string, StoredPerson>,
): Difference[] {
  return [...new Set([...were.keys(), ...are.keys()])].flatMap((accountId): Difference[] => {
    const [was, is] = [were.get(accountId), are.get(accountId)];
    if (was !== undefined && is !== undefined && hasSamePattern(was, is)) return [];
    const both = [was, is].filter((person) => person !== undefined);
    return [{ what: 'person', accountId, ...spanOf(both.map(({ from, until }) => ({ from, to: until }))) }];
  });
}

function hasSamePattern(one: StoredPerson, other: StoredPerson): boolean {
  return (
    patternKeys.every((key) => one[key] === other[key]) &&
    one.weekdays.length === other.weekdays.length &&
    one.weekdays.every((works, weekday) => works === other.weekdays[weekday])
  );
}

/** @param stayed the time off of who comes or goes is no change of its own */
function changesOfTimeOff(
  before: readonly StoredTimeOff[],
  after: readonly StoredTimeOff[],
  stayed: ReadonlySet<string>,
): Difference[] {
  const entries = (timeOff: readonly StoredTimeOff[]): [string, StoredTimeOff][] =>
    timeOff.flatMap((entry) =>
      // Another person's is another entry, whatever its id.
      stayed.has(entry.accountId) ? [[`${entry.id} ${entry.accountId}`, entry]] : [],
    );
  const [were, are] = [new Map(entries(before)), new Map(entries(after))];
  return [...new Set([...were.keys(), ...are.keys()])].flatMap((key) => {
    const [was, is] = [were.get(key), are.get(key)];
    if (was?.from === is?.from && was?.to === is?.to && was?.half === is?.half) return [];
    const both = [was, is].filter((entry) => entry !== undefined);
    return both.slice(0, 1).map(({ accountId }) => ({ what: 'timeOff' as const, accountId, ...spanOf(both) }));
  });
}

/** @param regions of the people who stay */
function changesOfFreeDays(
  before: Team['freeDays'],
  after: Team['freeDays'],
  regions: ReadonlySet<string | null>,
): Difference[] {
  const kept = (freeDays: Team['freeDays']): Map<string, string> =>
    new Map(
      freeDays
        .filter((day) => [...regions].some((region) => keepsFreeDay(region, day)))
        .map(({ date, half, region }) => [JSON.stringify([date, half, region]), date]),
    );
  const [were, are] = [kept(before), kept(after)];
  const differing = [...[...were].filter(([key]) => !are.has(key)), ...[...are].filter(([key]) => !were.has(key))].map(
    ([, date]) => ({ from: date, to: date }),
  );
  return differing.length === 0 ? [] : [{ what: 'freeDays', accountId: null, ...spanOf(differing) }];
}
