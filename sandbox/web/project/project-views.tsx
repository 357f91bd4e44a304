import { pathOf } from '../address';
import type { Board } from '../jira/boards';
import { SiteLink } from '../navigation';
import { useSite } from '../site-info';

/** The tabs of a project: its backlog, its board, and the app's page when the app has one. */
export function ProjectViews({ board, here }: { board: Board; here: string }) {
  const { modules, appId, environmentId } = useSite();
  const projectKey = board.location?.projectKey;
  const views = [
    { key: 'backlog', name: 'Backlog', href: pathOf({ kind: 'backlog', boardId: board.id }) },
    { key: 'board', name: 'Board', href: pathOf({ kind: 'board', boardId: board.id }) },
    ...modules
      // A board that lives at a user is in no project.
      .filter(({ type }) => type === 'jira:projectPage' && projectKey !== undefined)
      .map(({ key, title }) => ({
        key,
        name: title,
        href: pathOf({ kind: 'app', projectKey, appId, environmentId, path: '/' }),
      })),
  ];
  return (
    <nav aria-label="Views of the board">
      <ul className="board-views">
        {views.map(({ key, name, href }) => (
          <li key={key}>
            <SiteLink className="board-view" href={href} {...(key === here ? { 'aria-current': 'page' } : {})}>
              {name}
            </SiteLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
