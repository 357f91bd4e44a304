/** The pages of the site and the app's module that is open on top, as the browser's address bar keeps them. */
export type Page =
  | { kind: 'backlog'; boardId: number }
  | { kind: 'board'; boardId: number }
  | { kind: 'issue'; key: string }
  | { kind: 'admin' }
  | AppPage
  | { kind: 'inspector'; view: InspectorView }
  | { kind: 'unknown' };

/** A page of the app's own: in a project, or, without one, among the settings of the site. */
export interface AppPage {
  kind: 'app';
  projectKey: string | undefined;
  appId: string;
  environmentId: string;
  /** What of the address is the app's: `/settings?board=1`. */
  path: string;
}

/** What the inspector shows; the first one unless the address says otherwise. */
export const inspectorViews = ['traffic', 'issues', 'boards', 'storage', 'users', 'switches'] as const;
export type InspectorView = (typeof inspectorViews)[number];

export interface OpenModule {
  moduleKey: string;
  sprintId?: number;
}

export interface Address {
  page: Page;
  open: OpenModule | undefined;
}

export function addressOf(url: Pick<URL, 'pathname' | 'search'>): Address {
  const query = new URLSearchParams(url.search);
  const page = appPageOf(url) ?? pageOf(url.pathname, query);
  // On a page of the app's own the query is the app's.
  return { page, open: page.kind === 'app' ? undefined : openModuleOf(query) };
}

export function pathOf(page: Page): string {
  switch (page.kind) {
    case 'backlog':
      return `/jira/boards/${String(page.boardId)}/backlog`;
    case 'board':
      return `/jira/boards/${String(page.boardId)}`;
    case 'issue':
      return `/browse/${encodeURIComponent(page.key)}`;
    case 'inspector':
      return `/sandbox/inspector?view=${page.view}`;
    case 'admin':
      return '/jira/settings/apps';
    case 'app': {
      const { projectKey, appId, environmentId, path } = page;
      const where = projectKey === undefined ? 'settings' : `software/projects/${projectKey}`;
      // The app's own '/' is the address without one at its end.
      return `/jira/${where}/apps/${appId}/${environmentId}${path.replace(/^\/(?=$|[?#])/, '')}`;
    }
    case 'unknown':
      return '/';
  }
}

/** The pages on `jira:projectPage` and `jira:adminPage` have these addresses (FORGE.md 1.4). */
function appPageOf({ pathname, search }: Pick<URL, 'pathname' | 'search'>): AppPage | undefined {
  const [, projectKey, appId, environmentId, path = ''] =
    /^\/jira\/(?:settings|software\/projects\/([A-Za-z][A-Za-z0-9_]*))\/apps\/([\w-]+)\/([\w-]+)(\/.*)?$/.exec(
      pathname,
    ) ?? [];
  if (appId === undefined || environmentId === undefined) return undefined;
  return { kind: 'app', projectKey, appId, environmentId, path: `${path || '/'}${search}` };
}

export function queryOf(open: OpenModule): string {
  const query = new URLSearchParams({ module: open.moduleKey });
  if (open.sprintId !== undefined) query.set('sprint', String(open.sprintId));
  return `?${query.toString()}`;
}

function pageOf(path: string, query: URLSearchParams): Page {
  if (path === '/sandbox/inspector') {
    const view = inspectorViews.find((name) => name === query.get('view'));
    return { kind: 'inspector', view: view ?? inspectorViews[0] };
  }
  if (/^\/jira\/settings(\/apps)?\/?$/.test(path)) return { kind: 'admin' };
  const [, board, view] = /^\/jira\/boards\/(\d+)(\/backlog)?\/?$/.exec(path) ?? [];
  if (board !== undefined) return { kind: view === undefined ? 'board' : 'backlog', boardId: Number(board) };
  const [, key] = /^\/browse\/([A-Za-z][A-Za-z0-9_]*-\d+)\/?$/.exec(path) ?? [];
  return key === undefined ? { kind: 'unknown' } : { kind: 'issue', key };
}

function openModuleOf(query: URLSearchParams): OpenModule | undefined {
  const moduleKey = query.get('module');
  const sprint = query.get('sprint') ?? '';
  if (moduleKey === null) return undefined;
  return { moduleKey, ...(/^\d+$/.test(sprint) ? { sprintId: Number(sprint) } : {}) };
}
