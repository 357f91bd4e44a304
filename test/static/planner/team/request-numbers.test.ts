import { requestNumbers } from '../../../../static/planner/src/team/request-numbers';

describe('An answer that comes late', () => {
  it('counts only when nothing newer was asked for, whichever comes first', () => {
    const requests = requestNumbers();
    const first = requests.begin();
    const second = requests.begin();
    expect([first(), second()]).toEqual([false, true]);
  });

  it('does not take the place of another sprint that was chosen while something was saved', () => {
    const requests = requestNumbers();
    requests.begin();
    const saved = requests.watch();
    expect(saved()).toBe(true);
    const otherSprint = requests.begin();
    expect([saved(), otherSprint()]).toEqual([false, true]);
  });
});
