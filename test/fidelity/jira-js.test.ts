import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import * as z from 'zod';

import { type OpenedSandbox, openSandbox } from '../../sandbox/open-sandbox';
import { serveSandbox } from '../../sandbox/server/serve';

const valueSchema = z.strictObject({ value: z.unknown() });
const refusedSchema = z.strictObject({ refused: z.unknown() });
const outputSchema = z.object({
  outcomes: z.record(z.string(), z.union([valueSchema, refusedSchema])),
  /** What the schemas of jira.js do not know of the answers. */
  drift: z.array(z.unknown()),
});

type Output = z.output<typeof outputSchema>;

const notFound = 'Issue does not exist or you do not have permission to see it.';

let sandbox: OpenedSandbox;
let output: Output;

/** Runs jira.js once, in a process of its own, on the made-up team that is served on a free port. */
beforeAll(async () => {
  const root = resolve(__dirname, '../..');
  const stateFolder = await mkdtemp(join(tmpdir(), 'jira-js-'));
  sandbox = await openSandbox({
    site: undefined,
    reset: true,
    appFolder: root,
    stateFolder,
    loadHandler: (handler) => Promise.reject(new Error(`Nobody calls the app here, and so not ${handler}.`)),
    now: () => Date.UTC(2026, 10, 21, 9),
  });
  const served = await serveSandbox(sandbox, { port: 0, root });
  try {
    const script = join(__dirname, 'jira-js-client.mjs');
    // With this variable jira.js also collects the fields that its schemas do not know; without it, it passes them over.
    const env = { ...process.env, AUDIT_SCHEMAS: 'true' };
    const { stdout } = await promisify(execFile)(process.execPath, [script, served.url], { env });
    output = outputSchema.parse(JSON.parse(stdout));
  } finally {
    await served.close();
    await rm(stateFolder, { recursive: true });
  }
}, 60_000);

const valueOf = (step: string): unknown => valueSchema.parse(output.outcomes[step]).value;
const refusalOf = (step: string): unknown => refusedSchema.parse(output.outcomes[step]).refused;
const issue = (key: string) => sandbox.site.issues.find((candidate) => candidate.key === key);

describe('jira.js, a client that nobody here wrote', () => {
  it("finds nothing in the sandbox's answers that its schemas do not know", () => {
    expect(output.drift).toEqual([]);
    expect(sandbox.jira.unmodelled).toEqual([]);
  });

  it('lists boards and sprints', () => {
    expect(valueOf('boards')).toEqual([
      { id: 1, name: 'Web shop', type: 'scrum', project: 'WEB' },
      { id: 2, name: 'Shop operations', type: 'kanban', project: 'OPS' },
      { id: 3, name: 'Shop app', type: 'scrum', project: 'APP' },
    ]);
    expect(valueOf('oneBoard')).toBe('Web shop');
    expect(valueOf('boardConfiguration')).toEqual({
      estimation: { type: 'field', field: { fieldId: 'timeoriginalestimate', displayName: 'Original Estimate' } },
      columns: ['To Do', 'In Progress', 'Done'],
    });
    expect(valueOf('sprints')).toEqual([
      { id: 23, name: 'Sprint 23', state: 'active', startsOn: '2026-11-16' },
      { id: 24, name: 'Sprint 24', state: 'future', startsOn: '2026-11-30' },
    ]);
    expect(valueOf('oneSprint')).toBe('Ready for the gift season');
  });

  it('reads the issues of a sprint, the backlog page by page, and one issue', () => {
    expect(valueOf('sprintIssues')).toEqual(keys(24, 37));
    expect(valueOf('boardSprintIssues')).toEqual(keys(16, 23));
    expect(valueOf('backlog')).toEqual(keys(38, 42));
    expect(valueOf('backlogPages')).toEqual([7, 7, 6]);
    expect(valueOf('issue')).toEqual({
      key: 'WEB-24',
      fields: {
        summary: '🎁 Gift wrapping with a card',
        timetracking: {
          originalEstimate: '2d',
          originalEstimateSeconds: 57_600,
          remainingEstimate: '2d',
          remainingEstimateSeconds: 57_600,
        },
      },
    });
    expect(valueOf('myself')).toBe('Noor Bakker');
    expect(valueOf('permissions')).toBe(false);
  });

  it('moves issues to a sprint and to the backlog, and their sub-tasks go along', () => {
    expect([valueOf('moveToSprint'), valueOf('moveToBacklog'), valueOf('moveToBacklogOfBoard')]).toEqual([
      null,
      null,
      null,
    ]);
    expect(valueOf('sprintAfterMove')).toEqual([...keys(24, 26), 'WEB-40', 'WEB-38', ...keys(27, 37)]);
    expect(valueOf('sprintAfterMoveOut')).toEqual(['WEB-40', 'WEB-38', ...keys(27, 36)]);
    expect(valueOf('backlogAfterMoves')).toEqual(['WEB-24', 'WEB-25', 'WEB-26', 'WEB-37', 'WEB-36']);
    expect(issue('WEB-40')).toMatchObject({ sprintId: 24 });
    expect(issue('WEB-26')).toMatchObject({ sprintId: null });
  });

  it('ranks issues before and after another, and is told issue by issue what could not be ranked', () => {
    expect([valueOf('rankBefore'), valueOf('rankAfter')]).toEqual([null, null]);
    expect(valueOf('sprintAfterRanking')).toEqual([
      ...['WEB-35', 'WEB-34', 'WEB-38', 'WEB-27', 'WEB-40'],
      ...keys(28, 33),
    ]);
    expect(valueOf('rankSome')).toEqual({
      entries: [
        { issueId: 10_028, issueKey: 'WEB-28', status: 200 },
        { issueKey: 'WEB-999', status: 404, errors: [notFound] },
      ],
    });
    const inSprint = sandbox.site.issues.filter(({ sprintId }) => sprintId === 24).map(({ key }) => key);
    expect(inSprint).toEqual([...['WEB-28', 'WEB-35', 'WEB-34', 'WEB-38', 'WEB-27', 'WEB-40'], ...keys(29, 33)]);
  });

  it('edits an estimate', () => {
    expect(valueOf('editEstimate')).toBeNull();
    expect(valueOf('estimateAfterEdit')).toMatchObject({
      timetracking: { originalEstimate: '1d 4h', originalEstimateSeconds: 43_200 },
    });
    // The viewer, who tried 1 h afterwards, did not get through.
    expect(issue('WEB-27')?.fields).toMatchObject({ timeoriginalestimate: 43_200 });
  });

  it('lists transitions with what they need, and does them', () => {
    expect(valueOf('transitions')).toEqual([
      { id: '11', name: 'To Do', to: 'To Do', hasScreen: false, required: [] },
      { id: '21', name: 'In Progress', to: 'In Progress', hasScreen: false, required: [] },
      { id: '31', name: 'Done', to: 'Done', hasScreen: false, required: [] },
      { id: '41', name: "Won't do", to: 'Done', hasScreen: true, required: ['resolution'] },
    ]);
    expect([valueOf('doTransition'), valueOf('doTransitionOverScreen')]).toEqual([null, null]);
    expect(issue('WEB-22')?.fields).toMatchObject({ status: { name: 'In Progress' }, resolution: null });
    expect(issue('WEB-21')?.fields).toMatchObject({
      status: { name: 'Done' },
      resolution: { name: "Won't Do" },
      resolutiondate: '2026-11-21T09:00:00.000+0000',
    });
    expect(issue('WEB-23')?.fields).toMatchObject({ status: { name: 'To Do' } });
  });

  it('logs work, and reads it as somebody else', () => {
    expect(valueOf('logWork')).toEqual({
      timeSpent: '1h 30m',
      author: 'Noor Bakker',
      started: '2026-11-20T08:30:00.000Z',
    });
    expect(valueOf('worklogs')).toEqual({ total: 1, seconds: [5_400] });
    // 8 h − 1.5 h = 6.5 h = 23400 s.
    expect(issue('WEB-22')?.fields).toMatchObject({ timespent: 5_400, timeestimate: 23_400 });
    expect(sandbox.site.worklogs).toMatchObject([{ issueId: issue('WEB-22')?.id, authorAccountId: 'noor' }]);
  });

  it('reads how issues came to be', () => {
    expect(valueOf('changelogs')).toEqual([
      ['10022', [['Noor Bakker', true, [['status', 'To Do', 'In Progress']]]]],
      ['10040', [['Noor Bakker', true, [['Sprint', '', 'Sprint 24']]]]],
    ]);
  });

  it('renames a sprint, completes one and starts the next', () => {
    expect(valueOf('renameSprint')).toBe('Gifts');
    expect(valueOf('completeSprint')).toEqual(['closed', '2026-11-21T09:00:00.000Z']);
    // A full update: what it does not say, the goal, is gone.
    expect(valueOf('startSprint')).toEqual(['active', null, '2026-12-04T16:00:00.000Z']);
    // WEB-20, 22 and 23 were not done.
    expect(valueOf('backlogAfterSprint')).toEqual(['WEB-20', 'WEB-22', 'WEB-23', 'WEB-24', 'WEB-25']);
  });

  it('searches, by get and by post', () => {
    // WEB-21 was moved on by then, WEB-22 into progress.
    expect(valueOf('search')).toEqual(['WEB-20', 'WEB-22']);
    expect(valueOf('searchByPost')).toEqual({
      isLast: false,
      issues: [
        ['WEB-35', 'Noor Bakker'],
        ['WEB-38', 'Noor Bakker'],
      ],
    });
  });
});

describe('what Jira turns down reaches jira.js as the right error', () => {
  it.each([
    ['unknownIssue', 'NotFoundError', 404, notFound],
    ['outsiderReads', 'NotFoundError', 404, notFound],
    ['outsiderMoves', 'NotFoundError', 404, notFound],
    ['tooManyMoved', 'ApiError', 400, 'At most 50 issues may be moved at once.'],
    ['closedSprint', 'ApiError', 400, "Issues can only be moved to open or active sprints; 'Sprint 21' is closed."],
    ['kanbanSprints', 'ApiError', 400, 'The board does not support sprints'],
    [
      'unboundedSearch',
      'ApiError',
      400,
      'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
    ],
    ['memberStarts', 'ForbiddenError', 403, 'You do not have permission to manage sprints.'],
    ['reopenedSprint', 'ApiError', 400, 'A sprint that is closed cannot become active.'],
    ['viewerMoves', 'ForbiddenError', 403, 'You do not have permission to assign issues to sprints.'],
    ['viewerRanks', 'ForbiddenError', 403, 'You do not have permission to schedule issues.'],
    ['viewerTransitions', 'ApiError', 400, 'You do not have permission to transition this issue.'],
    ['viewerLogs', 'ApiError', 400, 'You do not have the permission to associate a worklog to this issue.'],
    ['strangerReads', 'AuthError', 401, 'Client must be authenticated to access this resource.'],
  ])('%s: %s %d', (step, kind, status, words) => {
    expect(refusalOf(step)).toEqual({ kind, status, body: { errorMessages: [words], errors: {} } });
  });

  it.each([
    ['missingRequiredField', 'resolution', 'Resolution is required.'],
    [
      'viewerEdits',
      'timetracking',
      "Field 'timetracking' cannot be set. It is not on the appropriate screen, or unknown.",
    ],
  ])('%s: 400 that names the field', (step, field, words) => {
    expect(refusalOf(step)).toEqual({
      kind: 'ApiError',
      status: 400,
      body: { errorMessages: [], errors: { [field]: words } },
    });
  });
});

/** WEB-`from` to WEB-`to`, as the made-up team ranks them. */
function keys(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `WEB-${from + index}`);
}
