import { type AppPage, pathOf } from '../address';
import { ModulePage } from '../app-module/module-page';
import { SiteLink } from '../navigation';
import { Notice } from '../page/notice';
import { usePageTitle } from '../page/page-title';
import { type AppModule, loggedIn, useSite } from '../site-info';

import '../page/board-frame.css';

/** The settings of the site, of which the sandbox has the apps. Jira shows them to its administrators. */
export function AdminPage() {
  const site = useSite();
  usePageTitle('Apps', 'Jira admin settings');
  const apps = site.modules.filter(({ type }) => type === 'jira:adminPage');
  if (loggedIn(site)?.role !== 'admin') {
    return (
      <main>
        <Notice title="You are not a Jira administrator">
          Ask one to look at these settings. <SiteLink href="/">Go to the first board</SiteLink>
        </Notice>
      </main>
    );
  }
  return (
    <main className="board-frame">
      <AdminHead />
      {apps.length === 0 ? (
        <Notice title="No app has settings here" level={2} />
      ) : (
        <ul>
          {apps.map((module) => (
            <li key={module.key}>
              <SiteLink href={adminPathOf(site)}>{module.title}</SiteLink>
            </li>
          ))}
        </ul>
      )}
    </main>
  );
}

/** The app's page among the settings. Who may open it Atlassian does not say: here everybody may, so that an app checks. */
export function AdminAppPage({ page, module }: { page: AppPage; module: AppModule }) {
  const user = loggedIn(useSite());
  usePageTitle(module.title, 'Jira admin settings');
  return (
    <main className="app-page">
      <AdminHead here={module.key} />
      {user === undefined ? null : <ModulePage module={module} user={user} page={page} extension={{}} />}
    </main>
  );
}

function AdminHead({ here }: { here?: string }) {
  const site = useSite();
  return (
    <div className="board-head">
      <div className="board-title">
        <h1>Jira admin settings</h1>
      </div>
      <nav aria-label="Apps">
        <ul className="board-views">
          <li>
            <SiteLink
              className="board-view"
              href={pathOf({ kind: 'admin' })}
              {...(here === undefined ? { 'aria-current': 'page' } : {})}
            >
              Apps
            </SiteLink>
          </li>
          {site.modules
            .filter(({ type }) => type === 'jira:adminPage')
            .map(({ key, title }) => (
              <li key={key}>
                <SiteLink
                  className="board-view"
                  href={adminPathOf(site)}
                  {...(key === here ? { 'aria-current': 'page' } : {})}
                >
                  {title}
                </SiteLink>
              </li>
            ))}
        </ul>
      </nav>
    </div>
  );
}

function adminPathOf({ appId, environmentId }: { appId: string; environmentId: string }): string {
  return pathOf({ kind: 'app', projectKey: undefined, appId, environmentId, path: '/' });
}
