import { addHours } from 'date-fns';
import { type IssueFacts, issueFields } from './issue-fields';
import { JiraVocabulary } from './jira-vocabulary';
import type { Site, SiteIssue, SiteNumberField, SiteProject, SiteSprint, SiteUser } from './site';
import { originalEstimate, siteOutsider, siteUser, usualTimeTracking } from './site-defaults';
import { appIssues, operationsIssues, type TeamIssue, webIssues } from './small-team-issues';

/** Ada, Noor, Tomás and Vera; the outsider comes last. */
export const smallTeamUsers: readonly SiteUser[] = [
  { ...siteUser('ada', 'Ada Lindholm', 'admin'), locale: 'en_GB', timeZone: 'Europe/London' },
  { ...siteUser('noor', 'Noor Bakker', 'member'), managesSprints: false, timeZone: 'Europe/Amsterdam' },
  { ...siteUser('tomas', 'Tomás Vidal', 'member'), locale: 'es_ES', timeZone: 'Europe/Madrid' },
  { ...siteUser('vera', 'Vera Kowalska', 'viewer'), locale: 'en_GB', timeZone: 'Europe/Warsaw' },
  siteOutsider,
];

const web: SiteProject = { id: '10000', key: 'WEB', name: 'Web shop', style: 'classic' };
const operations: SiteProject = { id: '10001', key: 'OPS', name: 'Shop operations', style: 'classic' };
const app: SiteProject = { id: '10002', key: 'APP', name: 'Shop app', style: 'classic' };

/** An id is an issue's own on the whole site: WEB-1 is 10001, OPS-1 is 10101. */
const firstIds = new Map([
  [web, 10_001],
  [operations, 10_101],
  [app, 10_201],
]);

const sprints: SiteSprint[] = [
  webSprint(21, 'closed', '2026-10-19', '2026-10-30', 'Nobody loses a basket'),
  webSprint(22, 'closed', '2026-11-02', '2026-11-13', 'Address and delivery on one page'),
  webSprint(23, 'active', '2026-11-16', '2026-11-27', 'Pay in one step'),
  webSprint(24, 'future', '2026-11-30', '2026-12-11', 'Ready for the gift season'),
];

const confidenceField = 'customfield_10044';
const pointsField = 'customfield_10028';

/** Several hold a number, so it takes the name to tell them apart. */
export const smallTeamNumberFields: readonly SiteNumberField[] = [
  { id: pointsField, name: 'Story Points', kind: 'float' },
  { id: confidenceField, name: 'Confidence (%)', kind: 'float' },
];

/** What somebody has filled in before the app came. */
const numbersByKey: Readonly<Record<string, Record<string, number>>> = {
  'WEB-24': { [pointsField]: 8 },
  'WEB-27': { [confidenceField]: 70 },
  'WEB-29': { [pointsField]: 5 },
  'WEB-30': { [confidenceField]: 90 },
  'WEB-33': { [confidenceField]: 40, [pointsField]: 13 },
  'WEB-41': { [confidenceField]: 25 },
};

/** How many days after its start a sprint's first, second, … issue was done; none on a weekend. */
const doneAfterDays = [1, 2, 3, 4, 7, 8, 9, 10];

/**
 * The site that opens when no data is named: a made-up team of a web shop in November 2026. It is the same every time
 * and on every day.
 */
export function smallTeam(): Site {
  const vocabulary = new JiraVocabulary();
  // A copy: the sandbox changes its site.
  return structuredClone<Site>({
    name: 'Small team',
    timeTracking: { ...usualTimeTracking, timeFormat: 'hours' },
    users: [...smallTeamUsers],
    projects: [web, operations, app],
    boards: [
      { id: 1, name: 'Web shop', type: 'scrum', projectKey: 'WEB', estimation: originalEstimate },
      { id: 2, name: 'Shop operations', type: 'kanban', projectKey: 'OPS' },
      { id: 3, name: 'Shop app', type: 'scrum', projectKey: 'APP', estimation: originalEstimate },
    ],
    sprints,
    numberFields: [...smallTeamNumberFields],
    issues: [
      ...projectIssues(web, webIssues, vocabulary),
      ...projectIssues(operations, [[null, operationsIssues]], vocabulary),
      ...projectIssues(app, [[null, appIssues]], vocabulary),
    ],
  });
}

function webSprint(id: number, state: SiteSprint['state'], from: string, to: string, goal: string): SiteSprint {
  const startDate = `${from}T09:00:00.000Z`;
  const endDate = `${to}T16:00:00.000Z`;
  const completed = state === 'closed' ? { completeDate: endDate } : {};
  return { id, name: `Sprint ${String(id)}`, state, originBoardId: 1, startDate, endDate, ...completed, goal };
}

function projectIssues(
  project: SiteProject,
  groups: readonly [sprintId: number | null, issues: TeamIssue[]][],
  vocabulary: JiraVocabulary,
): SiteIssue[] {
  const factsByNumber = new Map<number, IssueFacts>();
  for (const [sprintId, issues] of groups) {
    for (const [place, issue] of issues.entries())
      factsByNumber.set(issue[0], factsOf(project, issue, sprintId, place));
  }
  return groups.flatMap(([sprintId, issues]) =>
    issues.flatMap(([number, , , , , , , more]) => {
      const facts = factsByNumber.get(number);
      if (facts === undefined) return [];
      const parent = factsByNumber.get(more?.parent ?? 0) ?? null;
      const isOver = sprints.some(({ id, state }) => id === sprintId && state === 'closed');
      const closed = [more?.carriedOverFrom, isOver ? sprintId : null].filter((id) => id != null);
      return {
        id: facts.id,
        key: facts.key,
        projectKey: project.key,
        sprintId: isOver ? null : sprintId,
        closedSprintIds: closed,
        fields: {
          ...issueFields({ ...facts, parent }, vocabulary, usualTimeTracking),
          ...Object.fromEntries(smallTeamNumberFields.map(({ id }) => [id, numbersByKey[facts.key]?.[id] ?? null])),
        },
      };
    }),
  );
}

function factsOf(project: SiteProject, issue: TeamIssue, sprintId: number | null, place: number): IssueFacts {
  const [number, type, summary, status, assignee, hours, spentHours, more] = issue;
  // In steps of whole days by the hour, because a day by the calendar is 25 hours where clocks change.
  const created = addHours(new Date('2026-10-01T08:30:00.000Z'), 24 * Math.floor(number * 0.8));
  const sprint = sprints.find(({ id }) => id === sprintId);
  const started = new Date(sprint?.startDate ?? '2026-11-10T09:00:00.000Z');
  const resolved = status === 'Done' ? addHours(started, 24 * (doneAfterDays[place] ?? 1)) : null;
  return {
    id: String((firstIds.get(project) ?? 1) + number - 1),
    key: `${project.key}-${String(number)}`,
    project,
    summary,
    type,
    status,
    priority: more?.priority ?? 'Medium',
    resolution: resolved === null ? null : 'Done',
    assignee: smallTeamUsers.find(({ accountId }) => accountId === assignee) ?? null,
    reporter: smallTeamUsers.find(({ accountId }) => accountId === (number % 3 === 0 ? 'vera' : 'ada')) ?? null,
    parent: null,
    originalSeconds: secondsOf(hours),
    remainingSeconds: resolved === null ? remaining(hours, spentHours) : 0,
    spentSeconds: secondsOf(spentHours),
    created,
    updated: resolved ?? created,
    resolved,
    labels: [],
    components: [],
  };
}

function remaining(hours: number | null, spentHours: number | null): number | null {
  return secondsOf(hours === null ? null : Math.max(0, hours - (spentHours ?? 0)));
}

function secondsOf(hours: number | null): number | null {
  return hours === null ? null : hours * 3600;
}
