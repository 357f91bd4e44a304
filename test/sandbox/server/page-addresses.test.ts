import { addressOf, pathOf } from '../../../sandbox/web/address';
import { modulePath } from '../../../sandbox/web/app-module/module-path';

const moduleOf = (type: string, key: string) => ({
  type,
  key,
  title: key,
  resourceKey: 'page',
  hasProperties: false,
});
const site = {
  appId: 'app-1',
  environmentId: 'env-1',
  modules: [
    moduleOf('jira:projectPage', 'plan'),
    moduleOf('jira:adminPage', 'settings'),
    moduleOf('jira:boardAction', 'menu'),
  ],
};

describe('the addresses of the app’s pages', () => {
  it.each([
    ['/jira/software/projects/WEB/apps/app-1/env-1', 'WEB', '/'],
    ['/jira/software/projects/WEB/apps/app-1/env-1?board=1', 'WEB', '/?board=1'],
    ['/jira/software/projects/WEB/apps/app-1/env-1/settings?board=1', 'WEB', '/settings?board=1'],
    ['/jira/settings/apps/app-1/env-1', undefined, '/'],
    ['/jira/settings/apps/app-1/env-1/people/ada', undefined, '/people/ada'],
  ])('%s is read, and written again', (address, projectKey, path) => {
    const { page, open } = addressOf(new URL(address, 'http://localhost'));
    expect(page).toEqual({ kind: 'app', projectKey, appId: 'app-1', environmentId: 'env-1', path });
    expect(open).toBeUndefined();
    expect(pathOf(page)).toBe(address);
  });

  it('keep the query to themselves', () => {
    const url = new URL('http://localhost/jira/settings/apps/app-1/env-1?module=menu');
    expect(addressOf(url)).toMatchObject({ page: { path: '/?module=menu' }, open: undefined });
  });

  it.each(['/jira/settings', '/jira/settings/apps', '/jira/settings/apps/'])('%s is the list of apps', (path) => {
    expect(addressOf(new URL(path, 'http://localhost')).page).toEqual({ kind: 'admin' });
  });

  it.each(['/jira/software/projects/WEB/apps/app-1', '/jira/software/projects/WEB', '/jira/settings/apps/app-1'])(
    '%s is no page',
    (path) => {
      expect(addressOf(new URL(path, 'http://localhost')).page).toEqual({ kind: 'unknown' });
    },
  );
});

describe('where a module is', () => {
  it('is in the project that is named, or in the one that the person is in', () => {
    const project = '/jira/software/projects';
    expect(modulePath(site, { moduleKey: 'plan' }, 'WEB')).toBe(`${project}/WEB/apps/app-1/env-1`);
    expect(modulePath(site, { moduleKey: 'plan', projectKey: 'APP', path: 'team' }, 'WEB')).toBe(
      `${project}/APP/apps/app-1/env-1/team`,
    );
    expect(modulePath(site, { moduleKey: 'settings', path: '/people' }, 'WEB')).toBe(
      '/jira/settings/apps/app-1/env-1/people',
    );
  });

  it('is nowhere for a page without a project, for a menu and for what the app does not have', () => {
    expect(modulePath(site, { moduleKey: 'plan' }, undefined)).toBeUndefined();
    expect(modulePath(site, { moduleKey: 'menu' }, 'WEB')).toBeUndefined();
    expect(modulePath(site, { moduleKey: 'none' }, 'WEB')).toBeUndefined();
  });
});
