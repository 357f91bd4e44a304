import { type JiraSession, openJira, type Pace } from '../jira/session';

/** A resolver has 25 s (limits-invocation); the rest is for the work after Jira's last answer. */
const millisecondsForJira = 20_000;

/** What one act needs of the world: Jira as the user, paced, with a deadline. One for each invocation. */
export function openSession(pace: Pace): JiraSession {
  return openJira(pace, pace.now() + millisecondsForJira);
}

/** The same for work in the background, which nobody waits for: as the app itself, because there is no user. */
export function openJob(pace: Pace, until: number): JiraSession {
  return openJira(pace, until, 'app');
}

export type { JiraSession, Pace };
