import { format } from 'date-fns';

import { texts } from '../texts';

/** File systems take 255 bytes, and a character can be four of them. */
const mostCharacters = 50;

/** Control characters, and the signs that turn the direction of a text: 'gpj.exe' can be made to look like 'exe.jpg'. */
const unseen = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * The file that a plan is saved as: '<sprint name> plan <yyyy-mm-dd>.csv'.
 *
 * @param sprint a name that anybody may have chosen: what a file system takes for a path, a drive or a device is replaced
 * @param day in the reader's time zone
 */
export function csvFileName(sprint: string, day: Date): string {
  const safe = Array.from(sprint.replace(unseen, '').replace(/[\\/:*?"<>|]/g, '-'))
    .slice(0, mostCharacters)
    .join('')
    .replace(/^[\s.]+/, '')
    .trim();
  return `${texts.finding.planOf(safe, format(day, 'yyyy-MM-dd')).trim()}.csv`;
}
