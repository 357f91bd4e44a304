import type { SiteNumberField } from '../site/site';
import { type Operation, replyWith } from './operation';
import { maySeeProjects } from './people';
import { sprintFieldId } from './sprint-field';

/** Jira's own fields that the site's issues have: id, name, and the type of their values. */
const systemFields = [
  ['summary', 'Summary', 'string'],
  ['issuetype', 'Work type', 'issuetype'],
  ['status', 'Status', 'status'],
  ['priority', 'Priority', 'priority'],
  ['resolution', 'Resolution', 'resolution'],
  ['assignee', 'Assignee', 'user'],
  ['reporter', 'Reporter', 'user'],
  ['project', 'Project', 'project'],
  ['labels', 'Labels', 'array', 'string'],
  ['components', 'Components', 'array', 'component'],
  ['created', 'Created', 'datetime'],
  ['updated', 'Updated', 'datetime'],
  ['resolutiondate', 'Resolved', 'datetime'],
  ['timetracking', 'Time tracking', 'timetracking'],
  ['timeoriginalestimate', 'Original estimate', 'number'],
  ['timeestimate', 'Remaining Estimate', 'number'],
  ['timespent', 'Time Spent', 'number'],
  ['aggregatetimeoriginalestimate', 'Σ Original Estimate', 'number'],
  ['aggregatetimeestimate', 'Σ Remaining Estimate', 'number'],
  ['aggregatetimespent', 'Σ Time Spent', 'number'],
  ['workratio', 'Work Ratio', 'number'],
  ['subtasks', 'Sub-tasks', 'array', 'issuelinks'],
] as const;

/** Kinds as Jira Software names them; the ids of the two differ from site to site. */
const softwareFields = [
  ['customfield_10019', 'Rank', 'any', 'com.pyxis.greenhopper.jira:gh-lexo-rank'],
  [sprintFieldId, 'Sprint', 'array', 'com.pyxis.greenhopper.jira:gh-sprint', 'json'],
] as const;

const numberKinds: Record<SiteNumberField['kind'], string> = {
  float: 'com.atlassian.jira.plugin.system.customfieldtypes:float',
  points: 'com.pyxis.greenhopper.jira:jsw-story-points',
};

export const getFields: Operation = {
  operationId: 'getFields',
  method: 'GET',
  path: '/rest/api/3/field',
  scopes: ['read:jira-work'],
  parameters: [],
  /** "only returns the fields that the user has permission to view": somebody who sees no project sees no custom field. */
  answer: ({ site, person }) =>
    replyWith([
      ...systemFields.map(([id, name, type, items]) => ({
        id,
        key: id,
        name,
        custom: false,
        orderable: true,
        navigable: true,
        searchable: true,
        clauseNames: [id],
        schema: { type, system: id, ...(items === undefined ? {} : { items }) },
      })),
      ...(maySeeProjects(person)
        ? [
            ...softwareFields.map(([id, name, type, custom, items]) => customField(id, name, { type, custom, items })),
            ...(site.numberFields ?? []).map(({ id, name, kind }) =>
              customField(id, name, { type: 'number', custom: numberKinds[kind], items: undefined }),
            ),
          ]
        : []),
    ]),
};

function customField(
  id: string,
  name: string,
  { items, ...schema }: { type: string; custom: string; items: string | undefined },
): object {
  const customId = Number(id.replace('customfield_', ''));
  return {
    id,
    key: id,
    name,
    custom: true,
    orderable: true,
    navigable: true,
    searchable: true,
    clauseNames: [`cf[${customId}]`, name],
    schema: { ...schema, customId, ...(items === undefined ? {} : { items }) },
  };
}
