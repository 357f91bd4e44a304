import { namePeople } from '../../../../static/planner/src/team/name-people';

const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `a-${String(index)}`);

describe('The names of many people', () => {
  it('are asked for a hundred at a time, and who is unknown is not among them', async () => {
    const asked: number[] = [];
    const progress: number[] = [];
    const answer = await namePeople(
      ids(1001),
      (some) => {
        asked.push(some.length);
        const known = some.filter((accountId) => accountId !== 'a-1000');
        return Promise.resolve({ value: known.map((accountId) => ({ accountId, name: accountId.toUpperCase() })) });
      },
      (fraction) => progress.push(fraction),
    );
    expect(asked).toEqual([...Array.from({ length: 10 }, () => 100), 1]);
    expect(progress).toEqual([400 / 1001, 800 / 1001, 1]);
    if ('problem' in answer) throw new Error('It was answered.');
    expect([answer.value.size, answer.value.get('a-999'), answer.value.has('a-1000')]).toEqual([1000, 'A-999', false]);
  });

  it('are not asked for any further when Jira does not answer', async () => {
    const problem = { code: 'jira.busy', message: 'Jira is busy.' };
    const asked: number[] = [];
    const answer = await namePeople(ids(900), (some) => {
      asked.push(some.length);
      return Promise.resolve({ problem });
    });
    expect(answer).toEqual({ problem });
    expect(asked).toEqual([100, 100, 100, 100]);
  });

  it('of nobody need no call', async () => {
    const answer = await namePeople([], () => Promise.reject(new Error('Nobody is asked.')));
    expect(answer).toEqual({ value: new Map() });
  });
});
