import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenedSandbox, openSandbox } from '../../../sandbox/open-sandbox';
import { noon } from '../jira/small-site';

const manifest = `
modules:
  trigger:
    - key: sprint-changed
      function: changed
      events: [avi:jira-software:started:sprint, avi:jira-software:closed:sprint]
  function:
    - { key: changed, handler: index.changed }
permissions:
  scopes: ['read:jira-work', 'read:sprint:jira-software']
app: { id: 'ari:cloud:ecosystem::app/1' }
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sprint-events-'));
  writeFileSync(join(folder, 'manifest.yml'), manifest);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** The small team, and what the app's trigger was given. */
async function openTeam(): Promise<OpenedSandbox & { seen: unknown[] }> {
  const seen: unknown[] = [];
  const sandbox = await openSandbox({
    site: undefined,
    reset: false,
    appFolder: folder,
    stateFolder: join(folder, '.sandbox'),
    loadHandler: () =>
      Promise.resolve((event: unknown) => {
        seen.push(event);
      }),
    now: () => noon,
  });
  return { ...sandbox, seen };
}

const post = ({ jira }: OpenedSandbox, path: string, body: object) =>
  jira.serve({ method: 'POST', path, body: JSON.stringify(body) }, { accountId: 'ada', scopes: 'all' });

describe('a sprint that is completed and one that is started', () => {
  it('are told to the app, with what Jira tells of a sprint', async () => {
    const team = await openTeam();
    post(team, '/rest/agile/1.0/sprint/23', { state: 'closed' });
    post(team, '/rest/agile/1.0/sprint/24', { goal: 'Renamed only' });
    post(team, '/rest/agile/1.0/sprint/24', { state: 'active' });
    await team.events.deliver();
    expect(team.seen).toMatchObject([
      {
        eventType: 'avi:jira-software:closed:sprint',
        atlassianId: 'ada',
        sprint: {
          id: '23',
          name: 'Sprint 23',
          state: 'closed',
          originBoardId: '1',
          goal: 'Pay in one step',
          startDate: '2026-11-16T09:00:00.000+0000',
          endDate: '2026-11-27T16:00:00.000+0000',
          completeDate: '2026-11-21T12:00:00.000+0000',
        },
      },
      {
        eventType: 'avi:jira-software:started:sprint',
        sprint: { id: '24', state: 'active', startDate: '2026-11-30T09:00:00.000+0000' },
      },
    ]);
  });

  it('are not told when Jira refused, and once when it is said twice', async () => {
    const team = await openTeam();
    expect(post(team, '/rest/agile/1.0/sprint/24', { state: 'closed' }).status).toBe(400);
    expect(post(team, '/rest/agile/1.0/sprint/23', { state: 'closed' }).status).toBe(200);
    expect(post(team, '/rest/agile/1.0/sprint/23', { state: 'closed' }).status).toBe(200);
    await team.events.deliver();
    expect(team.seen).toHaveLength(1);
  });

  it('are found again with the changelogs after a restart', async () => {
    const team = await openTeam();
    post(team, '/rest/agile/1.0/sprint/23', { state: 'closed' });
    post(team, '/rest/agile/1.0/sprint/24/issue', { issues: ['WEB-20'] });
    await team.save();
    const again = await openTeam();
    expect(again.site.sprints.find(({ id }) => id === 23)).toMatchObject({
      state: 'closed',
      completeDate: '2026-11-21T12:00:00.000Z',
    });
    expect(again.site.histories).toMatchObject([
      { issueId: '10020', changes: [{ from: { value: '22, 23' }, to: { value: '22, 23, 24' } }] },
    ]);
    expect(again.note).toBeUndefined();
  });
});
