import { changedSettings, settingsOf } from '../../src/storage/settings';

const version = 1;

describe('the settings that hold on a board', () => {
  it('are the method’s own where nobody has decided anything', () => {
    expect(settingsOf({ site: null, board: null })).toEqual({
      defaultConfidence: 80,
      defaultEstimateHours: null,
      desired: 80,
      policy: 'closest',
      capacityMode: 'sprint',
      capacityHours: null,
      subtasks: 'rollUp',
      steps: null,
      whoMayPlan: 'editors',
      confidenceField: null,
      estimateSource: 'original',
      drives: 'ratio',
      actualSource: 'logged',
      whoSeesOthers: 'nobody',
      setUp: false,
      revision: 0,
    });
  });

  it('are the board’s over the site’s, with the board’s revision', () => {
    const site = { version, revision: 7, defaultConfidence: 60, policy: 'atLeast' } as const;
    const board = { version, revision: 2, defaultConfidence: 70, setUp: true } as const;
    expect(settingsOf({ site, board })).toMatchObject({
      defaultConfidence: 70,
      policy: 'atLeast',
      setUp: true,
      revision: 2,
    });
  });

  it('take hours that were stored before there were modes for the board’s', () => {
    const old = { version, revision: 1, capacityHours: 60 } as const;
    expect(settingsOf({ site: null, board: old })).toMatchObject({ capacityMode: 'board', capacityHours: 60 });
    const chosen = { ...old, capacityMode: 'sprint' } as const;
    expect(settingsOf({ site: null, board: chosen }).capacityMode).toBe('sprint');
  });
});

describe('a change of settings', () => {
  const stored = { version, revision: 4, desired: 70, subtasks: 'parentOnly' } as const;

  it('keeps what it does not name, and takes away what it says is null', () => {
    expect(changedSettings(stored, { desired: null, defaultConfidence: 90, steps: undefined })).toEqual({
      version: 1,
      revision: 5,
      subtasks: 'parentOnly',
      defaultConfidence: 90,
    });
  });

  it('is the first revision where nothing was stored', () => {
    expect(changedSettings(null, { setUp: true })).toEqual({ version: 1, revision: 1, setUp: true });
  });
});
