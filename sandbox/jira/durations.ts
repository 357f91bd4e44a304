import type { Site } from '../site/site';

type TimeTracking = Site['timeTracking'];

const minute = 60;
const hour = 60 * minute;

/** Seconds of each unit on this site: days and weeks are working days and working weeks. */
function unitsOf({ workingHoursPerDay, workingDaysPerWeek }: TimeTracking): {
  w: number;
  d: number;
  h: number;
  m: number;
} {
  const day = workingHoursPerDay * hour;
  return { w: workingDaysPerWeek * day, d: day, h: hour, m: minute };
}

const unitLetter = { minute: 'm', hour: 'h', day: 'd', week: 'w' } as const;

/**
 * Seconds of a duration as people type it into Jira: `90m`, `1d 2h`, `1.5h`; a bare number is in the site's default unit.
 * Jira keeps whole minutes.
 * @returns undefined for anything else
 */
export function parseDuration(text: string, timeTracking: TimeTracking): number | undefined {
  const units = unitsOf(timeTracking);
  let seconds = 0;
  for (const part of text.trim().split(/\s+/)) {
    const [, amount, letter = unitLetter[timeTracking.defaultUnit]] =
      /^(\d{1,9}(?:\.\d{1,9})?)([wdhm])?$/.exec(part) ?? [];
    if (amount === undefined || !isUnit(letter)) return undefined;
    seconds += Number(amount) * units[letter];
  }
  return Math.round(seconds / minute) * minute;
}

function isUnit(letter: string): letter is keyof ReturnType<typeof unitsOf> {
  return letter === 'w' || letter === 'd' || letter === 'h' || letter === 'm';
}

/** A duration as Jira writes it in `timetracking`: `3d 4h`, `0m`. What is left below a minute is dropped. */
export function formatDuration(seconds: number, timeTracking: TimeTracking): string {
  const units = unitsOf(timeTracking);
  const parts: string[] = [];
  let left = seconds;
  for (const letter of ['w', 'd', 'h', 'm'] as const) {
    const count = Math.floor(left / units[letter]);
    left -= count * units[letter];
    if (count > 0) parts.push(`${count}${letter}`);
  }
  return parts.length === 0 ? '0m' : parts.join(' ');
}
