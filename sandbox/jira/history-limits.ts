import { described, type Limit, ours, type Refusal, valuesOf } from '../receipts';

const noWords = ours('no source has the words');

/** What Jira limits where changelogs are read and sprints are changed; each with its source. */
export const historyLimitTable = {
  changedIssues: {
    value: 1000,
    unit: 'issues',
    source: described('You can request the changelogs of up to 1000 issues'),
  },
  changedFields: { value: 10, unit: 'fields', source: described('can filter them by up to 10 field IDs.') },
  /** Of changelogs, unless the request says how many. */
  historyPage: {
    value: 1000,
    unit: 'histories',
    source: described(
      '"maxResults": { "default": 1000, "description": "The maximum number of items to return per page"',
    ),
  },
  historyPageMost: {
    value: 10_000,
    unit: 'histories',
    source: described('"format": "int32", "maximum": 10000, "minimum": 1'),
  },
  sprintNameCharacters: {
    value: 30,
    unit: 'characters',
    source: {
      from: 'package',
      name: 'jira.js',
      version: '6.2.0',
      file: 'src/agile/parameters/partiallyUpdateSprint.ts',
      quote: "name: z.string().max(30, 'name must be at most 30 characters')",
    },
  },
} as const satisfies Record<string, Limit>;

export const historyLimits = valuesOf(historyLimitTable);

/** What is turned down there. */
export const historyRefusalTable = {
  tooManyChangedIssues: {
    status: 400,
    words: 'The changelogs of at most {} issues may be fetched at once.',
    sources: [described('or more than 1000 issue IDs/keys were requested.'), noWords],
  },
  tooManyChangedFields: {
    status: 400,
    words: 'Changelogs may be filtered by at most {} fields.',
    sources: [described('can filter them by up to 10 field IDs.'), noWords],
  },
  mayNotChangeSprint: {
    status: 403,
    words: 'You do not have permission to manage sprints.',
    sources: [
      ours('the description names only a missing licence; what Jira answers without Manage Sprints no source says'),
    ],
  },
  sprintStateNotAllowed: {
    status: 400,
    words: 'A sprint that is {} cannot become {}.',
    sources: [described('Other changes to state are not allowed.'), noWords],
  },
  sprintNeedsDates: {
    status: 400,
    words: 'A sprint needs a startDate and an endDate to be active.',
    sources: [
      described("This requires the sprint to be in the 'future' state and have a startDate and endDate set."),
      noWords,
    ],
  },
  sprintDateNotValid: {
    status: 400,
    words: "The {} of a sprint is a date and time with an offset, like 2015-04-11T15:22:00.000+10:00; it was '{}'.",
    sources: [described('"startDate": "2015-04-11T15:36:00.000+10:00"'), noWords],
  },
  sprintEndsTooSoon: {
    status: 400,
    words: 'The end of a sprint must be after its start.',
    sources: [noWords],
  },
  sprintNameMissing: {
    status: 400,
    words: 'A sprint needs a name.',
    sources: [described('Sprint name and origin board id are required.'), noWords],
  },
  sprintNameTooLong: {
    status: 400,
    words: 'The name of a sprint has at most {} characters.',
    sources: [
      {
        from: 'package',
        name: 'jira.js',
        version: '6.2.0',
        file: 'src/agile/parameters/partiallyUpdateSprint.ts',
        quote: "name: z.string().max(30, 'name must be at most 30 characters')",
      },
      noWords,
    ],
  },
} as const satisfies Record<string, Refusal>;
