import * as z from 'zod';
import type { Site, SiteSprint } from '../site/site';
import { historyLimits, historyRefusalTable } from './history-limits';
import { type Call, type Operation, type Reply, replyWith } from './operation';
import { mayManageSprints } from './people';
import { jiraRefusalTable } from './refusals';
import { refused } from './refuse';
import { bodyAs } from './request-body';
import { sprintFor } from './site-lookup';
import { sprintJson } from './sprints';

const path = '/rest/agile/1.0/sprint/{sprintId}';
const scopes = ['write:sprint:jira-software'];

/** "fields not present in the request JSON will not be updated" (description) */
export const partiallyUpdateSprint: Operation = {
  operationId: 'partiallyUpdateSprint',
  method: 'POST',
  path,
  scopes,
  parameters: [],
  answer: (call) => change(call, (sprint, wish) => ({ ...sprint, ...wish })),
};

/** "Any fields not present in the request JSON will be set to null" (description); without a state it stays in its own. */
export const updateSprint: Operation = {
  operationId: 'updateSprint',
  method: 'PUT',
  path,
  scopes,
  parameters: [],
  answer: (call) => change(call, ({ state }, wish) => ({ state, ...wish })),
};

const changeableSchema = z.object({
  name: z.exactOptional(z.string()),
  goal: z.exactOptional(z.string()),
  startDate: z.exactOptional(z.string()),
  endDate: z.exactOptional(z.string()),
  state: z.exactOptional(z.string()),
});

/** What a request may name and Jira sets by itself. */
const bodySchema = changeableSchema.extend({
  id: z.number().optional(),
  self: z.string().optional(),
  originBoardId: z.number().optional(),
  createdDate: z.string().optional(),
  completeDate: z.string().optional(),
});

type Wish = z.output<typeof changeableSchema>;
type Wanted = Wish & { state: string };

function change(call: Call, wantedOf: (sprint: SiteSprint, wish: Wish) => Wanted): Reply {
  const { site, person, now, changed } = call;
  const sprint = sprintFor(site, person, call.path['sprintId']);
  const wish = changeableSchema.parse(bodyAs(bodySchema.strict(), call.body));
  if (!mayManageSprints(person)) throw refused(historyRefusalTable.mayNotChangeSprint);
  const after = changedSprint(sprint, wantedOf(sprint, wish), now());
  site.sprints.splice(site.sprints.indexOf(sprint), 1, after);
  if (sprint.state !== 'closed' && after.state === 'closed') leaveClosedSprint(site, after.id);
  changed();
  return replyWith(sprintJson(after));
}

/** @throws JiraRefusal 400 when Jira would not make it so */
function changedSprint(sprint: SiteSprint, wanted: Wanted, now: number): SiteSprint {
  const { id, originBoardId } = sprint;
  const name = nameIn(wanted);
  const state = stateIn(sprint, wanted.state);
  const said = { name, ...(wanted.goal === undefined || wanted.goal === '' ? {} : { goal: wanted.goal }) };
  // "For closed sprints, only the name and goal can be updated; changes to other fields will be ignored" (description).
  if (sprint.state === 'closed') {
    const { goal: _goal, ...kept } = sprint;
    return { ...kept, ...said };
  }
  const [startDate, endDate] = [dateIn(wanted, 'startDate'), dateIn(wanted, 'endDate')];
  if (startDate !== undefined && endDate !== undefined && endDate <= startDate)
    throw refused(historyRefusalTable.sprintEndsTooSoon);
  if (state === 'active' && (startDate === undefined || endDate === undefined))
    throw refused(historyRefusalTable.sprintNeedsDates);
  return {
    id,
    originBoardId,
    state,
    ...said,
    ...(startDate === undefined ? {} : { startDate }),
    ...(endDate === undefined ? {} : { endDate }),
    ...(state === 'closed' ? { completeDate: new Date(now).toISOString() } : {}),
  };
}

function nameIn({ name = '' }: Wanted): string {
  const trimmed = name.trim();
  if (trimmed === '') throw refused(historyRefusalTable.sprintNameMissing);
  if (trimmed.length > historyLimits.sprintNameCharacters)
    throw refused(historyRefusalTable.sprintNameTooLong, historyLimits.sprintNameCharacters);
  return trimmed;
}

const next = { future: 'active', active: 'closed', closed: undefined } as const;

function stateIn({ state }: SiteSprint, wanted: string): SiteSprint['state'] {
  const known = (['future', 'active', 'closed'] as const).find((one) => one === wanted);
  if (known === undefined) throw refused(jiraRefusalTable.unknownSprintState, wanted);
  if (known !== state && known !== next[state]) throw refused(historyRefusalTable.sprintStateNotAllowed, state, known);
  return known;
}

/** As Jira writes those of sprints, in UTC. */
function dateIn(wanted: Wanted, name: 'startDate' | 'endDate'): string | undefined {
  const text = wanted[name];
  if (text === undefined) return undefined;
  if (!z.iso.datetime({ offset: true }).safeParse(text).success)
    throw refused(historyRefusalTable.sprintDateNotValid, name, text);
  return new Date(text).toISOString();
}

/**
 * Every issue keeps the closed sprint, and is in no open one until somebody moves it: those that are not done are in the
 * backlog then (ankitpokhrel/jira-cli/pull/756, 2024-08-06). Jira's own page moves them in the same step.
 */
function leaveClosedSprint({ issues }: Site, sprintId: number): void {
  for (const issue of issues) {
    if (issue.sprintId !== sprintId) continue;
    issue.sprintId = null;
    issue.closedSprintIds = [...issue.closedSprintIds, sprintId];
  }
}
