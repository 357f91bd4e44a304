import { pathOf } from '../address';
import type { SiteInfo } from '../site-info';

/** A module as `router.navigate` names it. */
export interface ModuleTarget {
  moduleKey: string;
  projectKey?: string;
  /** Below the module's own address; '/' unless told. */
  path?: string;
}

/**
 * The address of one of the app's pages.
 * @param here the project that the person is in, unless the target names one
 * @returns undefined when the app has no such page, or no project is known that it could be in
 */
export function modulePath(
  { modules, appId, environmentId }: Pick<SiteInfo, 'modules' | 'appId' | 'environmentId'>,
  { moduleKey, projectKey, path = '/' }: ModuleTarget,
  here: string | undefined,
): string | undefined {
  const type = modules.find(({ key }) => key === moduleKey)?.type;
  const page = { kind: 'app', appId, environmentId, path: path.startsWith('/') ? path : `/${path}` } as const;
  if (type === 'jira:adminPage') return pathOf({ ...page, projectKey: undefined });
  const project = projectKey ?? here;
  if (type !== 'jira:projectPage' || project === undefined) return undefined;
  return pathOf({ ...page, projectKey: project });
}
