import type { SiteSprint, SiteUser } from './site';
import { siteUser } from './site-defaults';
import { smallTeamUsers } from './small-team';

/** Somebody of the team with a past, and how their work differs from what they say before it. */
export interface Worker {
  user: SiteUser;
  /** Logarithm of what their issues take, over the estimate; 0 is neither more nor less. */
  bias: number;
  /** Standard deviation of that logarithm. */
  spread: number;
  /** What is left of a day for issues, in hours. */
  hoursPerDay: number;
}

const [ada, noor, tomas, vera, outsider] = smallTeamUsers;

const known = (user: SiteUser | undefined): SiteUser => {
  if (user === undefined) throw new Error('The small team has fewer people than the team with a past needs.');
  return user;
};

export const workers: readonly [Worker, ...Worker[]] = [
  { user: known(ada), bias: -0.05, spread: 0.35, hoursPerDay: 5 },
  { user: known(noor), bias: 0.05, spread: 0.45, hoursPerDay: 6 },
  { user: known(tomas), bias: 0.2, spread: 0.55, hoursPerDay: 6 },
  { user: siteUser('mei', 'Mei Tanaka', 'member'), bias: -0.15, spread: 0.35, hoursPerDay: 5.5 },
  { user: siteUser('jonas', 'Jonas Weber', 'member'), bias: 0, spread: 0.45, hoursPerDay: 5.5 },
  { user: siteUser('priya', 'Priya Nair', 'member'), bias: 0.1, spread: 0.5, hoursPerDay: 6 },
];

export const historyUsers: readonly SiteUser[] = [...workers.map(({ user }) => user), known(vera), known(outsider)];

const closedSprints = 26;
const day = 24 * 3_600_000;
const firstMonday = Date.parse('2025-11-17T00:00:00.000Z');

/** Two weeks each, from Monday 9:00 to Friday 16:00: 26 closed ones, the one of 16 November 2026, and one to come. */
export const historySprints: readonly SiteSprint[] = Array.from({ length: closedSprints + 2 }, (_, place) => {
  const id = place + 1;
  const monday = firstMonday + place * 14 * day;
  const end = monday + 11 * day + 16 * 3_600_000;
  const isClosed = id <= closedSprints;
  return {
    id,
    name: `Sprint ${String(id)}`,
    state: isClosed ? 'closed' : id === closedSprints + 1 ? 'active' : 'future',
    originBoardId: 1,
    startDate: new Date(monday + 9 * 3_600_000).toISOString(),
    endDate: new Date(end).toISOString(),
    // Nobody completes a sprint to the minute.
    ...(isClosed ? { completeDate: new Date(end + ((id * 17) % 60) * 60_000).toISOString() } : {}),
  };
});

/** Midnight of each of a sprint's ten working days, in milliseconds since 1970. */
export function workingDays({ startDate }: SiteSprint): number[] {
  const monday = Date.parse(startDate ?? '') - 9 * 3_600_000;
  return [0, 1, 2, 3, 4, 7, 8, 9, 10, 11].map((days) => monday + days * day);
}
