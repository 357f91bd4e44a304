import { heldByStep, honestyOf, reliabilityPoints } from '../../../../static/planner/src/history/honesty';
import type { OpenedHistory } from '../../../../static/planner/src/history/opened-history';

type Replay = OpenedHistory['replay'];

const scores = (brier: number | null): Replay['chance'] => ({ asked: 126, brier, classes: [] });

/** Twenty-one sprints with 310 issues. */
function replayOf(part: Partial<Replay>): Replay {
  return {
    sprints: 21,
    chance: scores(0.13),
    ratio: scores(0.17),
    baseRate: 0.15,
    errors: { ratio: 0.01, baseRate: 0.005 },
    ranges: { issues: 310, held: 245, optimisticPessimistic: 149 },
    p80: { sprints: 21, held: 17 },
    ...part,
  };
}

const fewIssues = { issues: 29, held: 23, optimisticPessimistic: 14 };

describe('How right the chance has been', () => {
  it('is told against the ratio and against always saying how often it came true', () => {
    expect(honestyOf(replayOf({}))).toEqual({
      chance: 0.13,
      ratio: 0.17,
      baseRate: 0.15,
      againstRatio: 'better',
      againstBaseRate: 'better',
    });
  });

  it('is told when it was worse, too', () => {
    const honesty = honestyOf(replayOf({ chance: scores(0.2), baseRate: 0.12 }));
    expect(honesty).toMatchObject({ againstRatio: 'worse', againstBaseRate: 'worse' });
  });

  it('is too close to another number to tell within two standard errors of their difference', () => {
    const against = (chance: number, error: number | null) =>
      honestyOf(replayOf({ chance: scores(chance), errors: { ratio: error, baseRate: null } }))?.againstRatio;
    expect([0.151, 0.149, 0.189, 0.191].map((chance) => against(chance, 0.01))).toEqual([
      'same',
      'better',
      'same',
      'worse',
    ]);
  });

  it('is too close to tell below 0.003, however sure the difference seems', () => {
    const against = (chance: number) =>
      honestyOf(replayOf({ chance: scores(chance), errors: { ratio: 0, baseRate: 0 } }))?.againstRatio;
    expect([0.1675, 0.1665, 0.1725, 0.1735].map(against)).toEqual(['same', 'better', 'same', 'worse']);
  });

  it.each([
    ['four sprints', replayOf({ sprints: 4 })],
    ['29 issues', replayOf({ ranges: fewIssues })],
    ['no question', replayOf({ chance: scores(null), ratio: scores(null), baseRate: null })],
  ])('is not told from %s', (_few, replay) => {
    expect(honestyOf(replay)).toBeNull();
  });

  it('is no verdict from fewer than ten sprints', () => {
    expect(honestyOf(replayOf({ sprints: 9 }))).toMatchObject({
      chance: 0.13,
      againstRatio: null,
      againstBaseRate: null,
    });
    expect(honestyOf(replayOf({ sprints: 10 }))).toMatchObject({ againstRatio: 'better', againstBaseRate: 'better' });
  });

  it('is told from five sprints and 30 issues on', () => {
    const replay = replayOf({ sprints: 5, ranges: { ...fewIssues, issues: 30 } });
    expect(honestyOf(replay)).not.toBeNull();
  });
});

describe('The reliability diagram', () => {
  const classOf = (from: number, count: number) => ({ from, to: from + 0.1, count, said: from + 0.05, came: 0.5 });

  it('has no point where nothing was said, and marks what rests on fewer than ten answers', () => {
    const points = reliabilityPoints([classOf(0, 12), classOf(0.1, 0), classOf(0.2, 9), classOf(0.3, 10)]);
    expect(points.map(({ from, few }) => [from, few])).toEqual([
      [0, false],
      [0.2, true],
      [0.3, false],
    ]);
  });
});

describe('A step of confidence', () => {
  it('held what its issues held', () => {
    expect(heldByStep({ confidence: 80, isDefault: false, issues: 50, held: 31 })).toBe(0.62);
  });

  it('has no figure while fewer than ten finished issues had it', () => {
    expect(heldByStep({ confidence: 80, isDefault: false, issues: 9, held: 9 })).toBeNull();
    expect(heldByStep({ confidence: 80, isDefault: false, issues: 10, held: 0 })).toBe(0);
  });
});
