import { max, min } from 'date-fns';
import type { CsvIssue } from './csv-issue';
import type { SiteSprint } from './site';

/**
 * The sprints that an export names, in the order in which they first appear. An export has neither their ids, nor
 * their states, nor their dates, so these follow from the issues.
 *
 * An issue can be in one open sprint at most: of the sprints of a row only the last one can still be open for it, and
 * it says nothing about the others but that it went on from there.
 */
export function csvSprints(issues: readonly CsvIssue[], boardId: number): Map<string, SiteSprint> {
  const issuesLeft = new Map<string, CsvIssue[]>(issues.flatMap(({ sprints }) => sprints.map((name) => [name, []])));
  for (const issue of issues) issuesLeft.get(issue.sprints.at(-1) ?? '')?.push(issue);
  const ids = sprintIds([...issuesLeft.keys()]);
  return new Map(
    [...issuesLeft].map(([name, own]) => {
      const state = sprintState(own);
      const dates = state === 'closed' ? datesOf(own) : {};
      return [name, { id: ids.get(name) ?? 0, name, state, originBoardId: boardId, ...dates }];
    }),
  );
}

function sprintState(own: readonly CsvIssue[]): SiteSprint['state'] {
  if (own.every(({ category }) => category === 'done')) return 'closed';
  return own.every(({ category }) => category === 'new') ? 'future' : 'active';
}

function datesOf(own: readonly CsvIssue[]): Pick<SiteSprint, 'startDate' | 'endDate' | 'completeDate'> {
  const created = own.flatMap((issue) => issue.created ?? []);
  const resolved = own.flatMap((issue) => issue.resolved ?? []);
  const end = resolved.length === 0 ? undefined : max(resolved).toISOString();
  return {
    ...(created.length === 0 ? {} : { startDate: min(created).toISOString() }),
    ...(end === undefined ? {} : { endDate: end, completeDate: end }),
  };
}

/** The last number in a sprint's name, where no other sprint has the same; the others are numbered around those. */
function sprintIds(names: readonly string[]): Map<string, number> {
  const numbers = names.map((name) => Number(/(\d{1,9})(?=\D*$)/.exec(name)?.[1] ?? 0));
  const isOwn = (number: number): boolean => number > 0 && numbers.indexOf(number) === numbers.lastIndexOf(number);
  const taken = new Set(numbers.filter(isOwn));
  let running = 0;
  return new Map(
    names.map((name, index) => {
      const number = numbers[index] ?? 0;
      if (isOwn(number)) return [name, number];
      do running += 1;
      while (taken.has(running));
      return [name, running];
    }),
  );
}
