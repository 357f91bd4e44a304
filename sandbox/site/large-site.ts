import { JiraVocabulary } from './jira-vocabulary';
import { madeUpIssue } from './made-up-issue';
import { diceOf } from './seeded-dice';
import type { Site, SiteProject, SiteSprint } from './site';
import { originalEstimate, siteOutsider, siteUser, usualTimeTracking } from './site-defaults';

const sprintIssues = 2000;
const backlogIssues = 3000;

const people = [
  siteUser('ada', 'Ada Lindholm', 'admin'),
  siteUser('noor', 'Noor Bakker', 'member'),
  siteUser('tomas', 'Tomás Vidal', 'member'),
];
const project: SiteProject = { id: '10000', key: 'BIG', name: 'Everything', style: 'classic' };
const sprints: SiteSprint[] = [
  { id: 2, name: 'Sprint 2', state: 'future', originBoardId: 1 },
  {
    id: 1,
    name: 'Sprint 1',
    state: 'active',
    originBoardId: 1,
    startDate: '2026-11-16T09:00:00.000Z',
    endDate: '2026-11-27T16:00:00.000Z',
  },
];

const verbs = ['Move', 'Check', 'Rebuild', 'Describe', 'Measure', 'Clean up', 'Translate', 'Replace'];
const things = [
  'the invoice run',
  'the search index',
  'the mail templates',
  'the price list',
  'the login',
  'the export',
];
const places = ['for the web shop', 'for the stores', 'in the warehouse', 'on the phone', 'after the audit'];

/**
 * More than most sites have: one sprint of 2,000 issues and a backlog of 3,000. Every value follows from a seed, so the
 * site is the same every time.
 */
export function largeSite(): Site {
  const vocabulary = new JiraVocabulary();
  const dice = diceOf(20_261_121);
  const one = <Thing>(list: readonly Thing[]): Thing | undefined => list[dice(list.length)];
  return structuredClone<Site>({
    name: 'Large site',
    timeTracking: { ...usualTimeTracking, timeFormat: 'days' },
    users: [...people, siteOutsider],
    projects: [project],
    boards: [{ id: 1, name: 'Everything', type: 'scrum', projectKey: 'BIG', estimation: originalEstimate }],
    sprints,
    issues: Array.from({ length: sprintIssues + backlogIssues }, (_, place) =>
      madeUpIssue(project, 10_001, vocabulary, {
        number: place + 1,
        summary: `${one(verbs) ?? ''} ${one(things) ?? ''} ${one(places) ?? ''}`,
        type: one(['Story', 'Task', 'Bug']) ?? 'Task',
        status: place < sprintIssues ? (one(['To Do', 'In Progress', 'Done']) ?? 'To Do') : 'To Do',
        assignee: dice(4) === 0 ? null : (one(people) ?? null),
        // One in ten is not estimated; from a quarter of an hour to five days, small ones more often.
        hours: dice(10) === 0 ? null : ((1 + dice(40)) * (1 + dice(4))) / 4,
        sprintId: place < sprintIssues ? 1 : null,
      }),
    ),
  });
}
