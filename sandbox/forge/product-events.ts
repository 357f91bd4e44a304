import type { Actor, Jira, ProductEvent } from '../sandbox-types';
import type { Site } from '../site/site';
import type { EventModules } from './event-modules';
import { eventsBetween, type SiteBefore, siteBefore } from './site-changes';

/**
 * Jira that tells what was changed in it: the events of issues and sprints follow from comparing the site before and after
 * each write, so every operation that changes something emits, whoever models it.
 * @param emit gets an event for each change, whether anybody listens or not
 */
export function withProductEvents(
  jira: Jira,
  site: Site,
  { triggers }: EventModules,
  emit: (event: ProductEvent) => void,
): Jira {
  // Comparing a large site takes a moment: an app without triggers need not wait for it.
  if (triggers.length === 0) return jira;
  return {
    unmodelled: jira.unmodelled,
    serve(request, actor) {
      if (request.method.toUpperCase() === 'GET') return jira.serve(request, actor);
      const before: SiteBefore = siteBefore(site);
      const answer = jira.serve(request, actor);
      // What was refused has changed nothing.
      for (const event of eventsBetween(before, site)) emit({ ...event, ...causeOf(event, actor) });
      return answer;
    },
  };
}

/** Only Jira's own page acts with all scopes: anybody else is the app, for a user or for itself. */
function causeOf({ eventType }: ProductEvent, { accountId, scopes }: Actor): Partial<ProductEvent> {
  return {
    ...(accountId === null ? {} : { atlassianId: accountId }),
    ...(eventType.startsWith('avi:jira:') ? { selfGenerated: scopes !== 'all' } : {}),
  };
}
