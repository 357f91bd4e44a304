import { Jira, makeInvoke, NavigationTarget, realtime, router, view } from '@forge/bridge';

import type { Answer, Calls, CallName, Payload, Value, ProblemAnswer } from '../../../src/contract';

/** The one place that talks to Jira's page around us. */

const invoke = makeInvoke<Calls>();

/** Where the planner was opened, and for whom. Comes through the browser: good for what to show, never for what to allow. */
export interface Place {
  /** 'planner' is the dialog over a board or backlog; the other two are pages of their own. */
  kind: 'planner' | 'project' | 'admin';
  projectKey: string | null;
  boardId: number | null;
  sprintId: number | null;
  locale: string;
  siteUrl: string;
  /** Where Jira has no other of this person, the site's. */
  timeZone: string;
}

/** What the issue view asks for is not asked for here. */
type PlannerCall = Exclude<CallName, 'openGlance'>;

/** A team that has no time zone yet takes over the one of who describes it first. */
function ownTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

const send: { [Name in PlannerCall]: (payload: Payload<Name>) => Promise<Answer<Value<Name>>> } = {
  openBoards: (payload) => invoke('openBoards', payload),
  openPlanner: (payload) => invoke('openPlanner', payload),
  savePlan: (payload) => invoke('savePlan', payload),
  setConfidence: (payload) => invoke('setConfidence', payload),
  setEstimate: (payload) => invoke('setEstimate', payload),
  openBacklog: (payload) => invoke('openBacklog', payload),
  previewApply: (payload) => invoke('previewApply', payload),
  applyPlan: (payload) => invoke('applyPlan', payload),
  undoApply: (payload) => invoke('undoApply', payload),
  readTransitions: (payload) => invoke('readTransitions', payload),
  changeStatus: (payload) => invoke('changeStatus', payload),
  openBoardSettings: (payload) => invoke('openBoardSettings', payload),
  saveBoardSettings: (payload) => invoke('saveBoardSettings', payload),
  previewBoardSettings: (payload) => invoke('previewBoardSettings', payload),
  suggestSetup: (payload) => invoke('suggestSetup', payload),
  openSiteSettings: (payload) => invoke('openSiteSettings', payload),
  saveSiteSettings: (payload) => invoke('saveSiteSettings', payload),
  openTeam: (payload) => invoke('openTeam', { defaultTimeZone: ownTimeZone(), ...payload }),
  saveTeam: (payload) => invoke('saveTeam', { defaultTimeZone: ownTimeZone(), ...payload }),
  stageTeam: (payload) => invoke('stageTeam', payload),
  forgetPerson: (payload) => invoke('forgetPerson', payload),
  findPeople: (payload) => invoke('findPeople', payload),
  namePeople: (payload) => invoke('namePeople', payload),
  overrideCapacity: (payload) => invoke('overrideCapacity', payload),
  openHistory: (payload) => invoke('openHistory', payload),
  startLearning: (payload) => invoke('startLearning', payload),
  stopLearning: (payload) => invoke('stopLearning', payload),
  readLearning: (payload) => invoke('readLearning', payload),
  startMirror: (payload) => invoke('startMirror', payload),
  readMirror: (payload) => invoke('readMirror', payload),
  pulse: (payload) => invoke('pulse', payload),
};

/** Neither a resolver nor a part of the page's own code came through. */
export const unreachable: ProblemAnswer = {
  code: 'bridge.failed',
  message: 'PlanPrism could not be reached. Check your connection and try again.',
};

/** Calls a resolver. A call that does not come through becomes a problem too, so that callers have one path for failure. */
export async function call<Name extends PlannerCall>(name: Name, payload: Payload<Name>): Promise<Answer<Value<Name>>> {
  try {
    return await send[name](payload);
  } catch {
    return { problem: unreachable };
  }
}

/** Follows Jira's light or dark theme. */
export function followTheme(): Promise<void> {
  return view.theme.enable();
}

export async function readPlace(): Promise<Place> {
  const { extension, locale, siteUrl, timezone } = await view.getContext();
  const board = idOf(extension['board']);
  const sprint = idOf(extension['sprint']);
  return {
    kind: kindOf(extension['type']),
    projectKey: keyOf(extension['project']),
    boardId: board,
    sprintId: sprint ?? activeSprint(extension['sprints']),
    locale,
    siteUrl,
    timeZone: timezone,
  };
}

/** Where a page of its own stands in the browser's address: the part that is the app's, '/settings?board=1'. */
export interface PageHistory {
  readonly path: string;
  go(path: string): void;
  /** As `go`, in place of where it stands now. */
  correct(path: string): void;
}

/**
 * Reads and changes the part of the browser's address that is the app's.
 *
 * @param onChange the address has changed, by `go` or by the browser's back and forward
 * @returns where Jira has no address for the app, one that only this page knows
 */
export async function openHistory(onChange: (path: string) => void): Promise<PageHistory> {
  try {
    const history = await view.createHistory();
    history.listen(({ pathname, search }) => {
      onChange(`${pathname}${search}`);
    });
    const { pathname, search } = history.location;
    return {
      path: `${pathname}${search}`,
      go: (path) => {
        history.push(path);
      },
      correct: (path) => {
        history.replace(path);
      },
    };
  } catch {
    return { path: '/', go: onChange, correct: onChange };
  }
}

type Leave = () => void | Promise<void>;
const leavers = new Set<Leave>();
let closeIsWatched = false;

/**
 * Calls back when Jira is about to close the planner, which waits a moment for what is returned. Not everywhere can it be
 * closed; then nothing will call back.
 */
export async function whenClosing(leave: Leave): Promise<void> {
  leavers.add(leave);
  if (closeIsWatched) return;
  closeIsWatched = true;
  try {
    await view.onClose(async () => {
      await Promise.allSettled([...leavers].map(async (each) => each()));
    });
  } catch {
    // A page, not a dialog: its own pagehide is all there is.
  }
}

/** A realtime channel that other windows on the same board hear. */
export interface Channel {
  /** Wakes the others up. Rejects when that did not work. */
  send(): Promise<void>;
  leave(): void;
}

/**
 * Joins a channel. What comes over it is a call to look and nothing more: whoever may see the board may also send.
 *
 * @param onMessage another window has sent
 * @returns null when realtime is not available here
 */
export async function joinChannel(name: string, onMessage: () => void): Promise<Channel | null> {
  try {
    const { extension } = await view.getContext();
    // The planner opens from several menus, each a module of its own; a channel of the board reaches them all.
    const options = idOf(extension['board']) === null ? {} : { contextOverrides: [Jira.Board] };
    const own = crypto.randomUUID();
    const hear = (message: unknown): void => {
      if (senderOf(message) !== own) onMessage();
    };
    const { unsubscribe } = await realtime.subscribe(name, hear, options);
    return {
      send: async () => {
        const { errors = [] } = await realtime.publish(name, { from: own }, options);
        if (errors.length > 0) throw new Error('The message was not sent.');
      },
      leave: () => {
        void unsubscribe().catch(() => undefined);
      },
    };
  } catch {
    return null;
  }
}

function senderOf(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'from' in message ? message.from : undefined;
}

/** Goes back to the backlog or board on which the planner lies. Where it is a page of its own, there is nothing to close. */
export function closePlanner(): void {
  void view.close().catch(() => undefined);
}

export function openIssue(issueKey: string): void {
  void router.open({ target: NavigationTarget.Issue, issueKey });
}

/** @returns where the browser finds a part of the app's page in a project; null where Jira does not say */
export async function addressOf(path: string, projectKey: string): Promise<string | null> {
  const url = await router.getUrl(onProjectPage(path, projectKey)).catch(() => null);
  return url === null ? null : url.href;
}

/** Opens a part of the app's page in a project beside this one: nothing here is lost. */
export function openProjectPage(path: string, projectKey: string): void {
  void router.open(onProjectPage(path, projectKey)).catch(() => undefined);
}

function onProjectPage(path: string, projectKey: string) {
  return { target: NavigationTarget.Module, moduleKey: 'project-plan', projectKey, path };
}

function kindOf(type: unknown): Place['kind'] {
  switch (type) {
    case 'jira:projectPage':
      return 'project';
    case 'jira:adminPage':
      return 'admin';
    default:
      return 'planner';
  }
}

function keyOf(thing: unknown): string | null {
  if (typeof thing !== 'object' || thing === null || !('key' in thing)) return null;
  return typeof thing.key === 'string' ? thing.key : null;
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
