import { readTimeOff } from '../../../../static/planner/src/team/time-off-form';

const form = { accountId: 'ada', from: '2026-12-28', to: '2027-01-01', half: null, reason: ' Skiing ' };

describe('Time off', () => {
  it('goes over the end of a year, and its reason loses the blanks around it', () => {
    expect(readTimeOff(form, 'a')).toEqual({ timeOff: { ...form, id: 'a', reason: 'Skiing' } });
  });

  it('keeps a reason that the reader does not see', () => {
    expect(readTimeOff({ ...form, reason: null }, 'a')).toMatchObject({ timeOff: { reason: null } });
  });

  it('is one day when it has no last one', () => {
    expect(readTimeOff({ ...form, to: '', half: 'pm' }, 'a')).toMatchObject({
      timeOff: { from: '2026-12-28', to: '2026-12-28', half: 'pm' },
    });
  });

  it.each([
    ['nobody’s', { accountId: '' }, 'accountId'],
    ['without a first day', { from: '' }, 'from'],
    ['from a day that is in no calendar', { from: '2027-02-29' }, 'from'],
    ['over before it begins', { to: '2026-12-27' }, 'to'],
  ])('cannot be %s', (_, part, problem) => {
    expect(readTimeOff({ ...form, ...part }, 'a')).toEqual({ problems: new Set([problem]) });
  });
});
