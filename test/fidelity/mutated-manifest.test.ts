import * as z from 'zod';

import type { ExtraCalls } from './app-gates';
import { play, scenarios } from './app-scenarios';
import { inFolderWith, manifest, scopesOf, withEveryScope } from './manifests';
import { openRecordedApp, type RecordedApp } from './recorded-app';
import { neededScopes, scopeFaults } from './scope-faults';

// Sandboxes are opened by the dozen, and a busy machine takes its time.
jest.setTimeout(60_000);

/** What the planner of every module does in a day's work; each of these must go well. */
const dayOfWork: readonly [call: string, payload: unknown][] = [
  ['openPlanner', {}],
  ['openPlanner', { boardId: 1 }],
  [
    'savePlan',
    {
      boardId: 1,
      sprintId: 24,
      revision: 0,
      capacityHours: 40,
      order: ['10038'],
      pulled: ['10038'],
      dropped: ['10037'],
      cutline: { mode: 'manual', below: ['10038'] },
    },
  ],
  // Into the sprint, out of it, and ranked.
  ['applyPlan', { boardId: 1, sprintId: 24, revision: 1, below: 'backlog', seen: { in: ['10038'], out: ['10037'] } }],
  ['setConfidence', { issueId: 'WEB-22', confidence: 50 }],
  ['setEstimate', { issueId: 'WEB-22', hours: 6 }],
  ['openBacklog', { boardId: 1 }],
  ['openBoardSettings', { boardId: 1 }],
  ['openGlance', { issueId: 'WEB-22' }],
];

/** Works with the app, installed with this manifest, from each of its modules. What goes wrong, in words; nothing when all is well. */
async function complaintsAbout(text: string, extraCalls: ExtraCalls = {}): Promise<string[]> {
  return inFolderWith(text, async (manifestFolder) => {
    const complaints: string[] = [];
    const work = [...dayOfWork, ...Object.keys(extraCalls).map((call): [string, unknown] => [call, {}])];
    for (const module of [0, 1, 2]) {
      try {
        const app = await openRecordedApp({ manifestFolder, extraCalls });
        for (const [call, payload] of work) complaints.push(...(await complaintsOf(app, call, payload, module)));
        complaints.push(...app.sandbox.jira.unmodelled);
      } catch (error) {
        complaints.push(String(error));
      }
    }
    return complaints;
  });
}

async function complaintsOf(app: RecordedApp, call: string, payload: unknown, module: number): Promise<string[]> {
  const { body, error } = await app.invoke(call, payload, undefined, module);
  if (error !== undefined) return [`${call}: ${error}`];
  const { problem, value } = answerSchema.safeParse(body).data ?? {};
  return [...(problem === undefined ? [] : [problem]), ...(value?.refused ?? [])].map(
    (complaint) => `${call}: ${JSON.stringify(complaint)}`,
  );
}

/** What did not go well: the whole call, or some of the issues that it was about. */
const answerSchema = z.looseObject({
  problem: z.unknown().optional(),
  value: z
    .looseObject({ refused: z.array(z.unknown()).optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

/** The scopes that the app's code needs, whatever the manifest says; each with a call that needs it. */
let needed = new Map<string, string>();

beforeAll(async () => {
  needed = await inFolderWith(withEveryScope(manifest), async (manifestFolder) => {
    const apps: RecordedApp[] = [];
    for (const scenario of scenarios) apps.push(await play(scenario, { manifestFolder }));
    return neededScopes(apps);
  });
});

function replaced(from: string | RegExp, to: string): string {
  const text = manifest.replace(from, to);
  if (text === manifest) throw new Error(`manifest.yml has no ${String(from)} to change.`);
  return text;
}

/** The manifest with the n-th mention of something changed. */
function replacedAt(place: number, from: string, to: string): string {
  const parts = manifest.split(from);
  if (parts.length < place + 2) throw new Error(`manifest.yml has no ${String(place + 1)} times ${from}.`);
  return parts.slice(0, place + 1).join(from) + to + parts.slice(place + 1).join(from);
}

describe('the manifest as it is', () => {
  it('lets people work from every module', async () => {
    expect(await complaintsAbout(manifest)).toEqual([]);
  });

  it('has the scopes that the code needs', () => {
    expect(scopeFaults(scopesOf(manifest), needed)).toEqual([]);
  });
});

describe('a manifest without a scope', () => {
  const scopes = scopesOf(manifest);

  it('is tried for each of them', () => {
    expect(scopes).toContain('storage:app');
    expect(scopes.length).toBeGreaterThan(5);
  });

  it.each(scopes)('%s: the check of scopes finds it, and people are stopped', async (scope) => {
    const mutated = replaced(new RegExp(`^ *- ${scope}( #.*)?\n`, 'm'), '');
    expect(scopesOf(mutated)).toEqual(scopes.filter((other) => other !== scope));
    expect(scopeFaults(scopesOf(mutated), needed)).toEqual([expect.stringContaining(`${scope} is missing`)]);
    const complaints = await complaintsAbout(mutated);
    expect(complaints.length).toBeGreaterThan(0);
    // Without the scope of a trigger's events the app cannot even be deployed.
    const asked = scope === 'storage:app' ? /"storage\./ : /"jira\.scope"|needs the scope/;
    expect(complaints.join('\n')).toMatch(asked);
  });
});

describe('a manifest with a scope that no call needs', () => {
  it('is found by the check of scopes', () => {
    const mutated = replaced('- read:jira-work', '- manage:jira-project\n    - read:jira-work');
    expect(scopeFaults(scopesOf(mutated), needed)).toEqual(['manage:jira-project is needed by no call']);
  });
});

describe('a manifest with a misspelt function', () => {
  it.each([0, 1, 2])('in module %p: its planner does not open', async (module) => {
    const complaints = await complaintsAbout(replacedAt(module, 'function: resolver\n', 'function: resolvers\n'));
    expect(complaints).toHaveLength(dayOfWork.length);
    expect(new Set(complaints.map((complaint) => complaint.split(': ')[1]))).toEqual(
      new Set(["manifest.yml has no function 'resolvers'."]),
    );
  });

  it('in `function`: no planner opens', async () => {
    const complaints = await complaintsAbout(replaced('- key: resolver\n', '- key: resolvers\n'));
    expect(complaints).toHaveLength(3 * dayOfWork.length);
    expect(complaints[0]).toContain("manifest.yml has no function 'resolver'.");
  });

  it('in its handler: no planner opens', async () => {
    const complaints = await complaintsAbout(replaced('handler: index.handler', 'handler: index.handlers'));
    expect(complaints).toHaveLength(3 * dayOfWork.length);
    expect(complaints[0]).toContain('src/index.ts exports no handlers');
  });
});

/** It takes hold of the runtime's fetch when it is loaded, which on Forge is after the runtime: so it is loaded anew. */
async function fetchOfForge(url: string): Promise<{ status: number }> {
  const answers: { status: number }[] = [];
  await jest.isolateModulesAsync(async () => {
    const { fetch } = await import('@forge/api');
    answers.push(await fetch(url));
  });
  return answers[0] ?? { status: 0 };
}

describe('a host that the manifest does not declare', () => {
  it.each([
    ['fetch', () => fetch('https://example.com/')],
    ['fetch of @forge/api', () => fetchOfForge('https://example.com/')],
  ])('cannot be reached by %s', async (_how, reach) => {
    const complaints = await complaintsAbout(manifest, { reach: async () => String((await reach()).status) });
    expect(complaints).toHaveLength(3);
    for (const complaint of complaints) {
      expect(complaint).toMatch(
        /^reach: .*not included in the external fetch backend permissions: https:\/\/example\.com\//,
      );
    }
  });
});
