import { jiraDate } from '../../src/jira/jira-date';
import { problemOf } from '../jira/recorded-answers';
import { type Kind, piecesOf, recorded, recordedFiles } from '../jira/recorded-files';
import { readerOf, readFile } from '../jira/recorded-readers';

/** What lacks something that Jira Cloud always sends, and the field that the Problem names. */
const refused: Record<string, { field: string; because: string }> = {
  'airbyte/sprint-2-issues.json': {
    field: 'issues.0.fields.issuetype',
    because: 'only story points, status and dates were asked for',
  },
  'go-jira/issues_in_sprint.json': {
    field: 'issues.0.fields.assignee.accountId',
    because: 'it was recorded in 2016, before Jira named people by account id',
  },
  'jira-cli/epic.json': { field: 'issues.0.id', because: 'trimmed by hand' },
  'jira-cli/issue-1.json': { field: 'id', because: 'trimmed by hand' },
  'jira-cli/issue-2.json': { field: 'id', because: 'trimmed by hand' },
  'jira-cli/issue.json': { field: 'id', because: 'trimmed by hand' },
  'jira-cli/search.json': { field: 'issues.0.id', because: 'trimmed by hand' },
  'jira-cli/transitions.json': { field: 'transitions.0.to', because: 'trimmed by hand' },
  'jira-ruby/board__1_issues.json': { field: 'issues.0.fields', because: 'no fields were asked for' },
  'jira-ruby/issue__10002__worklog.json': {
    field: 'worklogs.0.timeSpentSeconds',
    because: 'it was recorded in 2012 with only "18w 2d", whose hours depend on the site',
  },
  'jira-ruby/sprint__1_issues.json': {
    field: 'issues.0.fields.issuetype',
    because: 'it is an example that has neither type nor status',
  },
};

/** What the app never asks Jira for. */
const neverRead: Record<string, Kind> = {
  'devlake/projects.json': 'projects',
  'jira-cli/myself.json': 'people',
  'jira-cli/projects.json': 'projects',
  'jira-cli/users.json': 'people',
  'jira-ruby/issue__10002__properties.json': 'property keys',
  'jirametrics/complete_sample__sample_meta.json': 'notes of the recorder',
  'jirametrics/testdata__sample_meta.json': 'notes of the recorder',
};

describe('every recorded payload', () => {
  const files = recordedFiles();

  it('is of a kind that is known here, by its content', () => {
    expect(files.length).toBeGreaterThanOrEqual(67);
    expect(files.filter((file) => piecesOf(recorded(file)).length === 0)).toEqual([]);
  });

  it('of a new kind fails until somebody says who reads it', () => {
    expect(() => piecesOf({ values: [{ something: 'new' }] })).toThrow('recorded-files.ts');
    expect(() => piecesOf([])).toThrow('recorded-files.ts');
  });

  it('is read by the app, or is something that the app never asks for', () => {
    const unread = files.flatMap((file) => {
      const kinds = piecesOf(recorded(file)).flatMap(({ kind }) => (readerOf(kind) === undefined ? [kind] : []));
      return kinds.length === 0 ? [] : [[file, kinds.join()]];
    });
    expect(Object.fromEntries(unread)).toEqual(neverRead);
  });

  it.each(files.filter((file) => !(file in refused) && !(file in neverRead)))(
    'goes through the parser of its kind, and nothing of it is lost: %s',
    async (file) => {
      for (const { kind, content } of piecesOf(recorded(file))) {
        const reader = readerOf(kind);
        expect([kind, (await reader?.read(content))?.length]).toEqual([kind, reader?.count(content)]);
      }
    },
  );

  it.each(Object.entries(refused).map(([file, { field, because }]) => [file, field, because]))(
    'that lacks what Jira Cloud always sends is refused, and the field is named: %s has no %s (%s)',
    async (file, field) => {
      const problem = await problemOf(readFile(file));
      expect(problem.code).toBe('jira.unreadable');
      expect(problem.detail?.replace(/^[^:]*: /, '')).toBe(field);
    },
  );

  it('has its dates turned into the right instants, in either spelling', () => {
    const dates = files.flatMap((file) => datesIn(recorded(file)));
    // 1,252 without a colon; 352 with one or with Z.
    expect(dates.filter((date) => /[+-]\d{4}$/.test(date)).length).toBeGreaterThanOrEqual(1252);
    expect(dates.filter((date) => /(Z|:\d\d)$/.test(date)).length).toBeGreaterThanOrEqual(352);
    expect(dates.filter((date) => jiraDate.parse(date) !== instantOf(date))).toEqual([]);
  });
});

function datesIn(content: unknown): string[] {
  if (typeof content === 'string') return /^\d{4}-\d\d-\d\dT/.test(content) ? [content] : [];
  if (typeof content !== 'object' || content === null) return [];
  return Object.values(content).flatMap(datesIn);
}

/** The instant of a date, worked out from its parts. */
function instantOf(date: string): string {
  const parts = /^(\d+)-(\d+)-(\d+)T(\d+):(\d+):(\d+)(?:\.(\d{3}))?(?:Z|([+-])(\d\d):?(\d\d))$/.exec(date);
  if (parts === null) throw new Error(`${date} is in no spelling that was recorded.`);
  const number = (part: number): number => Number(parts[part] ?? 0);
  const local = Date.UTC(number(1), number(2) - 1, number(3), number(4), number(5), number(6), number(7));
  const offset = (number(9) * 60 + number(10)) * 60_000;
  return new Date(parts[8] === '-' ? local + offset : local - offset).toISOString();
}
