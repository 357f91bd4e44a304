import { learnCapacityHabit } from '../../../src/estimation/chance/capacity-habit';
import { learn } from '../../../src/estimation/chance/learn';
import { finished, madeUpHistory, planned, today } from './made-up-history';
import { forecastTask } from '../../../src/estimation/chance/forecast-task';

describe('learning from finished work', () => {
  it('counts only what has an estimate and logged hours', () => {
    expect(learn([finished(4, 5), finished(4, 0), finished(0, 3)], today).finished).toBe(1);
  });

  it('does not depend on the order of the history, and always learns the same', () => {
    const past = madeUpHistory(200, 4, { common: 0.2 });
    const numbers = (history: typeof past) => {
      const learnt = learn(history, today);
      return [learnt.commonSpread, learnt.total.ratio, forecastTask(learnt, planned(4)).quantile(0.9)];
    };
    expect(numbers(past)).toEqual(numbers(past));
    numbers(past.toReversed()).forEach((number, index) => {
      expect(number).toBeCloseTo(numbers(past)[index] ?? NaN, 9);
    });
  });

  it('finds the sprints’ common factor, and that there is none', () => {
    // Prior 0.12, worth 30 sprints: of 200 sprints with 0.3 about √((30 × 0.0144 + 200 × 0.09) ÷ 230) = 0.28 remains.
    expect(learn(madeUpHistory(2000, 6, { common: 0.3 }), today).commonSpread).toBeGreaterThan(0.2);
    expect(learn(madeUpHistory(2000, 6, { common: 0.3 }), today).commonSpread).toBeLessThan(0.36);
    expect(learn(madeUpHistory(2000, 6), today).commonSpread).toBeLessThan(0.1);
  });

  it('knows nothing of the team at first: a common factor of √(0.12² + 0.6 ÷ 30) = 0.19', () => {
    expect(learn([], today).commonSpread).toBeCloseTo(Math.sqrt(0.0144 + 0.02), 12);
  });

  it('takes totals to run 3 % over, until ten issues that took three times as long say otherwise', () => {
    expect(learn([], today).total).toEqual({ ratio: 1.03, weight: 1 });
    expect(learn([finished(4, 12)], today).total.ratio).toBeLessThan(1.1);
    const tripled = Array.from({ length: 10 }, (_, index) => finished(4, 10 + (index % 5)));
    // 10 to 14 h for 4 h: 3 times in the mean.
    expect(learn(tripled, today).total.ratio).toBeGreaterThan(2.5);
    expect(learn(tripled, today).total.ratio).toBeLessThan(3);
    expect(learn(madeUpHistory(10, 2), today).total.ratio).toBeCloseTo(1.03, 1);
  });
});

describe('what a team is known to do', () => {
  // A line through 4 h: twice as large tasks take exp(−0.3 × ln 2) = 0.81 times as long for their size; Ada's take
  // exp(−0.2) = 0.82 times, Lin's exp(0.2) = 1.22 times as long, bugs exp(0.3) = 1.35 times as long as stories.
  const team = {
    mean: 0.2,
    slope: -0.3,
    ofPerson: { ada: -0.2, noor: 0, lin: 0.2 },
    ofType: { Bug: 0.15, Story: -0.15 },
  };
  const expectedOf = (count: number, task: Partial<Parameters<typeof planned>[1]> & { hours?: number }) => {
    const { hours = 4, ...more } = task;
    return learn(madeUpHistory(count, 12, team), today).expected.at(planned(hours, { project: 'SHOP', ...more })).mean;
  };

  it.each([
    ['how far off it is', 4, 'noor', 'Story', 0.05],
    ['that large tasks run over less', 16, 'noor', 'Story', 0.05 - 0.3 * Math.log(4)],
    ['that small ones run over more', 1, 'noor', 'Story', 0.05 + 0.3 * Math.log(4)],
    ['who is quicker', 4, 'ada', 'Story', -0.15],
    ['who is slower', 4, 'lin', 'Bug', 0.55],
    ['what kind of work takes longer', 4, 'noor', 'Bug', 0.35],
  ])('is found again from 2,000 tasks: %s', (_, hours, assignee, type, ratio) => {
    // Standard error of an effect: 0.5 ÷ √(700 tasks ÷ a little for age) = 0.03; three of them, and the shrinkage.
    expect(Math.abs(expectedOf(2000, { hours, assignee, type }) - ratio)).toBeLessThan(0.1);
  });

  it('is believed of a person by how often they were seen: half of it after ten tasks, nothing of a stranger', () => {
    const past = [
      ...Array.from({ length: 300 }, () => finished(4, 4, { assignee: 'noor', end: today })),
      ...Array.from({ length: 10 }, () => finished(4, 4 * Math.E, { assignee: 'ada', end: today })),
    ];
    const of = (assignee: string) => learn(past, today).expected.at(planned(4, { assignee })).mean;
    const stranger = of('nobody we know');
    expect(of('noor')).toBeLessThan(stranger);
    // Reweighting against outliers takes a little of it as well.
    expect(of('ada') - stranger).toBeGreaterThan(0.2);
    expect(of('ada') - stranger).toBeLessThan(0.6);
  });

  it('scatters as widely as it does, whatever its effects have taken out of the few tasks of a young team', () => {
    const scale = (count: number) => {
      const seeds = Array.from({ length: 30 }, (_, index) => index + 100);
      const scales = seeds.map((seed) => learn(madeUpHistory(count, seed, { spread: 0.5 }), today).expected.scale);
      return scales.reduce((sum, each) => sum + each, 0) / scales.length;
    };
    // The scale of a Student t with 5 degrees of freedom that lies beside a normal spread of 0.5, shrunk from 0.87.
    expect(scale(400)).toBeGreaterThan(0.4);
    expect(scale(400)).toBeLessThan(0.5);
    expect(scale(40)).toBeGreaterThanOrEqual(scale(400));
  });
});

describe('the worth of a confidence', () => {
  const claim = (confidence: number) => -Math.log(confidence) / 1.2816 + 0.1;

  it('is the prior’s while nobody recorded any', () => {
    const { confidence } = learn(madeUpHistory(100, 7), today);
    expect(confidence.exponent).toBe(0.3);
    expect(confidence.widthOf(0.8)).toBeCloseTo(1, 12);
    // (s(50 %) + 0.1) ÷ (s(80 %) + 0.1) = 0.6409 ÷ 0.2741, to the power of 0.3.
    expect(confidence.widthOf(0.5)).toBeCloseTo((0.6409 / 0.2741) ** 0.3, 3);
  });

  it('is learnt: it rises with a team whose unsure issues scatter more, and falls where confidence meant nothing', () => {
    const telling = madeUpHistory(1000, 9, { spread: 0.4, width: (confidence) => claim(confidence) });
    expect(learn(telling, today).confidence.exponent).toBeGreaterThan(0.6);
    const idle = madeUpHistory(1000, 9, { width: () => 1 });
    expect(learn(idle, today).confidence.exponent).toBeLessThan(0.15);
  });

  it('does not punish a team that always writes the same', () => {
    const always = (percent: number) => madeUpHistory(300, 11).map((task) => ({ ...task, confidence: percent / 100 }));
    for (const percent of [50, 80, 95]) {
      expect(learn(always(percent), today).confidence.widthOf(percent / 100)).toBeCloseTo(1, 1);
    }
  });

  it('never lets 100 % mean that nothing can go wrong', () => {
    expect(learn([], today).confidence.widthOf(1)).toBeGreaterThan(0.5);
  });
});

describe('the capacity that a team really has', () => {
  it('is as planned while nothing is known', () => {
    expect(learnCapacityHabit([])).toEqual({ bias: 0, spread: 0 });
    expect(learnCapacityHabit([{ planned: 0, worked: 10 }])).toEqual({ bias: 0, spread: 0 });
  });

  it('is shrunk to as planned, worth three sprints', () => {
    // Three sprints at exp(−0.2): bias −0.2 × 3 ÷ 6 = −0.1.
    const habit = learnCapacityHabit(Array.from({ length: 3 }, () => ({ planned: 100, worked: 100 * Math.exp(-0.2) })));
    expect(habit.bias).toBeCloseTo(-0.1, 12);
    // (3 × (0.15² + 0.1²) + 3 × 0.1²) ÷ 6 = 0.02125, × (1 + 1 ÷ 6).
    expect(habit.spread).toBeCloseTo(Math.sqrt((0.02125 * 7) / 6), 12);
  });
});
