import { capacityNeeded, capacityWorked } from '../../../src/estimation/chance/capacity-needed';
import { forecastSprint } from '../../../src/estimation/chance/forecast-sprint';
import { forecastTask } from '../../../src/estimation/chance/forecast-task';
import { learn } from '../../../src/estimation/chance/learn';
import { planned, today } from './made-up-history';

const late = { planned: 100, worked: 80 };
const early = { planned: 100, worked: 95 };
const teams = [
  ['a team without a past', learn([], today)],
  ['a team that works less than it plans', learn([], today, [late, early, late, late])],
] as const;

describe('the capacity that a sprint needs', () => {
  it.each(teams)('is where the chance reaches what was asked for: %s', (_, learnt) => {
    const tasks = [4, 8, 8, 16, 2].map((estimate) => forecastTask(learnt, planned(estimate)));
    const { chance } = forecastSprint(learnt, tasks);
    const needed = capacityNeeded(learnt, tasks);
    for (const p of [0.1, 0.5, 0.8, 0.95]) expect(chance(needed(p))).toBeCloseTo(p, 3);
  });

  it('is the work alone while nothing is known of past capacities', () => {
    const learnt = learn([], today);
    const tasks = [forecastTask(learnt, planned(8))];
    expect(capacityNeeded(learnt, tasks)(0.8)).toBe(forecastSprint(learnt, tasks).quantile(0.8));
  });
});

describe('what is worked of a capacity', () => {
  it('is all of it while nothing is known', () => {
    expect(capacityWorked({ bias: 0, spread: 0 })).toEqual({ low: 1, middle: 1, high: 1 });
  });

  it('is in eight of ten sprints within 1.28 spreads of the middle', () => {
    // 0.9 · e^±0.12816 is 0.7917 and 1.0231.
    const { low, middle, high } = capacityWorked({ bias: Math.log(0.9), spread: 0.1 });
    expect([low, middle, high].map((share) => share.toFixed(4))).toEqual(['0.7917', '0.9000', '1.0231']);
  });
});
