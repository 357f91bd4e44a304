import * as z from 'zod';
import type { SiteIssue } from '../site/site';
import { type Call, type Operation, type Reply, replyWith } from './operation';
import { mayEdit } from './people';
import { propertyLimits, propertyRefusalTable } from './property-limits';
import { JiraRefusal } from './refusal';
import { refused } from './refuse';
import { bodyAs } from './request-body';
import { issueFor } from './site-lookup';
import { siteUrl } from './site-url';

const path = '/rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}';
const empty: Omit<Reply, 'status'> = { body: undefined, issues: 0 };

export const getIssueProperty: Operation = {
  operationId: 'getIssueProperty',
  method: 'GET',
  path,
  scopes: ['read:jira-work'],
  parameters: [],
  answer(call) {
    const { issue, key } = named(call);
    const { properties = {} } = issue;
    if (!Object.hasOwn(properties, key)) throw refused(propertyRefusalTable.noSuchProperty, key);
    return replyWith({ key, value: properties[key] });
  },
};

export const setIssueProperty: Operation = {
  operationId: 'setIssueProperty',
  method: 'PUT',
  path,
  scopes: ['write:jira-work'],
  parameters: [],
  answer(call) {
    const { issue, key } = named(call);
    if (!mayEdit(call.person)) throw refused(propertyRefusalTable.mayNotSetProperty);
    checkProperty(key, call.body);
    const isNew = !Object.hasOwn(issue.properties ?? {}, key);
    issue.properties = { ...issue.properties, [key]: call.body };
    call.changed();
    return { ...empty, status: isNew ? 201 : 200 };
  },
};

export const deleteIssueProperty: Operation = {
  operationId: 'deleteIssueProperty',
  method: 'DELETE',
  path,
  scopes: ['write:jira-work'],
  parameters: [],
  answer(call) {
    const { issue, key } = named(call);
    if (!mayEdit(call.person)) throw refused(propertyRefusalTable.mayNotDeleteProperty);
    if (!Object.hasOwn(issue.properties ?? {}, key)) throw refused(propertyRefusalTable.noSuchProperty, key);
    removeFrom(issue, key);
    call.changed();
    return { ...empty, status: 204 };
  },
};

const multiSchema = z.strictObject({
  issues: z.array(z.strictObject({ issueID: z.number().int(), properties: z.record(z.string(), z.unknown()) })),
});

export const bulkSetIssuePropertiesByIssue: Operation = {
  operationId: 'bulkSetIssuePropertiesByIssue',
  method: 'POST',
  path: '/rest/api/3/issue/properties/multi',
  scopes: ['write:jira-work'],
  parameters: [],
  /**
   * "non-transactional. Updating some entities may fail" (description): an issue that is not there, or not for this person
   * to edit, is left out, and only the task would say so. The sandbox has done it all when it answers.
   */
  answer(call) {
    const { issues } = bodyAs(multiSchema, call.body);
    if (issues.length === 0 || issues.length > propertyLimits.propertiesIssues)
      throw refused(propertyRefusalTable.tooManyPropertyIssues, propertyLimits.propertiesIssues);
    for (const { properties } of issues) {
      const count = Object.keys(properties).length;
      if (count === 0 || count > propertyLimits.propertiesOfAnIssue)
        throw refused(propertyRefusalTable.tooManyProperties, propertyLimits.propertiesOfAnIssue);
      for (const [key, value] of Object.entries(properties)) checkProperty(key, value);
    }
    for (const { issueID, properties } of issues) {
      const issue = editable(call, String(issueID));
      if (issue !== undefined) issue.properties = { ...issue.properties, ...properties };
    }
    call.changed();
    return asTask(call);
  },
};

const filterSchema = z
  .strictObject({ entityIds: z.array(z.number().int()).optional(), currentValue: z.unknown().optional() })
  .default({});

export const bulkDeleteIssueProperty: Operation = {
  operationId: 'bulkDeleteIssueProperty',
  method: 'DELETE',
  path: '/rest/api/3/issue/properties/{propertyKey}',
  scopes: ['write:jira-work'],
  parameters: [],
  /** "If no filter criteria are specified, all the issues visible to the user and where the user has the EDIT_ISSUES permission". */
  answer(call) {
    const key = call.path['propertyKey'] ?? '';
    const { entityIds, currentValue } = bodyAs(filterSchema, call.body);
    for (const { id, properties = {} } of call.site.issues) {
      const issue = Object.hasOwn(properties, key) ? editable(call, id) : undefined;
      const isMeant =
        (entityIds === undefined || entityIds.includes(Number(id))) &&
        (currentValue === undefined || JSON.stringify(properties[key]) === JSON.stringify(currentValue));
      if (issue !== undefined && isMeant) removeFrom(issue, key);
    }
    call.changed();
    return asTask(call);
  },
};

function named({ site, person, path: names }: Call): { issue: SiteIssue; key: string } {
  return { issue: issueFor(site, person, names['issueIdOrKey']), key: names['propertyKey'] ?? '' };
}

/** @returns undefined when it is not there, or not for this person to see or to edit */
function editable({ site, person }: Call, id: string): SiteIssue | undefined {
  try {
    const issue = issueFor(site, person, id);
    return mayEdit(person) ? issue : undefined;
  } catch (error) {
    if (error instanceof JiraRefusal) return undefined;
    throw error;
  }
}

/** @throws JiraRefusal 400 */
function checkProperty(key: string, value: unknown): void {
  if (key.length > propertyLimits.propertyKeyCharacters)
    throw refused(propertyRefusalTable.propertyKeyTooLong, propertyLimits.propertyKeyCharacters);
  if (value === undefined) throw refused(propertyRefusalTable.noPropertyValue);
  if (JSON.stringify(value).length > propertyLimits.propertyValueCharacters)
    throw refused(propertyRefusalTable.propertyValueTooLong, propertyLimits.propertyValueCharacters);
}

/** Without any, an issue is as it was before the first one. */
function removeFrom(issue: SiteIssue, key: string): void {
  const left = Object.entries(issue.properties ?? {}).filter(([name]) => name !== key);
  if (left.length === 0) delete issue.properties;
  else issue.properties = Object.fromEntries(left);
}

/** An asynchronous operation answers with the address of its task; the sandbox has no tasks to look at. */
function asTask({ now }: Call): Reply {
  return { ...empty, status: 303, headers: { location: `${siteUrl}/rest/api/3/task/${now()}` } };
}
