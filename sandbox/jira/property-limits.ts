import { described, type Limit, ours, type Refusal, reported, type Source, valuesOf } from '../receipts';

const noWords = ours('no source has the words');
const inJiraJs = (file: string, quote: string): Source => ({
  from: 'package',
  name: 'jira.js',
  version: '6.2.0',
  file: `src/cloud/${file}`,
  quote,
});

/** What Jira limits about issue properties; each with its source. */
export const propertyLimitTable = {
  propertyKeyCharacters: {
    value: 255,
    unit: 'characters',
    source: described('The key of the issue property. The maximum length is 255 characters.'),
  },
  propertyValueCharacters: {
    value: 32_768,
    unit: 'characters',
    source: described('non-empty JSON blob. The maximum length is 32768 characters.'),
  },
  propertiesIssues: { value: 100, unit: 'issues', source: described('and up to 100 issues included in the request.') },
  propertiesOfAnIssue: {
    value: 10,
    unit: 'properties',
    source: described('Up to 10 entity properties can be specified for each issue'),
  },
} as const satisfies Record<string, Limit>;

export const propertyLimits = valuesOf(propertyLimitTable);

/** What is turned down where issue properties are set, read, searched and deleted, and where issues are deleted. */
export const propertyRefusalTable = {
  noSuchProperty: {
    status: 404,
    words: "The property '{}' does not exist.",
    sources: [
      described(
        'Returned if the issue or property is not found or the user does not have permission to see the issue.',
      ),
      noWords,
    ],
  },
  propertyKeyTooLong: {
    status: 400,
    words: 'The key of a property has at most {} characters.',
    sources: [described('The key of the issue property. The maximum length is 255 characters.'), noWords],
  },
  noPropertyValue: {
    status: 400,
    words: 'The value of a property must be JSON, and not empty.',
    sources: [
      described('The value of the request body must be a [valid](http://tools.ietf.org/html/rfc4627)'),
      noWords,
    ],
  },
  propertyValueTooLong: {
    status: 400,
    words: 'The value of a property has at most {} characters.',
    sources: [described('The maximum length is 32768 characters.'), noWords],
  },
  mayNotSetProperty: {
    status: 403,
    words: 'You do not have permission to edit issues in this project.',
    sources: [described('Returned if the user does not have permission to edit the issue.'), noWords],
  },
  mayNotDeleteProperty: {
    status: 404,
    words: 'Issue does not exist or you do not have permission to edit it.',
    sources: [
      described(
        'Returned if the issue or property is not found, or the user does not have permission to edit the issue.',
      ),
      noWords,
    ],
  },
  tooManyPropertyIssues: {
    status: 400,
    words: 'The body needs 1 to {} issues.',
    sources: [described('and up to 100 issues included in the request.'), noWords],
  },
  tooManyProperties: {
    status: 400,
    words: 'Each issue needs 1 to {} properties.',
    sources: [described('Up to 10 entity properties can be specified for each issue'), noWords],
  },
  unknownJqlField: {
    status: 400,
    words: "Field '{}' does not exist or you do not have permission to view it.",
    sources: [reported('shridhar-tl/jira-assistant/issues/144', '2020-03-30')],
  },
  jqlValueIsNoNumber: {
    status: 400,
    words: "The value '{}' is not a number, and the field '{}' has numbers.",
    sources: [noWords],
  },
  hasSubtasks: {
    status: 400,
    words: 'The issue {} has sub-tasks. To delete it, delete them too.',
    sources: [inJiraJs('api/issues.ts', 'An issue cannot be deleted if it has one or more subtasks.'), noWords],
  },
  mayNotDelete: {
    status: 403,
    words: 'You do not have permission to delete issues in this project.',
    sources: [inJiraJs('api/issues.ts', '_Browse projects_ and _Delete issues_'), noWords],
  },
} as const satisfies Record<string, Refusal>;
