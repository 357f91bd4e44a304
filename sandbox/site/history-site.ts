import { pastOf, waitingIssue } from './history-issue';
import { type PlannedIssue, summaryOf } from './history-plan';
import { historySprints, historyUsers, workers } from './history-team';
import { workedIssues } from './history-work';
import { JiraVocabulary } from './jira-vocabulary';
import { type Dice, diceOf, happens, oneOf } from './seeded-dice';
import type { Site, SiteIssue, SiteProject } from './site';
import { originalEstimate, usualTimeTracking } from './site-defaults';
import { smallTeamNumberFields } from './small-team';

const project: SiteProject = { id: '10000', key: 'TRACK', name: 'Parcel tracking', style: 'classic' };

const inNextSprint = 12;
const inBacklog = 16;

/**
 * A team of six with a year behind it: what it estimated, what it took, and how both came to be. Every value follows from a
 * seed, so the site is the same every time.
 */
export function historySite(): Site {
  const vocabulary = new JiraVocabulary();
  const dice = diceOf(23_014_731);
  const pasts = workedIssues(dice).map((worked) => pastOf(worked, project, vocabulary, dice));
  const waiting = waitingIssues(pasts.length + 1, vocabulary, dice);
  return structuredClone<Site>({
    name: 'Team with a past',
    timeTracking: { ...usualTimeTracking, timeFormat: 'hours' },
    users: [...historyUsers],
    projects: [project],
    boards: [
      { id: 1, name: 'Parcel tracking', type: 'scrum', projectKey: 'TRACK', estimation: originalEstimate },
      { id: 2, name: 'Parcel support', type: 'kanban', projectKey: 'TRACK' },
      { id: 3, name: 'Customs desk', type: 'scrum', projectKey: 'TRACK', estimation: originalEstimate },
    ],
    sprints: [...historySprints],
    numberFields: [...smallTeamNumberFields],
    issues: [...pasts.map(({ issue }) => issue), ...waiting],
    histories: numbered(pasts.flatMap(({ histories }) => histories)),
    worklogs: numbered(pasts.flatMap(({ worklogs }) => worklogs)),
  });
}

function waitingIssues(firstNumber: number, vocabulary: JiraVocabulary, dice: Dice): SiteIssue[] {
  const next = historySprints.at(-1) ?? null;
  return Array.from({ length: inNextSprint + inBacklog }, (_, place) => {
    const number = firstNumber + place;
    const type: PlannedIssue['type'] = oneOf(dice, ['Story', 'Story', 'Task', 'Bug']);
    const isPlanned = place < inNextSprint;
    const issue = {
      number,
      type,
      summary: summaryOf(type, number),
      hours: happens(dice, isPlanned ? 12 : 3) ? null : oneOf(dice, [4, 8, 12, 16, 24, 32]),
      assignee: happens(dice, 3) ? null : oneOf(dice, workers).user,
      created: Date.UTC(2026, 10, 2, 9) + place * 11 * 3_600_000,
    };
    return waitingIssue(issue, isPlanned ? next : null, project, vocabulary);
  });
}

/** In the order in which it happened, as Jira numbers what it writes down. */
function numbered<Thing extends { created: string }>(things: readonly Thing[]): (Thing & { id: string })[] {
  return things
    .toSorted((one, other) => Date.parse(one.created) - Date.parse(other.created))
    .map((thing, place) => ({ id: String(10_001 + place), ...thing }));
}
