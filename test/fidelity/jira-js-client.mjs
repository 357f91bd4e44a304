/**
 * What jira.js, a client that nobody here wrote, makes of a Jira: `node jira-js-client.mjs URL`. It prints one JSON
 * object: what came of each step, and what its schemas do not know of the answers. It is a process of its own because
 * jira.js is an ES module only, which jest cannot load.
 */
import { createAgileClient } from 'jira.js/agile';
import { createCloudClient } from 'jira.js/cloud';
import { createClient } from 'jira.js/core';

const [host] = process.argv.slice(2);

/**
 * Basic auth in a header of our own: jira.js takes only an e-mail address for a name, and here the name is the account's id.
 *
 * @param {string} accountId
 */
function clientsOf(accountId) {
  const Authorization = `Basic ${Buffer.from(`${accountId}:any`).toString('base64')}`;
  const client = createClient({ host, headers: { Authorization }, onSchemaMismatch: 'throw' });
  return { cloud: createCloudClient(client), agile: createAgileClient(client) };
}

const member = clientsOf('noor');
const manager = clientsOf('ada');
const viewer = clientsOf('vera');
const outsider = clientsOf('outsider');
const stranger = clientsOf('nobody-we-know');

const keys = ({ issues }) => issues.map(({ key }) => key);
const sprintIssues = async (sprintId) =>
  keys(await member.agile.sprint.getIssuesForSprint({ sprintId, fields: ['summary'] }));
const backlog = async () =>
  keys(await member.agile.board.getIssuesForBacklog({ boardId: 1, fields: ['summary'], maxResults: 5 }));
const estimate = (clients, originalEstimate) =>
  clients.cloud.issues.editIssue({ issueIdOrKey: 'WEB-27', fields: { timetracking: { originalEstimate } } });
const worklog = {
  issueIdOrKey: 'WEB-22',
  started: '2026-11-20T09:30:00.000+0100',
  timeSpentSeconds: 5_400,
  comment: { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Label' }] }] },
};

/** Every step by its name, in this order. */
const steps = {
  boards: async () =>
    (await member.agile.board.getAllBoards()).values.map(({ id, name, type, location }) => ({
      id,
      name,
      type,
      project: location.projectKey,
    })),
  oneBoard: async () => (await member.agile.board.getBoard({ boardId: 1 })).name,
  boardConfiguration: async () => {
    const { estimation, columnConfig } = await member.agile.board.getConfiguration({ boardId: 1 });
    return { estimation, columns: columnConfig.columns.map(({ name }) => name) };
  },
  sprints: async () =>
    (await member.agile.board.getAllSprints({ boardId: 1, state: 'active,future' })).values.map(
      ({ id, name, state, startDate }) => ({ id, name, state, startsOn: startDate.toISOString().slice(0, 10) }),
    ),
  oneSprint: async () => (await member.agile.sprint.getSprint({ sprintId: 24 })).goal,
  sprintIssues: () => sprintIssues(24),
  boardSprintIssues: async () => keys(await member.agile.board.getBoardIssuesForSprint({ boardId: 1, sprintId: 23 })),
  backlog,
  backlogPages: async () => {
    const found = [];
    let nextPageToken;
    do {
      const page = await member.agile.board.getIssuesForBacklog({
        boardId: 1,
        maxResults: 7,
        ...(nextPageToken === undefined ? {} : { nextPageToken }),
      });
      found.push(page.issues.length);
      ({ nextPageToken } = page);
    } while (nextPageToken !== undefined);
    return found;
  },
  issue: async () => {
    const { key, fields } = await member.cloud.issues.getIssue({
      issueIdOrKey: 'WEB-24',
      fields: ['summary', 'timetracking'],
    });
    return { key, fields };
  },

  moveToSprint: () =>
    member.agile.sprint.moveIssuesToSprintAndRank({
      sprintId: 24,
      issues: ['WEB-40', 'WEB-38'],
      rankBeforeIssue: 'WEB-27',
    }),
  sprintAfterMove: () => sprintIssues(24),
  moveToBacklog: () => member.agile.backlog.moveIssuesToBacklog({ issues: ['WEB-24', 'WEB-37'] }),
  sprintAfterMoveOut: () => sprintIssues(24),
  moveToBacklogOfBoard: () =>
    member.agile.backlog.moveIssuesToBacklogForBoard({ boardId: 1, issues: ['WEB-36'], rankBeforeIssue: 'WEB-39' }),
  backlogAfterMoves: backlog,
  rankBefore: () => member.agile.issue.rankIssues({ issues: ['WEB-35', 'WEB-34'], rankBeforeIssue: 'WEB-40' }),
  rankAfter: () => member.agile.issue.rankIssues({ issues: ['WEB-40'], rankAfterIssue: 'WEB-27' }),
  sprintAfterRanking: () => sprintIssues(24),
  rankSome: () => member.agile.issue.rankIssues({ issues: ['WEB-28', 'WEB-999'], rankBeforeIssue: 'WEB-35' }),

  editEstimate: () => estimate(member, '1d 4h'),
  estimateAfterEdit: async () =>
    (await member.cloud.issues.getIssue({ issueIdOrKey: 'WEB-27', fields: ['timetracking'] })).fields,

  transitions: async () => {
    const { transitions } = await member.cloud.issues.getTransitions({
      issueIdOrKey: 'WEB-22',
      expand: 'transitions.fields',
    });
    return transitions.map(({ id, name, to, hasScreen, fields }) => ({
      id,
      name,
      to: to.name,
      hasScreen,
      required: Object.keys(fields).filter((field) => fields[field].required),
    }));
  },
  doTransition: () => member.cloud.issues.doTransition({ issueIdOrKey: 'WEB-22', transition: { id: '21' } }),
  doTransitionOverScreen: () =>
    member.cloud.issues.doTransition({
      issueIdOrKey: 'WEB-21',
      transition: { id: '41' },
      fields: { resolution: { name: "Won't Do" } },
    }),

  logWork: async () => {
    const { timeSpent, author, started } = await member.cloud.issueWorklogs.addWorklog(worklog);
    return { timeSpent, author: author.displayName, started: started.toISOString() };
  },
  worklogs: async () => {
    const { total, worklogs } = await viewer.cloud.issueWorklogs.getIssueWorklog({ issueIdOrKey: 'WEB-22' });
    return { total, seconds: worklogs.map(({ timeSpentSeconds }) => timeSpentSeconds) };
  },

  search: async () =>
    keys(
      await member.cloud.issueSearch.searchAndReconsileIssuesUsingJql({
        jql: 'project = WEB AND sprint in openSprints() AND statusCategory = "In Progress" ORDER BY key',
        fields: ['key'],
      }),
    ),
  searchByPost: async () => {
    const { issues, isLast } = await member.cloud.issueSearch.searchAndReconsileIssuesUsingJqlPost({
      jql: 'assignee = currentUser() AND sprint = 24 ORDER BY rank',
      fields: ['summary', 'assignee'],
      maxResults: 2,
    });
    return { isLast, issues: issues.map(({ key, fields }) => [key, fields.assignee.displayName]) };
  },

  changelogs: async () => {
    const { issueChangeLogs } = await viewer.cloud.issues.getBulkChangelogs({
      issueIdsOrKeys: ['WEB-22', 'WEB-40'],
      fieldIds: ['status', 'customfield_10020'],
    });
    return issueChangeLogs.map(({ issueId, changeHistories }) => [
      issueId,
      changeHistories.map(({ author, created, items }) => [
        author.displayName,
        created instanceof Date,
        items.map((item) => [item.field, item.fromString, item.toString]),
      ]),
    ]);
  },

  renameSprint: async () => (await manager.agile.sprint.partiallyUpdateSprint({ sprintId: 24, name: 'Gifts' })).name,
  completeSprint: async () => {
    const { state, completeDate } = await manager.agile.sprint.partiallyUpdateSprint({ sprintId: 23, state: 'closed' });
    return [state, completeDate.toISOString()];
  },
  startSprint: async () => {
    const { state, goal, endDate } = await manager.agile.sprint.updateSprint({
      sprintId: 24,
      name: 'Gifts',
      state: 'active',
      startDate: '2026-11-21T10:00:00.000+01:00',
      endDate: '2026-12-04T17:00:00.000+01:00',
    });
    return [state, goal ?? null, endDate.toISOString()];
  },
  backlogAfterSprint: backlog,

  permissions: async () => {
    const { permissions } = await viewer.cloud.permissions.getMyPermissions({ permissions: 'EDIT_ISSUES' });
    return permissions.EDIT_ISSUES.havePermission;
  },
  myself: async () => (await member.cloud.myself.getCurrentUser()).displayName,

  unknownIssue: () => member.cloud.issues.getIssue({ issueIdOrKey: 'WEB-999' }),
  tooManyMoved: () =>
    member.agile.backlog.moveIssuesToBacklog({
      issues: Array.from({ length: 51 }, (_, index) => `WEB-${String(index + 1)}`),
    }),
  closedSprint: () => member.agile.sprint.moveIssuesToSprintAndRank({ sprintId: 21, issues: ['WEB-38'] }),
  kanbanSprints: () => member.agile.board.getAllSprints({ boardId: 2 }),
  missingRequiredField: () => member.cloud.issues.doTransition({ issueIdOrKey: 'WEB-23', transition: { id: '41' } }),
  unboundedSearch: () => member.cloud.issueSearch.searchAndReconsileIssuesUsingJql({ jql: 'ORDER BY key' }),
  viewerEdits: () => estimate(viewer, '1h'),
  viewerMoves: () => viewer.agile.backlog.moveIssuesToBacklog({ issues: ['WEB-27'] }),
  viewerRanks: () => viewer.agile.issue.rankIssues({ issues: ['WEB-27'], rankBeforeIssue: 'WEB-28' }),
  viewerTransitions: () => viewer.cloud.issues.doTransition({ issueIdOrKey: 'WEB-23', transition: { id: '21' } }),
  viewerLogs: () => viewer.cloud.issueWorklogs.addWorklog(worklog),
  memberStarts: () => member.agile.sprint.partiallyUpdateSprint({ sprintId: 24, state: 'closed' }),
  reopenedSprint: () => manager.agile.sprint.partiallyUpdateSprint({ sprintId: 23, state: 'active' }),
  outsiderMoves: () => outsider.agile.backlog.moveIssuesToBacklog({ issues: ['WEB-27'] }),
  outsiderReads: () => outsider.cloud.issues.getIssue({ issueIdOrKey: 'WEB-27' }),
  strangerReads: () => stranger.cloud.myself.getCurrentUser(),
};

const outcomes = {};
for (const [name, step] of Object.entries(steps)) {
  try {
    outcomes[name] = { value: (await step()) ?? null };
  } catch (error) {
    const { name: kind, message, status, body, issues } = error;
    outcomes[name] = { refused: { kind, status, body, ...(status === undefined ? { message, issues } : {}) } };
  }
}
// Where jira.js collects what its schemas do not know, while AUDIT_SCHEMAS=true makes them strict.
const drift = globalThis[Symbol.for('apis-code-gen.schemaAudit')] ?? [];
process.stdout.write(JSON.stringify({ outcomes, drift }));
