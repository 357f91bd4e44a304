import { makeInvoke, NavigationTarget, router, view } from '@forge/bridge';

import type { Answer, Calls, CallName, Payload, Value } from '../../../src/contract';

/** The one place that talks to Jira's page around us. */

const invoke = makeInvoke<Calls>();

/** Where the planner was opened, and for whom. Comes through the browser: good for what to show, never for what to allow. */
export interface Place {
  boardId: number | null;
  sprintId: number | null;
  locale: string;
  siteUrl: string;
}

const send: { [Name in CallName]: (payload: Payload<Name>) => Promise<Answer<Value<Name>>> } = {
  openPlanner: (payload) => invoke('openPlanner', payload),
  savePlan: (payload) => invoke('savePlan', payload),
  setConfidence: (payload) => invoke('setConfidence', payload),
  setEstimate: (payload) => invoke('setEstimate', payload),
};

/** Calls a resolver. A call that does not come through becomes a problem too, so that callers have one path for failure. */
export async function call<Name extends CallName>(name: Name, payload: Payload<Name>): Promise<Answer<Value<Name>>> {
  try {
    return await send[name](payload);
  } catch {
    return {
      problem: {
        code: 'bridge.failed',
        message: 'PlanPrism could not be reached. Check your connection and try again.',
      },
    };
  }
}

/** Follows Jira's light or dark theme. */
export function followTheme(): Promise<void> {
  return view.theme.enable();
}

export async function readPlace(): Promise<Place> {
  const { extension, locale, siteUrl } = await view.getContext();
  const board = idOf(extension['board']);
  const sprint = idOf(extension['sprint']);
  return { boardId: board, sprintId: sprint ?? activeSprint(extension['sprints']), locale, siteUrl };
}

/** Calls back when Jira is about to close the planner. Not everywhere can it be closed; then nothing will call back. */
export async function whenClosing(leave: () => void): Promise<void> {
  try {
    await view.onClose(() => {
      leave();
      return Promise.resolve();
    });
  } catch {
    // A page, not a dialog: its own pagehide is all there is.
  }
}

export function openIssue(issueKey: string): void {
  void router.open({ target: NavigationTarget.Issue, issueKey });
}

/** Ids come as numbers in some contexts and as strings in others. */
function idOf(thing: unknown): number | null {
  if (typeof thing !== 'object' || thing === null || !('id' in thing)) return null;
  const id = Number(thing.id);
  return Number.isSafeInteger(id) && id > 0 ? id : null;
}

/** The board's menu names the sprints that the board shows; the active one is what people are looking at. */
function activeSprint(sprints: unknown): number | null {
  if (!Array.isArray(sprints)) return null;
  const list: unknown[] = sprints;
  const active = list.find(
    (sprint) => typeof sprint === 'object' && sprint !== null && 'state' in sprint && sprint.state === 'active',
  );
  return idOf(active);
}
