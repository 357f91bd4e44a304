import type { SiteIssue } from '../../sandbox/site/site';
import type { ApplyPreview } from '../../src/contract';
import { type App, openApp } from '../open-app';

/** The next sprint of the made-up team: WEB-24 with two sub-tasks, and WEB-27 to WEB-37. The backlog begins with WEB-38. */
export const next = { boardId: 1, sprintId: 24 };
export const current = { boardId: 1, sprintId: 23 };

export const web = (number: number): string => String(10_000 + number);
export const keys = (issues: readonly { key: string }[]): string[] => issues.map(({ key }) => key);
const isSubtask = ({ fields }: SiteIssue): boolean => JSON.stringify(fields['issuetype']).includes('"subtask":true');

/** Ids by rank; of sub-tasks only the parent is told. */
export function inJira(app: App, sprintId: number | null): string[] {
  const own = app.sandbox.site.issues.filter((issue) => issue.sprintId === sprintId && !isSubtask(issue));
  return own.map(({ id }) => id);
}

/** As the planner shows it: without epics and what is done. */
export async function backlogOf(app: App): Promise<string[]> {
  return (await app.value('openBacklog', { boardId: 1 })).items.map(({ issueId }) => issueId);
}

export function issueOf(app: App, id: string): SiteIssue {
  const issue = app.sandbox.site.issues.find((candidate) => candidate.id === id);
  if (issue === undefined) throw new Error(`no issue ${id}`);
  return issue;
}

/** Saves a plan of the place with this many issues above the line. */
export async function plan(
  app: App,
  place: typeof next,
  change: { order?: string[]; pulled?: string[]; dropped?: string[]; count: number },
): Promise<number> {
  const { plan: before } = await app.value('openPlanner', place);
  const { count, ...rest } = change;
  const saved = await app.value('savePlan', {
    ...place,
    revision: before.revision,
    ...rest,
    cutline: { mode: 'manual', count },
  });
  return saved.plan.revision;
}

export const seenIn = (preview: ApplyPreview): { in: string[]; out: string[] } => ({
  in: preview.in.map(({ issueId }) => issueId),
  out: preview.out.map(({ issueId }) => issueId),
});

export async function previewAndApply(
  app: App,
  place: typeof next,
  revision: number,
  below: ApplyPreview['below'] = 'backlog',
) {
  const preview = await app.value('previewApply', { ...place, revision, below });
  const report = await app.value('applyPlan', { ...place, revision, below, seen: seenIn(preview) });
  return { preview, report };
}

/** WEB-40 and WEB-38 come first, WEB-24 and WEB-28 stay above the line in this order, everything else is below it. */
export const wishes = {
  order: [web(40), web(38), web(28), web(24)],
  pulled: [web(40), web(38)],
  count: 4,
};

/** The completed order of `wishes`: what nobody named keeps its neighbours, so some of it is between; the line says enough. */
export async function planWishes(app: App): Promise<number> {
  const rest = inJira(app, 24).filter((id) => !wishes.order.includes(id));
  return plan(app, next, { ...wishes, order: [...wishes.order, ...rest] });
}

export const changesIn = (app: App, part: string): unknown[] =>
  app.sandbox.traffic
    .flatMap(({ record }) => record.jiraCalls)
    .filter(({ path, method }) => method !== 'GET' && path.includes(part));

/** More issues than one call may move, or than `reconcileIssues` takes. */
export const many = Array.from({ length: 120 }, (_, index) => String(20_001 + index)).reverse();

/** The made-up team with an empty sprint, and 120 more issues at the top of the backlog, the last of `many` first. */
export async function openFull(): Promise<App> {
  const app = await openApp();
  const { issues } = app.sandbox.site;
  const model = issueOf(app, web(57));
  for (const issue of issues) if (issue.sprintId === 24) issue.sprintId = null;
  issues.unshift(...[...many].reverse().map((id) => ({ ...structuredClone(model), id, key: `WEB-${id}` })));
  return app;
}

/** The clock of the app, for calls that take long: each change of Jira that this names takes a minute. */
export function slowChanges(app: App, isSlow: (method: string, path: string) => boolean): () => void {
  const { jira } = app.sandbox;
  const serve = jira.serve;
  let minutesLate = 0;
  jest.spyOn(Date, 'now').mockImplementation(() => 1_000_000 + minutesLate * 60_000);
  jira.serve = (request, actor) => {
    if (isSlow(request.method, request.path)) minutesLate += 1;
    return serve(request, actor);
  };
  return () => {
    jest.restoreAllMocks();
    jira.serve = serve;
  };
}
