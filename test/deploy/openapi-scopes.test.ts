import { removeProjects } from '../scripts/made-up-project';
import { type AppCopy, copyApp } from './app-copy';

describe("what Forge's permission linter reads offline", () => {
  let app: AppCopy;
  beforeAll(() => {
    app = copyApp();
  });
  afterAll(removeProjects);

  it("says the scopes of the sandbox's operations, those of one path beside each other", () => {
    const { stdout } = app.run(`
      import { setUpBench } from './scripts/deploy-check-bench.mjs';
      import { descriptionOfScopes } from './scripts/openapi-scopes.mjs';
      const { bench, clear } = setUpBench();
      console.log(JSON.stringify(descriptionOfScopes((await bench.sandboxCode()).operations)));
      clear();
    `);
    const { paths } = JSON.parse(stdout) as { paths: Record<string, unknown> };
    expect(paths['/rest/api/3/issue/{issueIdOrKey}']).toEqual({
      delete: { security: [{ OAuth2: ['write:jira-work'] }] },
      get: { security: [{ OAuth2: ['read:jira-work'] }] },
      put: { security: [{ OAuth2: ['write:jira-work'] }] },
    });
    expect(paths['/rest/agile/1.0/board/{boardId}/sprint']).toMatchObject({
      get: { security: [{ OAuth2: ['read:sprint:jira-software'] }] },
    });
  });

  it('is a file for each of the six products, because with one missing it would ask the internet', () => {
    const { stdout } = app.run(`
      import { readFileSync } from 'node:fs';
      import { offlineDescriptions } from './scripts/openapi-scopes.mjs';
      const environment = offlineDescriptions('.', [{ method: 'GET', path: '/rest/api/3/field', scopes: ['read:jira-work'] }]);
      const read = ([name, file]) => [name, file === '1' ? file : Object.keys(JSON.parse(readFileSync(file, 'utf8')).paths)];
      console.log(JSON.stringify(Object.fromEntries(Object.entries(environment).map(read))));
    `);
    expect(JSON.parse(stdout)).toEqual({
      USE_LOCAL_SWAGGER: '1',
      LOCAL_JIRA_SWAGGER: ['/rest/api/3/field'],
      LOCAL_JSM_SWAGGER: [],
      LOCAL_JSW_SWAGGER: [],
      LOCAL_CONF_SWAGGER: [],
      LOCAL_CONF_V2_SWAGGER: [],
      LOCAL_BB_SWAGGER: [],
    });
  });
});
