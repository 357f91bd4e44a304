import { readFileSync } from 'node:fs';
import path from 'node:path';

import { parse } from 'csv-parse/sync';

import type { FinishedTask } from '../../../src/estimation/chance/finished-task';
import { forecastSprint } from '../../../src/estimation/chance/forecast-sprint';
import { forecastTask } from '../../../src/estimation/chance/forecast-task';
import { learn } from '../../../src/estimation/chance/learn';

/** A slice of ../shared/data: the judge there (judge_dev.py) scores all of it, this only sees that nothing has come loose. */
const csv = readFileSync(path.resolve(__dirname, '../../../../shared/data/sip_dev.csv'), 'utf8');

interface Past extends FinishedTask {
  readonly sprint: string;
  readonly start: string;
}

function pastTasks(): Past[] {
  const rows = parse<Record<string, string>>(csv, { columns: true });
  const text = (row: Record<string, string>, column: string) => row[column] ?? '';
  return rows.map((row) => ({
    estimate: Number(row['estimate']),
    actual: Number(row['actual']),
    confidence: null,
    assignee: text(row, 'developer') || null,
    type: text(row, 'category') || null,
    project: text(row, 'project') || null,
    sprint: text(row, 'sprint_id'),
    start: text(row, 'start_date'),
    end: text(row, 'end_date'),
  }));
}

describe('on the work of a real team', () => {
  it('the chance is better than tossing a coin, and the ranges hold about what they say', () => {
    const tasks = pastTasks();
    const sprints = new Map<string, Past[]>();
    for (const task of tasks) sprints.set(task.sprint, [...(sprints.get(task.sprint) ?? []), task]);
    const asked = [...sprints.values()]
      .map((work) => ({ work, start: work.map(({ start }) => start).toSorted()[0] ?? '' }))
      .filter(({ work }) => work.length >= 5 && work.length <= 200)
      .toSorted((one, other) => one.start.localeCompare(other.start))
      .slice(30, 60);
    let [squares, base, held, count] = [0, 0, 0, 0];
    for (const { work, start } of asked) {
      const learnt = learn(
        tasks.filter(({ end }) => end < start),
        start,
      );
      const forecasts = work.map((task) => forecastTask(learnt, { ...task, confidence: 0.8 }));
      const { chance } = forecastSprint(learnt, forecasts);
      const estimates = work.reduce((sum, { estimate }) => sum + estimate, 0);
      const actuals = work.reduce((sum, { actual }) => sum + actual, 0);
      for (const part of [0.7, 0.85, 1, 1.15, 1.35, 1.6]) {
        const came = actuals <= part * estimates ? 1 : 0;
        squares += (chance(part * estimates) - came) ** 2;
        base += 0.25;
      }
      forecasts.forEach(({ quantile }, index) => {
        const { actual } = work[index] ?? { actual: NaN };
        count += 1;
        if (quantile(0.1) <= actual && actual <= quantile(0.9)) held += 1;
      });
    }
    expect(asked).toHaveLength(30);
    expect(squares / base).toBeLessThan(0.8);
    expect(held / count).toBeGreaterThan(0.72);
    expect(held / count).toBeLessThan(0.9);
  });
});
