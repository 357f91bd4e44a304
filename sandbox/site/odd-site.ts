import { JiraVocabulary } from './jira-vocabulary';
import { madeUpIssue } from './made-up-issue';
import { formerAccountId, oddIssues, oddSprintIds, supportIssues, teamIssues } from './odd-site-issues';
import type { Site, SiteBoard, SiteProject, SiteSprint } from './site';
import { originalEstimate, siteOutsider, siteUser, usualTimeTracking } from './site-defaults';

const ada = siteUser('ada', 'Ada Lindholm', 'admin');
const zoe = siteUser('zoe', '🦄 Zoë Ω', 'member');
const dana = { ...siteUser('dana', 'دانا الخطيب', 'member'), locale: 'ar_EG', timeZone: 'Africa/Cairo' };
const vera = siteUser('vera', 'Vera Kowalska', 'viewer');
/** Jira's own name for an account that was deleted. */
const former = { ...siteUser(formerAccountId, 'Former user', 'member'), active: false };

const odd: SiteProject = { id: '10000', key: 'ODD', name: 'Odd ends', style: 'classic' };
const team: SiteProject = { id: '10001', key: 'TEAM', name: 'فريق المنتج', style: 'next-gen' };
const support: SiteProject = { id: '10002', key: 'HELP', name: 'Support', style: 'classic' };
const empty: SiteProject = { id: '10003', key: 'NEW', name: 'Just created', style: 'classic' };

/** The kanban board is the first one: whoever opens without a board must not stop there. */
const boards: SiteBoard[] = [
  { id: 1, name: 'Support', type: 'kanban', projectKey: 'HELP' },
  { id: 2, name: 'Odd ends 🧭', type: 'scrum', projectKey: 'ODD', estimation: originalEstimate },
  { id: 3, name: 'لوحة الفريق', type: 'simple', projectKey: 'TEAM' },
  { id: 4, name: 'Ada’s own board', type: 'scrum', projectKey: 'ODD', ownerAccountId: 'ada' },
  { id: 5, name: 'A board without sprints', type: 'scrum', projectKey: 'NEW', estimation: originalEstimate },
];

const { closed, longName, nameless, rightToLeft, shared, team: teamSprint } = oddSprintIds;
const sprints: SiteSprint[] = [
  {
    id: closed,
    name: 'Before',
    state: 'closed',
    originBoardId: 2,
    startDate: '2026-11-02T09:00:00.000Z',
    endDate: '2026-11-13T16:00:00.000Z',
    completeDate: '2026-11-13T16:00:00.000Z',
  },
  {
    id: longName,
    name: 'Thirty characters, not one mor',
    state: 'active',
    originBoardId: 2,
    startDate: '2026-11-16T09:00:00.000Z',
    endDate: '2026-11-27T16:00:00.000Z',
    // Begins with the character that turns the direction of what follows, and turns it back.
    goal: '\u202ethgir ot tfel\u202c 🎯',
  },
  { id: nameless, name: '', state: 'future', originBoardId: 2 },
  { id: rightToLeft, name: 'ספרינט 🚀', state: 'future', originBoardId: 2 },
  { id: shared, name: 'On two boards', state: 'future', originBoardId: 2 },
  { id: teamSprint, name: 'TEAM Sprint 1', state: 'active', originBoardId: 3 },
];

/**
 * Everything that Jira allows and few expect: a team-managed board, a kanban board, a board that lives at a user, a sprint
 * on two boards, issues that only admins see, people who have left, estimates of 0 h and 10,000 h, names in other scripts
 * and without any letter. It is the same every time.
 */
export function oddSite(): Site {
  const vocabulary = new JiraVocabulary();
  return structuredClone<Site>({
    name: 'Odd site',
    timeTracking: { ...usualTimeTracking, workingHoursPerDay: 7.5, workingDaysPerWeek: 4 },
    users: [ada, zoe, dana, vera, former, siteOutsider],
    projects: [odd, team, support, empty],
    boards,
    sprints,
    numberFields: [{ id: 'customfield_10016', name: 'Story point estimate', kind: 'points' }],
    issues: [
      ...oddIssues({ ada, zoe, dana, former }).map((issue) => madeUpIssue(odd, 10_001, vocabulary, issue)),
      ...teamIssues.map((issue) => madeUpIssue(team, 10_101, vocabulary, issue)),
      ...supportIssues.map((issue) => madeUpIssue(support, 10_201, vocabulary, issue)),
    ],
  });
}
