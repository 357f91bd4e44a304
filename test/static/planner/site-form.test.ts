import { readSiteForm, type SiteForm, siteFormOf } from '../../../static/planner/src/settings/site-form';

const base = siteFormOf(
  {
    revision: 1,
    defaultConfidence: 80,
    steps: null,
    defaultEstimateHours: null,
    policy: 'closest',
    whoMayPlan: 'editors',
  },
  String,
);
const read = (part: Partial<SiteForm>, from = base) => readSiteForm(from, { ...from, ...part });

describe('The settings of the site', () => {
  it('send only what was changed', () => {
    expect(read({})).toEqual({ change: {} });
    expect(read({ confidence: '70', whoMayPlan: 'sprintManagers' })).toEqual({
      change: { defaultConfidence: 70, whoMayPlan: 'sprintManagers' },
    });
  });

  it('switch the default estimate on with its hours, and off with null', () => {
    expect(read({ withEstimate: true, estimate: '4h' })).toEqual({ change: { defaultEstimateHours: 4 } });
    const on = { ...base, withEstimate: true, estimate: '4' };
    expect(read({ withEstimate: false, estimate: 'x' }, on)).toEqual({ change: { defaultEstimateHours: null } });
    expect(read({ estimate: '90m' }, on)).toEqual({ change: { defaultEstimateHours: 1.5 } });
  });

  // A day has other hours in other teams: nobody's to guess.
  it.each(['', '0', '-1', '1d', '1w'])('refuse a default estimate of "%s"', (estimate) => {
    expect(read({ withEstimate: true, estimate })).toEqual({ problems: new Set(['estimate']) });
  });

  it.each(['', '0', '101', '12.5'])('refuse a default confidence of "%s"', (confidence) => {
    expect(read({ confidence })).toEqual({ problems: new Set(['confidence']) });
  });
});
