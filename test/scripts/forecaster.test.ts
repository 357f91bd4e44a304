import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

function ask(...lines: string[]): unknown[] {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['scripts/forecaster.mjs'], {
    cwd: root,
    input: lines.map((line) => `${line}\n`).join(''),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

const past = {
  estimate: 4,
  actual: 8,
  developer: 'ada',
  type: 'Bug',
  project: 'SHOP',
  sprint: 'S1',
  start: '2026-11-02',
  end: '2026-11-06',
};
const question = (history: unknown[], more = {}) =>
  JSON.stringify({
    now: '2026-11-21',
    history,
    tasks: [{ estimate: 4, confidence: 0.8, developer: 'ada', type: 'Bug', project: 'SHOP' }],
    capacities: [2, 8, 80],
    ...more,
  });

describe('npm run forecaster', () => {
  it('learns from 2,000 finished issues and answers a sprint of 60 in 10 ms, or 15 on a slower machine', () => {
    const timer = path.join(__dirname, 'forecast-timer.mjs');
    const { stdout, stderr } = spawnSync(process.execPath, [timer], { cwd: root, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(Number(stdout)).toBeGreaterThan(0);
    expect(Number(stdout)).toBeLessThan(15);
  });

  it('answers a line for a line, in their order, and a bad line does not end it', () => {
    const [known, notJson, notAQuestion, negative, young] = ask(
      question(Array.from({ length: 50 }, () => ({ ...past, confidence: 0.5 }))),
      '{"now":',
      '{"now":"2026-11-21"}',
      question([], { tasks: [{ estimate: -1, confidence: 0.8, developer: '', type: '', project: '' }] }),
      question([]),
    );
    // 50 issues of 4 h that took 8 h each.
    expect(known).toMatchObject({ tasks: [{ p50: expect.closeTo(8, 0) }] });
    expect(notJson).toEqual({ error: expect.stringContaining('not JSON') });
    expect(notAQuestion).toEqual({ error: expect.stringContaining('history') });
    expect(negative).toEqual({ error: expect.stringContaining('tasks[0].estimate') });
    // A team that has finished nothing: exp(−0.08) of the estimate.
    expect(young).toMatchObject({ tasks: [{ p50: expect.closeTo(4 * Math.exp(-0.08), 3) }] });
  });

  it('gives all that the judge reads, rising with its probability', () => {
    const [answer] = ask(question([past, { ...past, actual: 0 }])) as [
      { tasks: Record<string, number>[]; probabilities: number[]; total: Record<string, number> },
    ];
    expect(Object.keys(answer.tasks[0] ?? {})).toEqual(['p10', 'p25', 'p50', 'p75', 'p90']);
    expect(Object.keys(answer.total)).toEqual(['p50', 'p80', 'p95']);
    for (const numbers of [Object.values(answer.tasks[0] ?? {}), answer.probabilities, Object.values(answer.total)]) {
      expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
    }
    expect(answer.probabilities).toHaveLength(3);
  });
});
