import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readApp } from '../../../sandbox/forge/app-manifest';
import { smallManifest } from './small-app';

describe('manifest.yml', () => {
  it('says what the app shows, calls, keeps and may do', () => {
    expect(readApp(smallManifest(['storage:app']))).toEqual({
      id: 'ari:cloud:ecosystem::app/1',
      scopes: ['storage:app'],
      searchable: [],
      modules: [
        {
          type: 'jira:backlogAction',
          key: 'from-backlog',
          title: 'Plan',
          viewportSize: 'max',
          resourceKey: 'page',
          resourcePath: 'static/page',
          functionKey: 'resolver',
        },
      ],
      functions: { resolver: 'index.handler' },
      entities: {
        plan: {
          attributes: { revision: 'integer', title: 'string', hours: 'float', open: 'boolean', rows: 'any' },
          indexes: [],
        },
      },
      permissions: { scopes: ['storage:app'] },
    });
  });

  it('cannot name a resource that it does not declare, or lack its app', () => {
    expect(() => readApp(smallManifest([]).replace('key: page, path', 'key: other, path'))).toThrow(
      /'from-backlog' names the resource 'page'/,
    );
    expect(() => readApp('modules: {}')).toThrow(/manifest.yml cannot be used/);
  });

  it('of this project opens the planner from the backlog, a sprint and a board', () => {
    const app = readApp(readFileSync(resolve(__dirname, '../../../manifest.yml'), 'utf8'));
    expect(app.modules.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['jira:backlogAction', 'jira:sprintAction', 'jira:boardAction']),
    );
    expect(new Set(app.modules.map(({ functionKey }) => functionKey))).toEqual(new Set(['resolver']));
    expect(app.functions).toHaveProperty('resolver', 'index.handler');
    expect(Object.keys(app.entities)).toEqual(expect.arrayContaining(['plan', 'settings']));
  });
});
