import { jiraTime } from '../jira/jira-time';
import { sprintFieldId } from '../jira/sprint-field';
import { hoursOf, type WorkedIssue, type WorkPiece } from './history-work';
import { historyUsers, workers, workingDays } from './history-team';
import { type IssueFacts, issueFields } from './issue-fields';
import type { JiraVocabulary } from './jira-vocabulary';
import { type Dice, happens, oneOf } from './seeded-dice';
import type { SiteChangeEnd, SiteHistory, SiteIssue, SiteProject, SiteSprint, SiteUser, SiteWorklog } from './site';
import { usualTimeTracking } from './site-defaults';
import { smallTeamNumberFields } from './small-team';

/** A history or a worklog before it has its number, which follows from the time. */
export type Unnumbered<Thing extends { id: string }> = Omit<Thing, 'id'>;

/** What a site keeps of one issue. */
export interface IssuePast {
  issue: SiteIssue;
  histories: Unnumbered<SiteHistory>[];
  worklogs: Unnumbered<SiteWorklog>[];
}

/** From this one on, worklogs are there; of what was done before only the sum is known. */
const firstSprintWithWorklogs = 21;

/** One in so many of these issues is worked on once more on the Monday after its sprint was completed. */
const comesBackOnceIn = 9;
const hoursAfterwards = 1.5;

const hour = 3_600_000;
const day = 24 * hour;
const firstId = 10_001;

/** An issue that was in a sprint, with everything that happened to it. */
export function pastOf(worked: WorkedIssue, project: SiteProject, vocabulary: JiraVocabulary, dice: Dice): IssuePast {
  const { number, worker, pieces, isDone, isLogged, sprints, estimate } = worked;
  const issueId = String(firstId + number - 1);
  const [first] = sprints;
  if (first === undefined) throw new Error('Who was worked on was in a sprint.');
  const planned = Date.parse(first.startDate ?? '') - 3 * day + (number % 50) * 60_000;
  const created = planned - (2 + dice(25)) * day;
  const logged = [...pieces, ...piecesAfterwards(worked)];
  const spent = hoursOf(logged);
  const revised = revisedEstimate(worked, dice);
  const histories: Unnumbered<SiteHistory>[] = [];
  const tell = (at: number, author: SiteUser, fieldId: string, from: SiteChangeEnd, to: SiteChangeEnd) => {
    const changes = [{ fieldId, from, to }];
    histories.push({ issueId, authorAccountId: author.accountId, created: jiraTime(at), changes });
  };
  const [ada] = workers;
  const { user } = worker;
  // Some are estimated and given to somebody as they are written down, and of that Jira keeps no history.
  if (estimate !== null && happens(dice, 2))
    tell(planned - day, user, 'timeoriginalestimate', nothing, secondsEnd(estimate));
  if (happens(dice, 2)) {
    const before = happens(dice, 12) ? personEnd(oneOf(dice, workers).user) : nothing;
    if (before.value !== user.accountId) tell(planned - hour, ada.user, 'assignee', before, personEnd(user));
  }
  const added = worked.addedOnDay === 0 ? planned : (workingDays(first)[worked.addedOnDay] ?? planned) + 8 * hour;
  for (const place of sprints.keys()) {
    const at = place === 0 ? added : Date.parse(sprints[place - 1]?.completeDate ?? '') + 60_000;
    tell(at, ada.user, sprintFieldId, sprintsEnd(sprints.slice(0, place)), sprintsEnd(sprints.slice(0, place + 1)));
  }
  const [begin, end] = [pieces[0]?.startedAt, endOf(pieces.at(-1))];
  const statuses = { toDo: vocabulary.status('To Do'), begun: vocabulary.status('In Progress') };
  if (begin !== undefined) tell(begin, user, 'status', namedEnd(statuses.toDo), namedEnd(statuses.begun));
  if (revised !== null) {
    const at = (endOf(pieces[0]) ?? planned) + 5 * 60_000;
    tell(at, user, 'timeoriginalestimate', secondsEnd(estimate), secondsEnd(revised));
  }
  if (isDone && end !== undefined)
    tell(end, user, 'status', namedEnd(statuses.begun), namedEnd(vocabulary.status('Done')));
  histories.sort((one, other) => Date.parse(one.created) - Date.parse(other.created));
  const facts: IssueFacts = {
    ...plainFacts(project, number, worked.type, worked.summary, created),
    status: isDone ? 'Done' : begin === undefined ? 'To Do' : 'In Progress',
    resolution: isDone ? 'Done' : null,
    assignee: user,
    originalSeconds: secondsOf(revised ?? estimate),
    remainingSeconds: remainingSeconds(worked, revised ?? estimate, spent),
    spentSeconds: isLogged && spent > 0 ? secondsOf(spent) : null,
    updated: new Date(histories.at(-1)?.created ?? created),
    resolved: isDone && end !== undefined ? new Date(end) : null,
  };
  return {
    issue: issueOf(facts, sprints, vocabulary),
    histories,
    worklogs: isLogged && isRecent(worked) ? logged.map((piece) => worklogOf(piece, issueId, user)) : [],
  };
}

function isRecent({ sprints }: WorkedIssue): boolean {
  return (sprints.at(-1)?.id ?? 0) >= firstSprintWithWorklogs;
}

/** Somebody asks about what is done: work that no sprint had. */
function piecesAfterwards(worked: WorkedIssue): WorkPiece[] {
  const sprint = worked.sprints.at(-1);
  if (!worked.isDone || !isRecent(worked) || worked.number % comesBackOnceIn !== 0) return [];
  if (sprint?.state !== 'closed' || sprint.completeDate === undefined) return [];
  // A sprint is completed on a Friday.
  const monday = Math.floor(Date.parse(sprint.completeDate) / day) * day + 3 * day;
  return [{ startedAt: monday + 10 * hour, hours: hoursAfterwards }];
}

/** An issue that nobody has begun; what there was before it came where it is, nobody kept. */
export function waitingIssue(
  { number, type, summary, hours, assignee, created }: WaitingIssue,
  sprint: SiteSprint | null,
  project: SiteProject,
  vocabulary: JiraVocabulary,
): SiteIssue {
  const facts: IssueFacts = {
    ...plainFacts(project, number, type, summary, created),
    assignee,
    originalSeconds: secondsOf(hours),
    remainingSeconds: secondsOf(hours),
  };
  return issueOf(facts, sprint === null ? [] : [sprint], vocabulary);
}

export interface WaitingIssue {
  number: number;
  type: string;
  summary: string;
  hours: number | null;
  assignee: SiteUser | null;
  /** Milliseconds since 1970. */
  created: number;
}

function issueOf(facts: IssueFacts, sprints: readonly SiteSprint[], vocabulary: JiraVocabulary): SiteIssue {
  return {
    id: facts.id,
    key: facts.key,
    projectKey: facts.project.key,
    sprintId: sprints.find(({ state }) => state !== 'closed')?.id ?? null,
    closedSprintIds: sprints.filter(({ state }) => state === 'closed').map(({ id }) => id),
    fields: {
      ...issueFields(facts, vocabulary, usualTimeTracking),
      ...Object.fromEntries(smallTeamNumberFields.map(({ id }) => [id, null])),
    },
  };
}

function plainFacts(project: SiteProject, number: number, type: string, summary: string, created: number): IssueFacts {
  return {
    id: String(firstId + number - 1),
    key: `${project.key}-${String(number)}`,
    project,
    summary,
    type,
    status: 'To Do',
    priority: 'Medium',
    resolution: null,
    assignee: null,
    reporter: historyUsers.find(({ accountId }) => accountId === (number % 3 === 0 ? 'vera' : 'ada')) ?? null,
    parent: null,
    originalSeconds: null,
    remainingSeconds: null,
    spentSeconds: null,
    created: new Date(created),
    updated: new Date(created),
    resolved: null,
    labels: [],
    components: [],
  };
}

/** Some make the estimate look better once they see how long it takes: null when nobody did. */
function revisedEstimate({ estimate, work, pieces, number }: WorkedIssue, dice: Dice): number | null {
  if (estimate === null || pieces.length < 2 || Math.abs(work - estimate) < 0.3 * estimate) return null;
  const revised = Math.round((estimate + work) / 2);
  return number % 2 === 0 && happens(dice, 2) && revised !== estimate ? revised : null;
}

/** Who logs nothing leaves the remaining estimate as it was; with time logged nothing is left of what is done. */
function remainingSeconds({ isDone, isLogged }: WorkedIssue, estimate: number | null, spent: number): number | null {
  if (!isLogged) return secondsOf(estimate);
  if (isDone) return 0;
  return secondsOf(estimate === null ? null : Math.max(0, estimate - spent));
}

function worklogOf({ startedAt, hours }: WorkPiece, issueId: string, { accountId }: SiteUser): Unnumbered<SiteWorklog> {
  const times = { started: jiraTime(startedAt), created: jiraTime(startedAt + hours * hour) };
  return { issueId, authorAccountId: accountId, timeSpentSeconds: hours * 3600, ...times };
}

function endOf(piece: WorkPiece | undefined): number | undefined {
  return piece === undefined ? undefined : piece.startedAt + piece.hours * hour;
}

function secondsOf(hours: number | null): number | null {
  return hours === null ? null : Math.round(hours * 3600);
}

const nothing: SiteChangeEnd = { value: null, text: null };

function secondsEnd(hours: number | null): SiteChangeEnd {
  const seconds = secondsOf(hours);
  return seconds === null ? nothing : { value: String(seconds), text: String(seconds) };
}

function personEnd({ accountId, displayName }: SiteUser): SiteChangeEnd {
  return { value: accountId, text: displayName };
}

function namedEnd(status: Record<string, unknown>): SiteChangeEnd {
  return { value: String(status['id']), text: String(status['name']) };
}

function sprintsEnd(sprints: readonly SiteSprint[]): SiteChangeEnd {
  return { value: sprints.map(({ id }) => id).join(', '), text: sprints.map(({ name }) => name).join(', ') };
}
