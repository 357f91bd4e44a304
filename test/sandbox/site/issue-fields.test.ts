import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type IssueFacts, issueFields } from '../../../sandbox/site/issue-fields';
import { categoryOfStatus, JiraVocabulary } from '../../../sandbox/site/jira-vocabulary';
import { loadRecorded } from '../../../sandbox/site/load-recorded';
import { usualTimeTracking } from '../../../sandbox/site/site-defaults';

const facts: IssueFacts = {
  id: '1',
  key: 'A-1',
  project: { id: '10000', key: 'A', name: 'A', style: 'classic' },
  summary: 'One',
  type: 'Task',
  status: 'To Do',
  priority: null,
  resolution: null,
  assignee: null,
  reporter: null,
  parent: null,
  originalSeconds: null,
  remainingSeconds: null,
  spentSeconds: null,
  created: null,
  updated: null,
  resolved: null,
  labels: [],
  components: [],
};

it('writes estimates and time spent as Jira recorded them', () => {
  const page = path.resolve(__dirname, '../../../../shared/jira/fixtures/devlake/agile-board-8-issues.json');
  const { site } = loadRecorded(
    { 'agile-board-8-issues.json': JSON.parse(readFileSync(page, 'utf8')) as unknown },
    'devlake',
  );
  const estimated = site.issues.filter(({ fields }) => JSON.stringify(fields['timetracking'] ?? {}) !== '{}');
  expect(estimated).toHaveLength(16);
  for (const { fields } of estimated) {
    const made = issueFields(
      {
        ...facts,
        originalSeconds: secondsOrNull(fields['timeoriginalestimate']),
        remainingSeconds: secondsOrNull(fields['timeestimate']),
        spentSeconds: secondsOrNull(fields['timespent']),
      },
      new JiraVocabulary(),
      usualTimeTracking,
    );
    expect(made['timetracking']).toEqual(fields['timetracking']);
  }
});

it('writes every address to a host that does not exist', () => {
  const person = {
    accountId: 'a b',
    displayName: 'A',
    role: 'member',
    active: true,
    locale: 'en_US',
    timeZone: 'Etc/UTC',
  } as const;
  const full = {
    ...facts,
    assignee: person,
    reporter: person,
    priority: 'High',
    resolution: 'Done',
    components: ['C'],
  };
  const text = JSON.stringify(
    issueFields({ ...full, parent: { ...full, key: 'A-2' } }, new JiraVocabulary(), usualTimeTracking),
  );
  const addresses = text.match(/https?:[^"]*/g) ?? [];
  expect(addresses.length).toBeGreaterThan(20);
  expect(addresses.filter((address) => !address.startsWith('https://sandbox.example/'))).toEqual([]);
  expect(addresses.filter((address) => address.includes(' '))).toEqual([]);
});

it('gives a name that Jira does not come with an id of its own, and the same one each time', () => {
  const vocabulary = new JiraVocabulary();
  const ids = ['Spike', 'Chore', 'spike', 'Story'].map((name) => vocabulary.issueType(name)['id']);
  expect(new Set(ids).size).toBe(3);
  expect(ids[2]).toBe(ids[0]);
  expect(ids[3]).toBe('10001');
});

it.each([
  ['To Do', 'new'],
  ['TO DO', 'new'],
  ['In Progress', 'indeterminate'],
  ['In Review', 'indeterminate'],
  ['Done', 'done'],
  ['Closed', 'done'],
  ['Resolved', 'done'],
])('takes a status called %s for %s', (name, category) => {
  expect(categoryOfStatus(name)).toBe(category);
});

function secondsOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
