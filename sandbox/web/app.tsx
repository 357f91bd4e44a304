import { getThemeHtmlAttrs } from '@atlaskit/tokens/get-theme-html-attrs';
import { useCallback, useEffect } from 'react';

import type { AppPage, Page } from './address';
import { AdminAppPage, AdminPage } from './admin/admin-page';
import { BacklogPage } from './backlog/backlog-page';
import { BoardPage } from './board/board-page';
import { FlagCorner } from './flags/flag-corner';
import { FlagsOfSite } from './flags/flags';
import { InspectorPage } from './inspector/inspector-page';
import { IssuePage } from './issue/issue-page';
import { NavigationContext, SiteLink, useAddressBar } from './navigation';
import { Notice } from './page/notice';
import { usePageTitle } from './page/page-title';
import { ProjectAppPage } from './project/project-app-page';
import { changeSession, readSite, type SessionChange, SiteContext, type SiteInfo, useSite } from './site-info';
import { TopBar } from './top-bar/top-bar';
import { useLoaded } from './use-loaded';

export function App() {
  const navigation = useAddressBar();
  const [site, again] = useLoaded(readSite);
  const change = useCallback(
    (choice: SessionChange) => {
      void changeSession(choice).then(again);
    },
    [again],
  );
  if (site.state === 'loading') return null;
  if (site.state === 'failed') {
    return (
      <main>
        <Notice title="The sandbox does not answer">{site.message}</Notice>
      </main>
    );
  }
  return (
    <SiteContext.Provider value={site.value}>
      <NavigationContext.Provider value={navigation}>
        <FlagsOfSite>
          <Theme theme={site.value.theme} />
          <TopBar onChange={change} />
          {/* Another person sees other things: everything is read again. Only the inspector shows the same to all. */}
          <PageOf
            key={navigation.address.page.kind === 'inspector' ? 'inspector' : site.value.user}
            page={navigation.address.page}
            onChange={change}
          />
          {navigation.address.open === undefined ? <FlagCorner /> : null}
        </FlagsOfSite>
      </NavigationContext.Provider>
    </SiteContext.Provider>
  );
}

function Theme({ theme }: { theme: SiteInfo['theme'] }) {
  useEffect(() => {
    for (const [name, value] of Object.entries(getThemeHtmlAttrs({ colorMode: theme }))) {
      document.documentElement.setAttribute(name, value);
    }
  }, [theme]);
  return null;
}

function PageOf({ page, onChange }: { page: Page; onChange: (change: SessionChange) => void }) {
  switch (page.kind) {
    case 'backlog':
      return <BacklogPage boardId={page.boardId} />;
    case 'board':
      return <BoardPage boardId={page.boardId} />;
    case 'issue':
      return <IssuePage issueKey={page.key} />;
    case 'inspector':
      return <InspectorPage view={page.view} onChange={onChange} />;
    case 'admin':
      return <AdminPage />;
    case 'app':
      return <PageOfApp page={page} />;
    case 'unknown':
      return <NoSuchPage />;
  }
}

/** The address names the app and not the module: of several pages of one kind the sandbox shows the first. */
function PageOfApp({ page }: { page: AppPage }) {
  const { modules, appId, environmentId } = useSite();
  const { projectKey } = page;
  const type = projectKey === undefined ? 'jira:adminPage' : 'jira:projectPage';
  const module = modules.find((candidate) => candidate.type === type);
  if (module === undefined || page.appId !== appId || page.environmentId !== environmentId) return <NoSuchPage />;
  return projectKey === undefined ? (
    <AdminAppPage page={page} module={module} />
  ) : (
    <ProjectAppPage key={projectKey} page={page} projectKey={projectKey} module={module} />
  );
}

function NoSuchPage() {
  usePageTitle('Page not found');
  return (
    <main>
      <Notice title="There is no such page here">
        The sandbox has backlogs, boards and issues. <SiteLink href="/">Go to the first board</SiteLink>
      </Notice>
    </main>
  );
}
