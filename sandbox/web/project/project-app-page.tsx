import { useCallback } from 'react';

import type { AppPage } from '../address';
import { ModulePage } from '../app-module/module-page';
import { type Board, readFirstBoard } from '../jira/boards';
import { SiteLink } from '../navigation';
import { Notice } from '../page/notice';
import { usePageTitle } from '../page/page-title';
import { Waiting } from '../page/waiting';
import { type AppModule, loggedIn, useSite } from '../site-info';
import { useLoaded } from '../use-loaded';
import { ProjectViews } from './project-views';

import '../page/board-frame.css';

interface ProjectAppPageProps {
  page: AppPage;
  projectKey: string;
  module: AppModule;
}

/** A project with the app's page in it. Jira tells the app the project's board; here it is the first one. */
export function ProjectAppPage({ page, projectKey, module }: ProjectAppPageProps) {
  const [board] = useLoaded(useCallback(() => readFirstBoard(projectKey), [projectKey]));
  usePageTitle(module.title, projectKey);
  switch (board.state) {
    case 'loading':
      return (
        <main>
          <Waiting />
        </main>
      );
    case 'failed':
      return (
        <main>
          <Notice title="You can't see this project">{board.message}</Notice>
        </main>
      );
    case 'ready':
      return board.value === undefined ? (
        <main>
          <Notice title="You can't see this project">
            It does not exist, has no board, or you may not see it. <SiteLink href="/">Go to the first board</SiteLink>
          </Notice>
        </main>
      ) : (
        <Project page={page} board={board.value} module={module} />
      );
  }
}

function Project({ page, board, module }: { page: AppPage; board: Board; module: AppModule }) {
  const user = loggedIn(useSite());
  const { projectId, projectKey, projectName } = board.location ?? {};
  return (
    <main className="app-page">
      <div className="board-head">
        <nav aria-label="Breadcrumbs">
          <ol className="breadcrumbs">
            <li>
              <SiteLink href="/">Projects</SiteLink>
            </li>
          </ol>
        </nav>
        <div className="board-title">
          <h1>{projectName ?? projectKey}</h1>
        </div>
        <ProjectViews board={board} here={module.key} />
      </div>
      {user === undefined ? null : (
        <ModulePage
          module={module}
          user={user}
          page={page}
          extension={{
            ...(projectId === undefined
              ? {}
              : { project: { id: String(projectId), key: projectKey, type: 'software' } }),
            board: { id: String(board.id), type: board.type },
          }}
        />
      )}
    </main>
  );
}
