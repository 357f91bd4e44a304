import { csvSite, openApp } from '../open-app';

const confidenceField = { id: 'customfield_10044', name: 'Confidence (%)' };

describe('the first run of a board', () => {
  it('guesses sprint, capacity and confidence field from Jira', async () => {
    const app = await openApp();
    expect(await app.value('suggestSetup', { boardId: 1 })).toEqual({
      // Sprint 24: 30 November to 11 December.
      sprintDays: 10,
      closedSprints: 2,
      timeTracking: { hoursPerDay: 8, daysPerWeek: 5, format: 'hours' },
      // 22 + 13 + 10.5 + 3 + 8 + 8 + 1, and 14.5 + 9 + 26 + 7 + 1.5 + 2 hours; their mean of 62.75 to the half hour.
      capacity: {
        hours: 63,
        from: 'logged',
        sprints: [
          { name: 'Sprint 22', hours: 65.5 },
          { name: 'Sprint 21', hours: 60 },
        ],
      },
      confidenceField,
      defaultConfidence: 80,
      desired: 80,
      revision: 0,
    });
  });

  it('costs a point for each of its calls and for each issue of the closed sprints', async () => {
    const app = await openApp();
    const { record } = await app.invoke('suggestSetup', { boardId: 1 });
    // Board, sprints, times, fields, and the sprints 22 and 21; 8 issues (one of them carried over) and 6.
    expect(record.jiraPoints).toBe(6 + 14);
    expect(record.kvsWrites).toBe(0);
  });

  it('takes what was finished where nobody has logged anything', async () => {
    const app = await openApp();
    for (const { fields } of app.sandbox.site.issues) fields['timespent'] = null;
    // 16 + 14 + 6 + 3 + 8 + 5 + 2, and 12 + 4 + 20 + 8 + 2 + 2 hours: their mean is 51.
    expect((await app.value('suggestSetup', { boardId: 1 })).capacity).toEqual({
      hours: 51,
      from: 'completed',
      sprints: [
        { name: 'Sprint 22', hours: 54 },
        { name: 'Sprint 21', hours: 48 },
      ],
    });
  });

  it('does not take a score from 1 to 10 for a confidence, whatever its field is called', async () => {
    const app = await openApp();
    const { confidenceField } = await app.value('suggestSetup', { boardId: 1 });
    const fieldId = confidenceField?.id ?? '';
    const closed = app.sandbox.site.sprints.filter(({ state }) => state === 'closed').map(({ id }) => id);
    const past = app.sandbox.site.issues.filter(({ closedSprintIds }) =>
      closedSprintIds.some((id) => closed.includes(id)),
    );
    for (const issue of past) issue.fields[fieldId] = 7;
    expect((await app.value('suggestSetup', { boardId: 1 })).confidenceField).toBeNull();
    for (const issue of past) issue.fields[fieldId] = 0.7;
    expect((await app.value('suggestSetup', { boardId: 1 })).confidenceField).toBeNull();
    for (const issue of past) issue.fields[fieldId] = 70;
    expect((await app.value('suggestSetup', { boardId: 1 })).confidenceField?.id).toBe(fieldId);
  });

  it('has no dead end on a board without any sprint, or on a site without a field for it', async () => {
    const app = await openApp();
    app.sandbox.site.numberFields = [];
    expect(await app.value('suggestSetup', { boardId: 3 })).toMatchObject({
      sprintDays: null,
      capacity: null,
      confidenceField: null,
      desired: 80,
    });
  });

  it('is not told to who may not see the board', async () => {
    const app = await openApp();
    expect(await app.problem('suggestSetup', { boardId: 1 }, 'outsider')).toMatchObject({ code: 'board.unknown' });
  });

  it('works on a real team’s export', async () => {
    const app = await openApp(csvSite);
    const { record } = await app.invoke('suggestSetup', { boardId: 1 });
    const suggested = await app.value('suggestSetup', { boardId: 1 });
    expect(suggested.capacity?.hours).toBeGreaterThan(0);
    expect(suggested.capacity?.sprints.length).toBeLessThanOrEqual(3);
    expect(record.lateCalls).toEqual([]);
  });

  it('is over for everybody once somebody has taken it, and holds what they took', async () => {
    const app = await openApp();
    expect((await app.value('openPlanner', { boardId: 1 }, 'tomas')).setUp).toBe(false);
    await app.value(
      'saveBoardSettings',
      {
        boardId: 1,
        revision: 0,
        setUp: true,
        capacityMode: 'board',
        capacityHours: 63,
        confidenceSource: { kind: 'field', fieldId: confidenceField.id },
      },
      'tomas',
    );
    const planner = await app.value('openPlanner', { boardId: 1 }, 'noor');
    expect(planner).toMatchObject({ setUp: true, capacity: { hours: 63, source: 'board' } });
    expect(planner.items[1]).toMatchObject({ key: 'WEB-27', confidence: 70, confidenceSource: 'field' });
    expect((await app.value('openBoardSettings', { boardId: 1 })).setUp).toBe(true);
  });
});
