import { play, scenarios } from './app-scenarios';
import { inFolderWith, manifest, scopesOf, withEveryScope } from './manifests';
import type { RecordedApp } from './recorded-app';
import { neededScopes, scopeFaults } from './scope-faults';

// Sandboxes are opened by the dozen, and a busy machine takes its time.
jest.setTimeout(60_000);

describe('the scopes of manifest.yml', () => {
  it('are those that the app’s calls need: none is missing, and none is too many', async () => {
    const apps = await inFolderWith(withEveryScope(manifest), async (manifestFolder) => {
      const played: RecordedApp[] = [];
      for (const scenario of scenarios) played.push(await play(scenario, { manifestFolder }));
      return played;
    });
    const needed = neededScopes(apps);
    expect(needed.size).toBeGreaterThan(5);
    expect(scopeFaults(scopesOf(manifest), needed)).toEqual([]);
  });

  it('let every call of the app through', async () => {
    for (const scenario of scenarios) {
      const { exchanges, sandbox } = await play(scenario);
      expect(exchanges.length).toBeGreaterThan(20);
      expect(
        exchanges.filter(({ answer }) => JSON.stringify(answer.body ?? '').includes('scope does not match')),
      ).toEqual([]);
      expect(sandbox.traffic.filter(({ error }) => error !== undefined)).toEqual([]);
    }
  });
});

describe('the check of scopes', () => {
  const needed = new Map([
    ['read:jira-work', 'GET /rest/api/3/issue/{issueIdOrKey}'],
    ['storage:app', '/api/v1/get'],
  ]);

  it.each([
    [['read:jira-work', 'storage:app'], []],
    [['storage:app'], ['read:jira-work is missing, for GET /rest/api/3/issue/{issueIdOrKey}']],
    [['read:jira-work'], ['storage:app is missing, for /api/v1/get']],
    [['read:jira-work', 'storage:app', 'write:jira-work'], ['write:jira-work is needed by no call']],
    [['read:jira-work', 'storage:app', 'storage:app'], ['storage:app is there twice']],
  ])('says of %j: %j', (scopes, faults) => {
    expect(scopeFaults(scopes, needed)).toEqual(faults);
  });
});

describe('a scenario of the app', () => {
  it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
    'asks for nothing that the sandbox does not model: %s',
    async (_name, scenario) => {
      const { sandbox, exchanges, storageCalls } = await play(scenario);
      expect(sandbox.jira.unmodelled).toEqual([]);
      expect(exchanges.filter(({ answer }) => answer.status === 501)).toEqual([]);
      expect(storageCalls.length).toBeGreaterThan(5);
    },
  );
});
