import type { SiteSprint } from '../site/site';
import { type Operation, replyWith } from './operation';
import { offsetPage } from './paging';
import { jiraRefusalTable } from './refusals';
import { refused } from './refuse';
import { boardFor, sprintFor, sprintsOf } from './site-lookup';
import { siteUrl } from './site-url';

/** "Sprints will be ordered first by state (i.e. closed, active, future) then by their position in the backlog" (description). */
const states = ['closed', 'active', 'future'] as const;

export const getAllSprints: Operation = {
  operationId: 'getAllSprints',
  method: 'GET',
  path: '/rest/agile/1.0/board/{boardId}/sprint',
  scopes: ['read:sprint:jira-software'],
  parameters: ['startAt', 'maxResults', 'state'],
  answer({ site, person, path, query }) {
    const board = boardFor(site, person, path['boardId']);
    if (board.type === 'kanban') throw refused(jiraRefusalTable.noSprintsHere);
    const asked = query.list('state');
    const wrong = asked.find((state) => !states.some((known) => known === state));
    if (wrong !== undefined) throw refused(jiraRefusalTable.unknownSprintState, wrong);
    const shown = sprintsOf(site, board);
    const sprints = states
      .filter((state) => asked.length === 0 || asked.includes(state))
      .flatMap((state) => shown.filter((sprint) => sprint.state === state));
    const page = offsetPage(sprints, query);
    return replyWith({ ...page, values: page.values.map(sprintJson) });
  },
};

export const getSprint: Operation = {
  operationId: 'getSprint',
  method: 'GET',
  path: '/rest/agile/1.0/sprint/{sprintId}',
  scopes: ['read:sprint:jira-software'],
  parameters: [],
  answer: ({ site, person, path }) => replyWith(sprintJson(sprintFor(site, person, path['sprintId']))),
};

/** Shape of the recorded sprints (fixtures devlake, go-jira): a future sprint without dates has no key for them. */
export function sprintJson({ id, name, state, originBoardId, ...rest }: SiteSprint): object {
  return { id, self: `${siteUrl}/rest/agile/1.0/sprint/${id}`, state, name, ...rest, originBoardId };
}
