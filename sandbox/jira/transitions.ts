import * as z from 'zod';
import type { Site, SiteIssue } from '../site/site';
import { showInFamily } from './family';
import { jiraTime } from './jira-time';
import { type Call, type Operation, replyWith } from './operation';
import { mayEdit } from './people';
import { NotModelled } from './refusal';
import { refused, refusedField, refusedFields } from './refuse';
import { bodyAs } from './request-body';
import { issueFor } from './site-lookup';
import { workRefusalTable } from './work-limits';
import {
  categoryOf,
  type Resolution,
  resolutionsOf,
  statusOf,
  type Transition,
  transitionsOf,
  usualResolution,
} from './workflow';

export const getTransitions: Operation = {
  operationId: 'getTransitions',
  method: 'GET',
  path: '/rest/api/3/issue/{issueIdOrKey}/transitions',
  scopes: ['read:jira-work'],
  // No transition of the sandbox fails a condition or is hidden from users, and they come sorted by category.
  parameters: [
    'expand',
    'transitionId',
    'skipRemoteOnlyCondition',
    'includeUnavailableTransitions',
    'sortByOpsBarAndStatus',
  ],
  answer({ site, person, path, query }) {
    const issue = issueFor(site, person, path['issueIdOrKey']);
    const expanded = query.list('expand');
    const other = expanded.find((name) => name !== 'transitions.fields');
    if (other !== undefined) throw new NotModelled(`expanding '${other}'`);
    const asked = query.text('transitionId');
    // "if the user does not have the Transition issues project permission the response will not list any transitions"
    const transitions = mayEdit(person) ? transitionsOf(site, issue) : [];
    return replyWith({
      expand: 'transitions',
      transitions: transitions
        .filter(({ id }) => asked === undefined || id === asked)
        .map((transition) => ({
          ...transitionJson(transition),
          ...(expanded.length === 0 ? {} : { fields: screenJson(site, transition) }),
        })),
    });
  },
};

export const doTransition: Operation = {
  operationId: 'doTransition',
  method: 'POST',
  path: '/rest/api/3/issue/{issueIdOrKey}/transitions',
  scopes: ['write:jira-work'],
  parameters: [],
  answer(call) {
    const { site, person, path, changed } = call;
    const issue = issueFor(site, person, path['issueIdOrKey']);
    const { id, fields } = readTransition(call.body);
    if (!mayEdit(person)) throw refused(workRefusalTable.mayNotTransition);
    const transition = transitionsOf(site, issue).find((candidate) => candidate.id === id);
    if (transition === undefined) throw refused(workRefusalTable.unknownTransition, id);
    moveOn(call, issue, transition, resolutionAfter(site, issue, transition, fields));
    changed();
    return { status: 204, body: undefined, issues: 0 };
  },
};

const bodySchema = z.looseObject({
  transition: z.looseObject({ id: z.string().optional() }).optional(),
  fields: z.record(z.string(), z.unknown()).default({}),
});

function readTransition(body: unknown): { id: string; fields: Record<string, unknown> } {
  const { transition, fields, ...rest } = bodyAs(bodySchema, body);
  const other = Object.keys(rest)[0];
  if (other !== undefined) throw new NotModelled(`'${other}' in the body`);
  if (transition?.id === undefined) throw refused(workRefusalTable.noTransition);
  if (!/^\d+$/.test(transition.id)) throw refused(workRefusalTable.transitionIsNoNumber);
  return { id: transition.id, fields };
}

/** The resolution that the issue has afterwards; null is none. @throws JiraRefusal 400 for what the screen does not take */
function resolutionAfter(
  site: Site,
  issue: SiteIssue,
  { to, asksResolution }: Transition,
  fields: Record<string, unknown>,
): Resolution | null {
  const { resolution, ...others } = fields;
  const unwanted = Object.keys(asksResolution ? others : fields);
  const [first, ...more] = unwanted.map((name) => [name, workRefusalTable.notOnTheScreen, name] as const);
  if (first !== undefined) throw refusedFields(first, ...more);
  if (asksResolution) return chosen(site, resolution);
  // As Jira's simplified workflow does it: a done issue has a resolution, and any other has none.
  if (categoryOf(to) !== 'done') return null;
  const before = resolutionsOf(site).find(({ id }) => id === idIn(issue.fields['resolution']));
  return before ?? usualResolution(site) ?? null;
}

const choiceSchema = z.union([z.looseObject({ id: z.string() }), z.looseObject({ name: z.string() })]);

function chosen(site: Site, value: unknown): Resolution {
  if (value === undefined || value === null) {
    throw refusedField('resolution', workRefusalTable.requiredField, 'Resolution');
  }
  const choice = choiceSchema.safeParse(value).data;
  const found =
    choice === undefined
      ? undefined
      : resolutionsOf(site).find(({ id, name }) => ('id' in choice ? choice.id === id : choice.name === name));
  if (found === undefined) {
    throw refusedField('resolution', workRefusalTable.valueNotAllowed, JSON.stringify(value));
  }
  return found;
}

function moveOn({ site, now }: Call, issue: SiteIssue, { to }: Transition, resolution: Resolution | null): void {
  const { fields } = issue;
  const time = jiraTime(now());
  const before = statusOf(issue);
  if (idIn(fields['resolution']) !== (resolution?.id ?? null)) {
    fields['resolution'] = resolution;
    fields['resolutiondate'] = resolution === null ? null : time;
  }
  if (before === undefined || categoryOf(before) !== categoryOf(to)) fields['statuscategorychangedate'] = time;
  fields['status'] = to;
  fields['updated'] = time;
  showInFamily(site, issue.key, { status: to });
}

function idIn(value: unknown): string | null {
  return z.looseObject({ id: z.string() }).safeParse(value).data?.id ?? null;
}

function transitionJson({ id, name, to, isGlobal, asksResolution }: Transition): object {
  return {
    id,
    name,
    to,
    hasScreen: asksResolution,
    isGlobal,
    isInitial: false,
    isAvailable: true,
    isConditional: false,
    looped: false,
  };
}

function screenJson(site: Site, { asksResolution }: Transition): object {
  if (!asksResolution) return {};
  return {
    resolution: {
      required: true,
      schema: { type: 'resolution', system: 'resolution' },
      name: 'Resolution',
      key: 'resolution',
      hasDefaultValue: false,
      operations: ['set'],
      allowedValues: resolutionsOf(site),
    },
  };
}
