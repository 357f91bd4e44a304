import fc from 'fast-check';

import type { PlannedTask } from '../../../src/estimation/chance/finished-task';
import { chancesToHere, forecastSprint } from '../../../src/estimation/chance/forecast-sprint';
import { forecastTask, type TaskForecast } from '../../../src/estimation/chance/forecast-task';
import { learn, type Learnt } from '../../../src/estimation/chance/learn';
import { normalCdf } from '../../../src/estimation/chance/normal';
import { chanceNumbers, finished, madeUpHistory, normalNumber, planned, today } from './made-up-history';

const people = ['ada', 'noor', 'lin', null];
const task = fc
  .record({
    estimate: fc.double({ min: 0.01, max: 200, noNaN: true }),
    confidence: fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100),
    assignee: fc.constantFrom(...people),
    spent: fc.option(fc.double({ min: 0, max: 300, noNaN: true })),
    done: fc.boolean(),
  })
  .map(({ estimate, spent, ...more }) => planned(estimate, { ...more, ...(spent === null ? {} : { spent }) }));
const tasks = fc.array(task, { maxLength: 8 });
const capacity = fc.double({ min: 0, max: 2000, noNaN: true });

const young = learn([], today);
const known = learn(madeUpHistory(300, 21, { mean: 0.1, spread: 0.7, common: 0.2 }), today);
const learnt = fc.constantFrom(young, known);

const forecastsOf = (team: Learnt, all: readonly PlannedTask[]) => all.map((each) => forecastTask(team, each));

/** A sprint costs a millisecond or ten: enough of them, and no more. */
const few = { numRuns: 40 };

/** Rounding between two grids of a total, far below the 0.005 that is asked for. */
const rounding = 2e-4;

describe('the chance to finish a sprint', () => {
  it('is a probability, and never falls when there is more capacity', () => {
    fc.assert(
      fc.property(learnt, tasks, capacity, capacity, (team, all, one, other) => {
        const { chance } = forecastSprint(team, forecastsOf(team, all));
        const [low, high] = [chance(Math.min(one, other)), chance(Math.max(one, other))];
        for (const each of [low, high]) {
          expect(each).toBeGreaterThanOrEqual(0);
          expect(each).toBeLessThanOrEqual(1);
        }
        expect(low).toBeLessThanOrEqual(high + rounding);
      }),
      few,
    );
  });

  it('never rises down the list, and at its end is the chance of all of it', () => {
    fc.assert(
      fc.property(learnt, tasks, capacity, (team, all, hours) => {
        const forecasts = forecastsOf(team, all);
        const down = chancesToHere(team, forecasts, hours);
        expect(down).toHaveLength(all.length);
        expect(down).toEqual(down.toSorted((one, other) => other - one));
        const last = down.at(-1) ?? 1;
        expect(Math.abs(last - forecastSprint(team, forecasts).chance(hours))).toBeLessThan(0.004);
      }),
      few,
    );
  });

  it('is never raised by one more issue, wherever it is put', () => {
    fc.assert(
      fc.property(learnt, tasks, task, capacity, (team, all, one, hours) => {
        const without = forecastSprint(team, forecastsOf(team, all)).chance(hours);
        expect(forecastSprint(team, forecastsOf(team, [...all, one])).chance(hours)).toBeLessThan(without + rounding);
        // Down a list the chances are cut to fall, so the list with the issue is held against the list without.
        const inFront = chancesToHere(team, forecastsOf(team, [one, ...all]), hours).at(-1) ?? 1;
        expect(inFront).toBeLessThan(without + rounding);
      }),
      few,
    );
  });

  it('does not depend on the order of the issues', () => {
    fc.assert(
      fc.property(learnt, tasks, capacity, (team, all, hours) => {
        const forecasts = forecastsOf(team, all);
        const chance = (list: TaskForecast[]) => forecastSprint(team, list).chance(hours);
        expect(chance(forecasts.toReversed())).toBeCloseTo(chance(forecasts), 9);
      }),
      few,
    );
  });

  it('gives hours that rise with the probability, and whose chance is that probability', () => {
    fc.assert(
      fc.property(learnt, fc.array(task, { minLength: 1, maxLength: 6 }), (team, all) => {
        const sprint = forecastSprint(team, forecastsOf(team, all));
        const hours = [0.05, 0.5, 0.8, 0.95].map(sprint.quantile);
        expect(hours).toEqual(hours.toSorted((one, other) => one - other));
        const left = all.some(({ done }) => done !== true);
        if (left) expect(sprint.chance(sprint.quantile(0.8))).toBeCloseTo(0.8, 2);
      }),
      { numRuns: 15 },
    );
  });

  it('is what it was when it is asked again', () => {
    const all = Array.from({ length: 20 }, (_, index) => planned(1 + index));
    const ask = () => chancesToHere(known, forecastsOf(known, all), 150);
    expect(ask()).toEqual(ask());
  });

  it('of nothing, or of what is done, is certain', () => {
    expect(forecastSprint(known, []).chance(0)).toBe(1);
    expect(forecastSprint(known, []).quantile(0.8)).toBe(0);
    const done = forecastsOf(known, [planned(8, { done: true }), planned(4, { done: true })]);
    expect(forecastSprint(known, done).chance(0)).toBe(1);
    expect(chancesToHere(known, done, 0)).toEqual([1, 1]);
    expect(chancesToHere(known, forecastsOf(known, [planned(8, { done: true }), planned(4)]), 0)).toEqual([1, 0]);
  });

  it('of a team that is always exactly right nears the ratio’s step, as far as its prior lets it', () => {
    const exact = Array.from({ length: 2000 }, (_, index) =>
      finished(1 + (index % 8), 1 + (index % 8), { sprint: `S${index % 200}` }),
    );
    const team = learn(exact, today);
    const sprint = forecastSprint(
      team,
      forecastsOf(
        team,
        Array.from({ length: 20 }, () => planned(4, { confidence: 1 })),
      ),
    );
    expect(sprint.chance(70)).toBeLessThan(0.05);
    expect(sprint.chance(90)).toBeGreaterThan(0.95);
  });

  it('of a team that has finished nothing is wide: half of the sprints take about their estimates, four of five up to 1.7 times', () => {
    const sprint = forecastSprint(
      young,
      forecastsOf(
        young,
        Array.from({ length: 20 }, () => planned(5)),
      ),
    );
    expect(sprint.quantile(0.5) / 100).toBeGreaterThan(0.9);
    expect(sprint.quantile(0.5) / 100).toBeLessThan(1.15);
    expect(sprint.quantile(0.8) / 100).toBeGreaterThan(1.3);
    expect(sprint.quantile(0.8) / 100).toBeLessThan(1.8);
  });

  it('counts with the capacity that the team really has', () => {
    const past = Array.from({ length: 30 }, () => ({ planned: 100, worked: 80 }));
    const history = madeUpHistory(300, 21);
    const [planning, habit] = [learn(history, today), learn(history, today, past)];
    const all = Array.from({ length: 20 }, () => planned(4));
    const chance = (team: Learnt) => forecastSprint(team, forecastsOf(team, all)).chance(90);
    expect(chance(habit)).toBeLessThan(chance(planning) - 0.1);
    // The work is what it is; only the capacity is less.
    expect(forecastSprint(habit, forecastsOf(habit, all)).quantile(0.8)).toBeCloseTo(
      forecastSprint(planning, forecastsOf(planning, all)).quantile(0.8),
      9,
    );
  });

  it('stays a number for extreme estimates side by side, and for 500 of them', () => {
    const all = Array.from({ length: 500 }, (_, index) => planned(index % 2 === 0 ? 0.01 : 10_000));
    const forecasts = forecastsOf(known, all);
    for (const hours of [0.001, 1, 10_000, 1e7, Infinity]) {
      const chance = forecastSprint(known, forecasts).chance(hours);
      expect(chance).toBeGreaterThanOrEqual(0);
      expect(chance).toBeLessThanOrEqual(1);
      expect(chancesToHere(known, forecasts, hours).every((each) => each >= 0 && each <= 1)).toBe(true);
    }
  });
});

describe('the sum of the issues is exact to 0.005', () => {
  const mixed = Array.from({ length: 60 }, (_, index) =>
    planned([0.5, 1, 2, 4, 8, 16][index % 6] ?? 1, {
      assignee: people[index % 4] ?? null,
      confidence: 0.4 + (index % 6) / 10,
    }),
  );

  // Numbers by NumPy and SciPy from the distributions themselves: totals.py beside this.
  it.each([
    [1, [0.2, 0.5, 2], [0.35905, 0.63577, 0.90389]],
    [5, [6, 10, 15, 25], [0.08832, 0.29688, 0.53029, 0.77098]],
    [60, [220, 280, 320, 400, 520], [0.05352, 0.20481, 0.33623, 0.56954, 0.76784]],
    [200, [950, 1100, 1300, 1700], [0.10287, 0.23203, 0.42984, 0.72275]],
  ])('of a team that has finished nothing, against SciPy: %d issues', (count, capacities, expected) => {
    const forecasts = forecastsOf(
      young,
      Array.from({ length: count }, (_, index) => mixed[index % 60]).filter((each) => each !== undefined),
    );
    const sprint = forecastSprint(young, forecasts);
    capacities.forEach((hours, index) => {
      for (const chance of [sprint.chance(hours), chancesToHere(young, forecasts, hours).at(-1) ?? NaN])
        expect(Math.abs(chance - (expected[index] ?? NaN))).toBeLessThan(0.003);
    });
  });

  it.each([
    ['sixty issues of a team that is known', known, mixed],
    ['begun and not begun', known, mixed.slice(0, 12).map((each, index) => ({ ...each, spent: index }))],
  ])('against a convolution on a fine grid: %s', (_, team, all) => {
    const forecasts = forecastsOf(team, all);
    const sprint = forecastSprint(team, forecasts);
    const capacities = [0.1, 0.3, 0.5, 0.8, 0.95].map(sprint.quantile);
    const reference = convolution(forecasts, team.commonSpread, capacities);
    capacities.forEach((hours, index) => {
      expect(Math.abs(sprint.chance(hours) - (reference[index] ?? NaN))).toBeLessThan(0.005);
      expect(Math.abs((chancesToHere(team, forecasts, hours).at(-1) ?? NaN) - (reference[index] ?? NaN))).toBeLessThan(
        0.005,
      );
    });
  });

  it('against a simulation from the quantiles of the issues', () => {
    const team = learn(madeUpHistory(2000, 31, { spread: 0.8, common: 0.15 }), today);
    const forecasts = forecastsOf(team, mixed.slice(0, 6));
    // Forty of six kinds. Their pull towards the usual total is exp(0.03 × ln(a few %)), which is nothing here.
    const all = Array.from({ length: 40 }, (_, index) => forecasts[index % 6] ?? forecasts[0]).filter(
      (each) => each !== undefined,
    );
    const levels = 4000;
    const tables = forecasts.map(({ quantile }) =>
      Float64Array.from({ length: levels }, (_, k) => quantile((k + 0.5) / levels)),
    );
    const next = chanceNumbers(17);
    const sprint = forecastSprint(team, all);
    const capacities = [0.2, 0.5, 0.8, 0.95].map(sprint.quantile);
    const held = capacities.map(() => 0);
    const draws = 40_000;
    for (let draw = 0; draw < draws; draw += 1) {
      let total = 0;
      for (let k = 0; k < all.length; k += 1) total += tables[k % 6]?.[Math.floor(next() * levels)] ?? NaN;
      total *= Math.exp(team.commonSpread * normalNumber(next));
      capacities.forEach((hours, k) => {
        if (total <= hours) held[k] = (held[k] ?? 0) + 1;
      });
    }
    // Three standard errors of the simulation are 0.0075 at the median; the convolutions above are exact.
    capacities.forEach((hours, k) => {
      expect(Math.abs(sprint.chance(hours) - (held[k] ?? NaN) / draws)).toBeLessThan(0.01);
    });
  }, 30_000);
});

describe('following a drag', () => {
  it('answers a sprint of 60 issues, and 2,000 rows, in time', () => {
    const team = learn(madeUpHistory(2000, 41), today);
    const rows = Array.from({ length: 2000 }, (_, index) =>
      planned(1 + (index % 16), { assignee: people[index % 4] ?? null }),
    );
    const forecasts = forecastsOf(team, rows);
    const best = (of: () => unknown) => Math.min(...Array.from({ length: 10 }, () => millisecondsOf(of)));
    // Far more than it takes (0.2 and 3 ms), as tests share the machine.
    expect(best(() => chancesToHere(team, forecasts.slice(0, 60), 500))).toBeLessThan(10);
    expect(best(() => chancesToHere(team, forecasts, 2000))).toBeLessThan(60);
  });
});

/** Of processor time: what else the machine does adds nothing to it. */
function millisecondsOf(act: () => unknown): number {
  const started = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

/**
 * The same chance in the plainest way: each issue's points rounded to a very fine grid, the sums one by one, and the
 * common factor in 400 steps.
 */
function convolution(forecasts: readonly TaskForecast[], spread: number, capacities: readonly number[]): number[] {
  const most = Math.max(...capacities) * Math.exp(5 * spread);
  const cells = 6000;
  const cell = most / cells;
  let total = Float64Array.of(1);
  for (const forecast of forecasts) {
    const points = new Map<number, number>();
    forecast.eachPoint((hours, probability) => {
      const at = Math.round(hours / cell);
      if (at < cells && probability > 1e-7) points.set(at, (points.get(at) ?? 0) + probability);
    });
    const reach = Math.min(cells, total.length + Math.max(0, ...points.keys()));
    const sum = new Float64Array(reach);
    for (const [at, probability] of points) {
      const end = Math.min(total.length, reach - at);
      for (let k = 0; k < end; k += 1) sum[at + k] = (sum[at + k] ?? 0) + probability * (total[k] ?? 0);
    }
    total = sum;
  }
  let below = 0;
  const upTo = total.map((probability) => (below += probability));
  return capacities.map((hours) => {
    let chance = 0;
    for (let step = 0; step < 400; step += 1) {
      const z = -6 + (step + 0.5) * 0.03;
      const fits = Math.floor((hours * Math.exp(-spread * z)) / cell);
      chance += (normalCdf(z + 0.015) - normalCdf(z - 0.015)) * (upTo[Math.min(fits, upTo.length - 1)] ?? 0);
    }
    return chance;
  });
}
