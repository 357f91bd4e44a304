import { openApp } from '../open-app';
import { changesIn, inJira, next, planWishes, seenIn } from './applying';

jest.setTimeout(30_000);

const turn = 'applying:24';

describe('two people who apply a plan at once', () => {
  it('change the sprint one after the other, and what both moved can be taken back', async () => {
    const app = await openApp();
    const revision = await planWishes(app);
    const before = inJira(app, 24);
    const preview = await app.value('previewApply', { ...next, revision, below: 'backlog' });
    const asked = { ...next, revision, below: 'backlog' as const, seen: seenIn(preview) };
    const answers = await Promise.all([app.call('applyPlan', asked, 'ada'), app.call('applyPlan', asked, 'noor')]);
    const problems = answers.flatMap((answer) => ('problem' in answer ? [answer.problem.code] : []));
    expect(problems).toEqual(['apply.busy']);
    expect((await app.value('openPlanner', next)).applied).toMatchObject({ in: 2, out: 10 });
    expect(app.sandbox.stored.values[turn]).toBeUndefined();

    await app.value('undoApply', next);
    expect(new Set(inJira(app, 24))).toEqual(new Set(before));
  });

  it('wait for the other, but not for one who was cut off half a minute ago', async () => {
    const app = await openApp();
    const revision = await planWishes(app);
    const preview = await app.value('previewApply', { ...next, revision, below: 'backlog' });
    const asked = { ...next, revision, below: 'backlog' as const, seen: seenIn(preview) };
    const taken = (milliseconds: number): void => {
      const value = { version: 1, until: new Date(Date.now() + milliseconds).toISOString() };
      app.sandbox.stored.values[turn] = { value, createdAt: 0, updatedAt: 0 };
    };
    taken(25_000);
    expect(await app.problem('applyPlan', asked)).toMatchObject({ code: 'apply.busy' });
    expect(changesIn(app, '/agile/')).toEqual([]);
    taken(-1);
    expect((await app.value('applyPlan', asked)).left).toBe(0);

    taken(25_000);
    expect(await app.problem('undoApply', next)).toMatchObject({ code: 'apply.busy' });
    taken(-1);
    expect((await app.value('undoApply', next)).left).toBe(0);
  });
});
