import { Declined } from '../../src/jira/declined';
import { openJira } from '../../src/jira/session';
import { carryOut, type Step } from '../../src/planning/apply/carry-out';
import { Problem } from '../../src/problem';

/** A Jira session with 20 s, on a clock that goes on by so much with every call of {@link step}. */
function timed(secondsACall: number) {
  let now = 0;
  const calls: string[] = [];
  const jira = openJira({ now: () => now, sleep: () => Promise.resolve(), random: () => 0.5 }, 20_000);
  /** A call that Jira turns down as a whole when one of `bad` is in it. */
  const step = (kind: Step['kind'], ids: readonly string[], bad: readonly string[] = [], lastFirst = false): Step => ({
    kind,
    ids,
    lastFirst,
    run: (some) => {
      now += secondsACall * 1000;
      calls.push(some.join(' '));
      const refuses = some.some((id) => bad.includes(id));
      return refuses ? Promise.reject(new Declined('permission.denied', 'Jira said no.')) : Promise.resolve([]);
    },
  });
  return { jira, calls, step };
}

const noRanks = (): Step[] => [];

const refusedIds = ({ refused }: { refused: readonly { issueId: string }[] }): string[] =>
  refused.map(({ issueId }) => issueId);

describe('carrying out a plan', () => {
  it('halves what Jira turns down until it is known which issue it was', async () => {
    const { jira, calls, step } = timed(0);
    const result = await carryOut(jira, [step('out', ['1', '2', '3', '4', '5'], ['4'])], noRanks);
    expect(calls).toEqual(['1 2 3 4 5', '1 2 3', '4 5', '4', '5']);
    expect([...result.done.out]).toEqual(['1', '2', '3', '5']);
    expect(result).toMatchObject({
      refused: [{ issueId: '4', code: 'permission.denied', why: 'Jira said no.' }],
      left: 0,
    });
  });

  it('ranks the second half first when both go behind the same issue', async () => {
    const { jira, calls, step } = timed(0);
    await carryOut(jira, [step('rank', ['1', '2', '3', '4'], ['1'], true)], noRanks);
    expect(calls).toEqual(['1 2 3 4', '3 4', '1 2', '2', '1']);
  });

  it('decides how to rank when it is known what could not be moved', async () => {
    const { jira, calls, step } = timed(0);
    const wanted = ['1', '2', '3'];
    const ranked = (notMoved: ReadonlySet<string>): Step[] => [
      step(
        'rank',
        wanted.filter((id) => !notMoved.has(id)),
      ),
    ];
    await carryOut(jira, [step('in', ['1', '3'], ['1'])], ranked);
    expect(calls).toEqual(['1 3', '1', '3', '2 3']);
  });

  it('begins nothing in the last seconds, and counts each issue once that is left', async () => {
    const { jira, calls, step } = timed(9);
    const moves = [step('in', ['1']), step('in', ['2']), step('in', ['3'])];
    const result = await carryOut(jira, moves, () => [step('rank', ['3', '4'])]);
    expect(calls).toEqual(['1', '2']);
    expect(result).toMatchObject({ refused: [], left: 2 });
  });

  it('always tries something, so that pressing again comes to an end', async () => {
    const { jira, calls, step } = timed(30);
    const first = await carryOut(jira, [step('in', ['1'])], noRanks);
    expect(first.left).toBe(0);
    const second = await carryOut(jira, [step('in', ['2']), step('in', ['3'])], noRanks);
    expect(second.left).toBe(1);
    expect(calls).toEqual(['1', '2']);
  });

  it('gives up on what Jira turned down when there is no time to find out which it was; the rest is left', async () => {
    const { jira, calls, step } = timed(9);
    const result = await carryOut(jira, [step('in', ['1', '2', '3', '4'], ['1']), step('in', ['5'])], noRanks);
    expect(calls).toEqual(['1 2 3 4', '1 2']);
    expect(refusedIds(result)).toEqual(['1', '2', '3', '4']);
    expect(result.left).toBe(1);
  });

  it('stops when Jira does not answer, and reports what it was doing then', async () => {
    const { jira, calls, step } = timed(0);
    const silent: Step = {
      kind: 'out',
      ids: ['2', '3'],
      run: () => Promise.reject(new Problem('jira.busy', 'Jira is busy.')),
    };
    const result = await carryOut(jira, [step('in', ['1']), silent, step('out', ['4'])], noRanks);
    expect([...result.done.in]).toEqual(['1']);
    expect(refusedIds(result)).toEqual(['2', '3']);
    expect(result).toMatchObject({ refused: [{ code: 'jira.busy' }, { code: 'jira.busy' }], left: 1, problem: null });
    // Jira may have moved them before it fell silent.
    expect([...result.unsure]).toEqual(['2', '3']);
    expect(calls).toEqual(['1']);
    const nothing = await carryOut(jira, [silent, step('out', ['4'])], noRanks);
    expect(nothing.problem).toMatchObject({ code: 'jira.busy' });
  });
});
