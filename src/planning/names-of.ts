import { readAllNames } from '../jira/people';
import type { JiraSession } from '../jira/session';
import { Problem } from '../problem';

/** Two points each: a team of thousands must not use up in a minute what all sites share for an hour. */
const mostNames = 500;

/**
 * The names of people, as far as Jira tells them: without its answer they stay unknown, which is no reason not to show what
 * they did or have to do. Of more people than 500 the first.
 */
export async function namesOf(jira: JiraSession, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  try {
    return await readAllNames(jira, [...new Set(accountIds)].slice(0, mostNames));
  } catch (error) {
    if (error instanceof Problem) return new Map();
    throw error;
  }
}
