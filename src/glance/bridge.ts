import { makeInvoke, NavigationTarget, router, view } from '@forge/bridge';

import type { Answer, Calls } from '../contract';
import type { GlanceCalls } from './glance-session';

/** The one place that talks to Jira's page around us. */

const invoke = makeInvoke<Calls>();

/** Where the glance was opened, and for whom. Comes through the browser: good for what to show, never for what to allow. */
export interface Place {
  /** null where Jira names no issue. */
  issueId: string | null;
  locale: string;
  timeZone: string;
}

export async function readPlace(): Promise<Place> {
  const { extension, locale, timezone } = await view.getContext();
  return { issueId: idOfIssue(extension['issue']), locale, timeZone: timezone };
}

export const calls: GlanceCalls = {
  // A view that cannot be refreshed shows the change when it is opened again.
  refreshIssue: () => view.refresh().catch(() => undefined),
  openGlance: (payload) => answered(invoke('openGlance', payload)),
  setConfidence: (payload) => answered(invoke('setConfidence', payload)),
  setEstimate: (payload) => answered(invoke('setEstimate', payload)),
};

/** A call that does not come through becomes a problem too, so that callers have one path for failure. */
async function answered<Value>(answer: Promise<Answer<Value>>): Promise<Answer<Value>> {
  try {
    return await answer;
  } catch {
    const message = 'PlanPrism could not be reached. Check your connection and try again.';
    return { problem: { code: 'bridge.failed', message } };
  }
}

/** The address of the planner on the project's page; null when Jira does not tell it. */
export async function plannerAddress(
  projectKey: string,
  boardId: number,
  sprintId: number | null,
): Promise<string | null> {
  const sprint = sprintId === null ? '' : `&sprint=${String(sprintId)}`;
  try {
    const url = await router.getUrl({
      target: NavigationTarget.Module,
      // As in manifest.yml.
      moduleKey: 'project-plan',
      projectKey,
      path: `planner?board=${String(boardId)}${sprint}`,
    });
    return url?.href ?? null;
  } catch {
    return null;
  }
}

/** Ids come as numbers in some contexts and as strings in others; null where there is none. */
function idOfIssue(issue: unknown): string | null {
  if (typeof issue !== 'object' || issue === null || !('id' in issue)) return null;
  return typeof issue.id === 'string' || typeof issue.id === 'number' ? String(issue.id) : null;
}
