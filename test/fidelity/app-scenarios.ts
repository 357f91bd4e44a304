import * as z from 'zod';

import type { Sandbox } from '../../sandbox/sandbox-types';
import { csvSite, devlakeSite } from '../open-app';
import { openRecordedApp, type RecordedApp, type RecordOptions } from './recorded-app';

/** What people do with the app on one site. Everything that the app can ask Jira for is asked in one of these. */
interface Scenario {
  name: string;
  site: string | undefined;
  act(app: RecordedApp): Promise<void>;
}

const place = { boardId: 1, sprintId: 978 };

function inSprint(sandbox: Sandbox, sprintId: number): string[] {
  return sandbox.site.issues.filter((issue) => issue.sprintId === sprintId).map(({ id }) => id);
}

const statusSchema = z.object({ id: z.string() });

/** The id of the status that an issue has. */
function statusOf(sandbox: Sandbox, key: string): string {
  return statusSchema.parse(sandbox.site.issues.find((issue) => issue.key === key)?.fields['status']).id;
}

/** Some of these are refused, on purpose: refusals are answers of Jira too. */
export const scenarios: readonly Scenario[] = [
  {
    name: 'a team plans a sprint of its CSV export',
    site: csvSite,
    async act({ invoke }) {
      await invoke('openPlanner');
      await invoke('openPlanner', place);
      await invoke('savePlan', { ...place, revision: 0, capacityHours: 100, desired: 70 });
      await invoke('setConfidence', { issueId: 'PC2-7950', confidence: 50 });
      await invoke('setEstimate', { issueId: '17950', hours: 2.5 });
      await invoke('openPlanner', { ...place, changedIssues: ['17950', '17951'] });
      await invoke('openBacklog', place);
    },
  },
  {
    name: 'a sprint of the recorded DevLake board is looked at',
    site: devlakeSite,
    async act({ invoke }) {
      await invoke('openPlanner', { boardId: 8 });
      await invoke('openPlanner', { boardId: 8, sprintId: 7 });
      await invoke('openPlanner', { boardId: 93 });
      await invoke('openBacklog', { boardId: 8 });
    },
  },
  {
    name: 'the made-up team plans, also on a day of short pages',
    site: undefined,
    async act({ invoke, sandbox }) {
      await invoke('openPlanner', { boardId: 1 });
      sandbox.conditions.shortPages = true;
      await invoke('openPlanner', { boardId: 1 });
      await invoke('openPlanner');
      await invoke('openBacklog', { boardId: 1 });
      await invoke('readTransitions', { issueId: 'WEB-22' });
      await invoke('readWorklogs', { issueId: 'WEB-20' });
      await invoke('startLearning', { boardId: 1 });
      await sandbox.events.deliver();
      sandbox.conditions.shortPages = false;
    },
  },
  {
    name: 'the made-up team applies its plan, takes it back and moves an issue on',
    site: undefined,
    async act({ invoke, sandbox }) {
      const plan = { boardId: 1, sprintId: 24, revision: 1, below: 'backlog' };
      const seen = { in: ['10040', '10038'], out: inSprint(sandbox, 24) };
      const cutline = { mode: 'manual', count: 3 };
      await invoke('savePlan', { ...plan, revision: 0, order: ['10040', '10038', '10030'], pulled: seen.in, cutline });
      await invoke('previewApply', plan);
      await invoke('applyPlan', { ...plan, seen: { in: [], out: [] } });
      await invoke('applyPlan', { ...plan, seen });
      await invoke('undoApply', { boardId: 1, sprintId: 24, changedIssues: seen.in });
      await invoke('readTransitions', { issueId: 'WEB-22' });
      await invoke('changeStatus', { issueId: 'WEB-22', statusId: statusOf(sandbox, 'WEB-20') });
      await invoke('readChanges');
      await invoke('readStatuses');
      await invoke('openHistory', { boardId: 1 });
      for (const accountId of ['vera', 'outsider']) {
        await invoke('applyPlan', { ...plan, seen }, accountId);
        await invoke('undoApply', { boardId: 1, sprintId: 24 }, accountId);
        await invoke('changeStatus', { issueId: 'WEB-23', statusId: statusOf(sandbox, 'WEB-20') }, accountId);
      }
      sandbox.conditions.faults.push({ operation: 'moveIssuesToBacklog', issue: '10031', status: 403, times: null });
      // Applying and taking back have each changed what the plan pulls in.
      await invoke('applyPlan', { ...plan, revision: 3, seen });
    },
  },
  {
    name: 'somebody looks at every board of the odd site',
    site: 'odd',
    async act({ invoke, sandbox }) {
      for (const { id } of sandbox.site.boards) {
        await invoke('openPlanner', { boardId: id });
        await invoke('openBacklog', { boardId: id });
      }
      for (const { id } of sandbox.site.sprints) await invoke('openPlanner', { sprintId: id });
    },
  },
  {
    name: 'two people plan the same sprint and one of them goes home',
    site: undefined,
    async act({ invoke, sandbox }) {
      const place = { boardId: 1, sprintId: 24 };
      for (const accountId of ['ada', 'noor']) {
        await invoke('openPlanner', place, accountId);
        await invoke('pulse', { ...place, page: 'window00' }, accountId);
        await invoke('pulse', { ...place, page: 'window00', changed: true }, accountId);
      }
      sandbox.conditions.shortPages = true;
      await invoke('pulse', { ...place, page: 'window00' }, 'tomas');
      sandbox.conditions.shortPages = false;
      await invoke('pulse', { ...place, page: 'window00', stamp: 1, known: ['ada', 'noor'], leaving: true }, 'tomas');
      await invoke('pulse', { ...place, page: 'window00', known: ['ada'], changed: true }, 'vera');
      await invoke('pulse', { ...place, page: 'window00' }, 'outsider');
    },
  },
  {
    name: 'a team sets its board up, an admin the site, and both look at an issue',
    site: undefined,
    async act({ invoke }) {
      const board = { boardId: 1 };
      const source = { kind: 'field', fieldId: 'customfield_10044' };
      await invoke('openPlanner', board);
      await invoke('suggestSetup', board);
      await invoke('openBoardSettings', board);
      await invoke('previewBoardSettings', { ...board, confidenceSource: source });
      await invoke('saveBoardSettings', { ...board, revision: 0, setUp: true, confidenceSource: source });
      await invoke('openPlanner', board);
      await invoke('openBacklog', board);
      await invoke('setConfidence', { ...board, issueId: 'WEB-27', confidence: 45 });
      await invoke('setConfidence', { ...board, issueId: 'WEB-27', confidence: null });
      for (const accountId of ['ada', 'vera', 'outsider', '']) {
        await invoke('openSiteSettings', {}, accountId);
        await invoke('saveSiteSettings', { revision: 0, whoMayPlan: 'sprintManagers' }, accountId);
        await invoke('openBoardSettings', board, accountId);
        await invoke('saveBoardSettings', { ...board, revision: 1, estimateSource: 'remaining' }, accountId);
        await invoke('openGlance', { issueId: 'WEB-27' }, accountId);
      }
    },
  },
  {
    name: 'a team describes its people, gives a sprint a capacity of its own, and lets somebody be forgotten',
    site: undefined,
    async act({ invoke }) {
      const board = { boardId: 1 };
      const sprint = { ...board, sprintId: 24 };
      const person = {
        hoursPerDay: 8,
        weekdays: [true, true, true, true, true, false, false],
        from: null,
        until: null,
        share: 100,
        focus: 80,
        role: '',
        status: 'active',
        region: null,
        departments: [],
      };
      const people = { set: ['ada', 'noor', 'gone'].map((accountId) => ({ ...person, accountId })), remove: [] };
      await invoke('openTeam', board);
      await invoke('findPeople', { ...board, query: '' });
      await invoke('findPeople', { ...board, query: 'no' });
      await invoke('namePeople', { ...board, accountIds: ['noor', 'gone'] });
      await invoke('stageTeam', { ...board, upload: 'upload00', part: 0, people });
      await invoke('saveTeam', { ...board, revision: 0, upload: { id: 'upload00', parts: 1 } });
      await invoke('saveBoardSettings', { ...board, revision: 0, capacityMode: 'team' });
      await invoke('openPlanner', sprint);
      await invoke('overrideCapacity', { ...sprint, revision: 0, capacityHours: 60, reason: 'Half of us travel' });
      for (const accountId of ['vera', 'outsider', '']) {
        await invoke('openTeam', sprint, accountId);
        await invoke('findPeople', { ...board, query: 'a' }, accountId);
        await invoke('saveTeam', { ...board, revision: 1, people }, accountId);
        await invoke('forgetPerson', { ...board, accountId: 'noor' }, accountId);
      }
      await invoke('forgetPerson', { ...board, accountId: 'noor' });
    },
  },
  {
    name: 'people ask for what is not there or not theirs',
    site: undefined,
    async act({ invoke }) {
      await invoke('openPlanner', { boardId: 2 });
      await invoke('openPlanner', { boardId: 3 });
      await invoke('openPlanner', { boardId: 99 });
      await invoke('openPlanner', { boardId: 1, sprintId: 999 });
      await invoke('openPlanner', { boardId: 1 }, 'outsider');
      await invoke('openPlanner', {}, 'outsider');
      await invoke('openPlanner', { boardId: 1 }, '');
      await invoke('openPlanner', { boardId: 1 }, 'stranger');
      await invoke('openPlanner', { boardId: 1 }, 'vera');
      for (const accountId of ['vera', 'outsider']) {
        await invoke('savePlan', { boardId: 1, sprintId: 24, revision: 0, desired: 60 }, accountId);
        await invoke('setConfidence', { issueId: 'WEB-1', confidence: 50 }, accountId);
        await invoke('setEstimate', { issueId: 'WEB-1', hours: 3 }, accountId);
      }
      await invoke('setEstimate', { issueId: '999999', hours: 3 });
    },
  },
];

/** The app after a scenario. */
export async function play(scenario: Scenario, options: Omit<RecordOptions, 'site'> = {}): Promise<RecordedApp> {
  const app = await openRecordedApp({ ...options, site: scenario.site });
  await scenario.act(app);
  return app;
}
