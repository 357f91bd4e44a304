import fc from 'fast-check';

import { forecastTask } from '../../../src/estimation/chance/forecast-task';
import { learn } from '../../../src/estimation/chance/learn';
import { finished, madeUpHistory, planned, today } from './made-up-history';

const hours = fc.double({ min: 0.01, max: 10_000, noNaN: true });
const confidence = fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100);
const history = fc.array(
  fc
    .record({ estimate: hours, actual: fc.oneof(hours, fc.constant(0)), confidence: fc.option(confidence) })
    .map(({ estimate, actual, ...more }) => finished(estimate, actual, { ...more, assignee: 'ada', sprint: 'S1' })),
  { maxLength: 12 },
);
const levels = [0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99];

describe('the forecast of one issue', () => {
  it('is a finite number of hours that rises with its probability, whatever is known and asked', () => {
    fc.assert(
      fc.property(history, hours, confidence, fc.option(hours), (past, estimate, sure, spent) => {
        const learnt = learn(past, today);
        const task = planned(estimate, { confidence: sure, assignee: 'ada', ...(spent === null ? {} : { spent }) });
        const { quantile, similar, ratio, left } = forecastTask(learnt, task);
        const quantiles = levels.map(quantile);
        for (const each of [...quantiles, similar, ratio.p10, ratio.p90, left]) expect(each).toBeGreaterThanOrEqual(0);
        for (const each of quantiles) expect(Number.isFinite(each)).toBe(true);
        expect(quantiles).toEqual(quantiles.toSorted((one, other) => one - other));
      }),
    );
  });

  it('is a distribution: the points that sums are made of come to 1', () => {
    fc.assert(
      fc.property(history, hours, confidence, fc.option(hours), (past, estimate, sure, spent) => {
        const task = planned(estimate, { confidence: sure, ...(spent === null ? {} : { spent }) });
        let sum = 0;
        let least = Infinity;
        forecastTask(learn(past, today), task).eachPoint((at, probability) => {
          least = Math.min(least, at);
          sum += probability;
        });
        expect(sum).toBeCloseTo(1, 6);
        expect(least).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is never wider for a higher confidence', () => {
    fc.assert(
      fc.property(history, hours, confidence, confidence, (past, estimate, one, other) => {
        const learnt = learn(past, today);
        const width = (sure: number) => {
          const { quantile } = forecastTask(learnt, planned(estimate, { confidence: sure }));
          return quantile(0.9) - quantile(0.1);
        };
        expect(width(Math.max(one, other))).toBeLessThanOrEqual(width(Math.min(one, other)) * (1 + 1e-6));
      }),
    );
  });

  it('takes more in all the more is spent on it, and always more than that', () => {
    const learnt = learn(madeUpHistory(100, 5), today);
    fc.assert(
      fc.property(hours, hours, fc.constantFrom(...levels), (one, other, level) => {
        const given = (spent: number) => forecastTask(learnt, planned(8, { spent })).quantile(level);
        expect(given(Math.max(one, other))).toBeGreaterThanOrEqual(given(Math.min(one, other)) * (1 - 1e-6));
        expect(given(one)).toBeGreaterThanOrEqual(one);
      }),
    );
  });

  it('of what is done is what was spent, and nothing is left', () => {
    const forecast = forecastTask(learn([], today), planned(8, { spent: 5, done: true }));
    expect([forecast.quantile(0.1), forecast.quantile(0.9), forecast.left]).toEqual([5, 5, 0]);
  });

  it('of a team that has finished nothing is the prior: half of the issues take 8 % less, and 80 % from 0.26 to 3.3 times', () => {
    // ln ratio: −0.08 ± 0.87 × 1.476, the 90 % point of Student's t with 5 degrees of freedom (R: qt(0.9, 5)).
    const { quantile, ratio, similar } = forecastTask(learn([], today), planned(10));
    expect(quantile(0.5)).toBeCloseTo(10 * Math.exp(-0.08), 6);
    expect(ratio.p10).toBeCloseTo(Math.exp(-0.08 - 0.87 * 1.475884), 5);
    expect(ratio.p90).toBeCloseTo(Math.exp(-0.08 + 0.87 * 1.475884), 5);
    expect(similar).toBe(0);
  });

  it('keeps the spike of a team whose issues often take exactly their estimate', () => {
    const half = Array.from({ length: 200 }, (_, index) => finished(4, index % 4 < 2 ? 4 : index % 4 === 2 ? 2 : 8));
    const { quantile, similar } = forecastTask(learn(half, today), planned(4));
    expect(quantile(0.4)).toBeCloseTo(4, 6);
    expect(quantile(0.6)).toBeCloseTo(4, 6);
    expect(similar).toBeCloseTo(200, 6);
  });

  it('finds the range of a team with enough finished issues', () => {
    // Log ratios are normal with mean 0.3 and spread 0.5: P10 and P90 are exp(0.3 ∓ 1.2816 × 0.5) = 0.71 and 2.56.
    const { ratio } = forecastTask(learn(madeUpHistory(2000, 3, { mean: 0.3 }), today), planned(4));
    expect(ratio.p10).toBeGreaterThan(0.62);
    expect(ratio.p10).toBeLessThan(0.8);
    expect(ratio.p90).toBeGreaterThan(2.2);
    expect(ratio.p90).toBeLessThan(2.95);
  });

  it('tells what issues like it took, whatever confidence this one has', () => {
    const learnt = learn(madeUpHistory(100, 3), today);
    const ratios = [0.2, 0.8, 0.95].map((confidence) => forecastTask(learnt, { ...planned(4), confidence }).ratio);
    expect(ratios).toEqual([ratios[0], ratios[0], ratios[0]]);
  });

  it('scales: hours, half-hours or points give the same ratios', () => {
    const past = madeUpHistory(60, 8);
    const scaled = past.map((task) => ({ ...task, estimate: task.estimate * 7, actual: task.actual * 7 }));
    const one = forecastTask(learn(past, today), planned(3));
    const other = forecastTask(learn(scaled, today), planned(21));
    for (const level of levels) expect(other.quantile(level) / one.quantile(level)).toBeCloseTo(7, 5);
  });

  it('looks at the same person’s issues first', () => {
    const past = [
      ...Array.from({ length: 40 }, () => finished(4, 4, { assignee: 'ada' })),
      ...Array.from({ length: 40 }, () => finished(4, 12, { assignee: 'noor' })),
    ];
    const learnt = learn(past, today);
    const median = (assignee: string) => forecastTask(learnt, planned(4, { assignee })).quantile(0.5);
    expect(median('ada')).toBeCloseTo(4, 1);
    expect(median('noor')).toBeCloseTo(12, 1);
  });
});
