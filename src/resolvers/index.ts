import { makeResolver, type Request } from '@forge/resolver';
import * as z from 'zod';

import { type Calls, payloads, type Planner, type ProblemAnswer, type Value } from '../contract';
import { applyPlan } from '../planning/apply/apply-plan';
import { changeStatus } from '../planning/change-status';
import { openBacklog } from '../planning/open-backlog';
import { openBoards } from '../planning/open-boards';
import { openGlance } from '../planning/open-glance';
import { openPlanner } from '../planning/open-planner';
import { readMirror, startMirror } from '../planning/mirror/mirror-run';
import { pushLearning } from '../jobs/learn-queue';
import { pushMirror } from '../jobs/mirror-queue';
import { readLearning, startLearning, stopLearning } from '../planning/learning/learn-run';
import { openHistory } from '../planning/learning/open-history';
import { previewApply } from '../planning/apply/preview-apply';
import { pulse } from '../planning/pulse';
import { readTransitions } from '../planning/read-transitions';
import { savePlan } from '../planning/save-plan';
import { type JiraSession, openSession } from '../planning/session';
import { setConfidence } from '../planning/set-confidence';
import { setEstimate } from '../planning/set-estimate';
import { openBoardSettings } from '../planning/settings/open-board-settings';
import { previewBoardSettings } from '../planning/settings/preview-board-settings';
import { saveBoardSettings } from '../planning/settings/save-board-settings';
import { openSiteSettings, saveSiteSettings } from '../planning/settings/site-settings';
import { suggestSetup } from '../planning/settings/suggest-setup';
import { findPeople } from '../planning/team/find-people';
import { forgetPerson } from '../planning/team/forget-person';
import { openTeam, type TeamPlace } from '../planning/team/open-team';
import { namePeople } from '../planning/team/name-people';
import { overrideCapacity } from '../planning/team/override-capacity';
import { saveTeam, stageTeam } from '../planning/team/save-team';
import { undoApply } from '../planning/apply/undo-apply';
import { Problem } from '../problem';
import { newId, pace } from '../pace';
import { answer, parsePayload } from './answer';

const session = (): JiraSession => openSession(pace);

/** Board, sprint and project of the place from where the app was opened. A hint only: Jira decides what the user may see. */
const placeSchema = z.object({
  board: z.object({ id: z.coerce.number().int().positive() }).optional().catch(undefined),
  sprint: z.object({ id: z.coerce.number().int().positive() }).optional().catch(undefined),
  project: z
    .object({ key: z.string().min(1) })
    .optional()
    .catch(undefined),
});

function placeOf({ context }: Request): { boardId?: number; sprintId?: number; projectKey?: string } {
  const place = placeSchema.safeParse(context['extension']);
  if (!place.success) return {};
  const { board, sprint, project } = place.data;
  return {
    ...(board === undefined ? {} : { boardId: board.id }),
    ...(sprint === undefined ? {} : { sprintId: sprint.id }),
    ...(project === undefined ? {} : { projectKey: project.key }),
  };
}

/** The acting user, as Forge vouches for it. */
function actingUser({ context }: Request): string {
  const account = z.string().min(1).safeParse(context['accountId']);
  if (account.success) return account.data;
  throw new Problem('permission.denied', 'Jira does not know who you are. Log in again and reload the page.');
}

const timeZoneSchema = z.string().refine((timeZone) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
});

/** Of the acting user, where Forge says: what a team starts with that has none yet. */
function timeZoneOf({ context }: Request): string {
  return timeZoneSchema.safeParse(context['timezone']).data ?? 'UTC';
}

/** Who does it, when, and by what name it is known. */
function actOf(request: Request): { by: string; at: number; id: string; timeZone: string } {
  return { by: actingUser(request), at: pace.now(), id: newId(), timeZone: timeZoneOf(request) };
}

/** A board's team as this user may see it. */
function teamFor(
  request: Request,
  jira: JiraSession,
  place: TeamPlace,
  timeZone = timeZoneOf(request),
): Promise<Value<'openTeam'>> {
  return openTeam(jira, place, { accountId: actingUser(request), timeZone, at: pace.now() });
}

/** How a team stands after it was saved. That it could not be read then is for the log, and no failure of the save. */
async function savedTeam(
  call: string,
  request: Request,
  jira: JiraSession,
  place: TeamPlace,
): Promise<Value<'saveTeam'>> {
  const read = await answer(`${call}, after it was saved`, () => teamFor(request, jira, place));
  return { team: 'value' in read ? read.value : null };
}

/** Somebody else was first: their plan goes back, so that the page can show it. */
function conflict(current: Planner): { problem: ProblemAnswer } {
  const message =
    'Somebody else has saved this plan since you opened it. Here is theirs; your change is not saved yet.';
  return { problem: { code: 'plan.conflict', message, current } };
}

export const resolve = makeResolver<Calls>({
  openBoards: (request) => answer('openBoards', () => openBoards(session(), placeOf(request).projectKey ?? null)),

  openPlanner: (request) =>
    answer('openPlanner', () => {
      const asked = parsePayload(payloads.openPlanner, request.payload);
      return openPlanner(session(), asked.boardId === undefined ? { ...placeOf(request), ...asked } : asked);
    }),

  savePlan: async (request) => {
    const outcome = await answer('savePlan', () =>
      savePlan(session(), parsePayload(payloads.savePlan, request.payload), actOf(request)),
    );
    if ('problem' in outcome) return outcome;
    const { saved, planner } = outcome.value;
    if (saved) return { value: planner };
    return conflict(planner);
  },

  setConfidence: (request) =>
    answer('setConfidence', () =>
      setConfidence(session(), parsePayload(payloads.setConfidence, request.payload), actingUser(request), pace.now()),
    ),

  setEstimate: (request) =>
    answer('setEstimate', () => setEstimate(session(), parsePayload(payloads.setEstimate, request.payload))),

  openBacklog: (request) =>
    answer('openBacklog', () => openBacklog(session(), parsePayload(payloads.openBacklog, request.payload))),

  previewApply: async (request) => {
    const outcome = await answer('previewApply', () =>
      previewApply(session(), parsePayload(payloads.previewApply, request.payload)),
    );
    if ('problem' in outcome) return outcome;
    return 'conflict' in outcome.value ? conflict(outcome.value.conflict) : { value: outcome.value.preview };
  },

  applyPlan: async (request) => {
    const outcome = await answer('applyPlan', () =>
      applyPlan(session(), parsePayload(payloads.applyPlan, request.payload), actingUser(request), pace.now()),
    );
    if ('problem' in outcome) return outcome;
    const { value } = outcome;
    if ('report' in value) return { value: value.report };
    if ('conflict' in value) return conflict(value.conflict);
    const message = 'The sprint has changed in Jira since you looked: more would move now. Nothing was done.';
    return { problem: { code: 'apply.changed', message, preview: value.changed } };
  },

  undoApply: (request) =>
    answer('undoApply', () => undoApply(session(), parsePayload(payloads.undoApply, request.payload))),

  readTransitions: (request) =>
    answer('readTransitions', () =>
      readTransitions(session(), parsePayload(payloads.readTransitions, request.payload)),
    ),

  changeStatus: (request) =>
    answer('changeStatus', () => changeStatus(session(), parsePayload(payloads.changeStatus, request.payload))),

  pulse: (request) =>
    answer('pulse', () =>
      pulse(session(), parsePayload(payloads.pulse, request.payload), actingUser(request), pace.now()),
    ),

  openGlance: (request) =>
    answer('openGlance', () => openGlance(session(), parsePayload(payloads.openGlance, request.payload))),

  startMirror: () => answer('startMirror', () => startMirror(session(), pace.now(), pushMirror)),

  readMirror: () => answer('readMirror', () => readMirror(session(), pace.now())),

  openHistory: (request) =>
    answer('openHistory', () => {
      const asked = parsePayload(payloads.openHistory, request.payload);
      const where = asked.boardId === undefined ? placeOf(request) : asked;
      return openHistory(session(), where, actingUser(request), pace.now());
    }),

  startLearning: (request) =>
    answer('startLearning', () => {
      const { boardId } = parsePayload(payloads.startLearning, request.payload);
      return startLearning(session(), boardId, pace.now(), (runId) => pushLearning({ boardId, runId }));
    }),

  stopLearning: (request) =>
    answer('stopLearning', () => {
      const { boardId } = parsePayload(payloads.stopLearning, request.payload);
      return stopLearning(session(), boardId, pace.now());
    }),

  readLearning: (request) =>
    answer('readLearning', () => {
      const { boardId } = parsePayload(payloads.readLearning, request.payload);
      return readLearning(session(), boardId, pace.now());
    }),

  openSiteSettings: (request) =>
    answer('openSiteSettings', () => {
      parsePayload(payloads.openSiteSettings, request.payload);
      return openSiteSettings(session(), pace.now());
    }),

  saveSiteSettings: (request) =>
    answer('saveSiteSettings', () =>
      saveSiteSettings(session(), parsePayload(payloads.saveSiteSettings, request.payload)),
    ),

  openBoardSettings: (request) =>
    answer('openBoardSettings', () => {
      const asked = parsePayload(payloads.openBoardSettings, request.payload);
      return openBoardSettings(session(), asked.boardId === undefined ? placeOf(request) : asked);
    }),

  previewBoardSettings: (request) =>
    answer('previewBoardSettings', () =>
      previewBoardSettings(session(), parsePayload(payloads.previewBoardSettings, request.payload)),
    ),

  suggestSetup: (request) =>
    answer('suggestSetup', () => suggestSetup(session(), parsePayload(payloads.suggestSetup, request.payload))),

  openTeam: (request) =>
    answer('openTeam', () => {
      const asked = parsePayload(payloads.openTeam, request.payload);
      const { defaultTimeZone, ...place } = asked;
      const where = place.boardId === undefined ? { ...placeOf(request), ...place } : place;
      return teamFor(request, session(), where, defaultTimeZone);
    }),

  saveTeam: (request) =>
    answer('saveTeam', async () => {
      const change = parsePayload(payloads.saveTeam, request.payload);
      const jira = session();
      await saveTeam(jira, change, actOf(request));
      return savedTeam('saveTeam', request, jira, { boardId: change.boardId, sprintId: change.sprintId });
    }),

  stageTeam: (request) =>
    answer('stageTeam', () => stageTeam(session(), parsePayload(payloads.stageTeam, request.payload))),

  forgetPerson: (request) =>
    answer('forgetPerson', async () => {
      const asked = parsePayload(payloads.forgetPerson, request.payload);
      return { boards: await forgetPerson(session(), asked, actOf(request)) };
    }),

  findPeople: (request) =>
    answer('findPeople', () => findPeople(session(), parsePayload(payloads.findPeople, request.payload))),

  namePeople: (request) =>
    answer('namePeople', () => namePeople(session(), parsePayload(payloads.namePeople, request.payload))),

  overrideCapacity: (request) =>
    answer('overrideCapacity', async () => {
      const change = parsePayload(payloads.overrideCapacity, request.payload);
      const jira = session();
      await overrideCapacity(jira, change, actOf(request));
      return savedTeam('overrideCapacity', request, jira, { boardId: change.boardId, sprintId: change.sprintId });
    }),

  saveBoardSettings: (request) =>
    answer('saveBoardSettings', () =>
      saveBoardSettings(session(), parsePayload(payloads.saveBoardSettings, request.payload)),
    ),
});
