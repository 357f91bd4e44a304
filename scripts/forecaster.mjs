import { createInterface } from 'node:readline';
import { z } from 'zod';
import { inRoot, isStarted } from './root.mjs';
import { runScript } from './say.mjs';

/** @typedef {typeof import('../src/estimation/chance/learn') & typeof import('../src/estimation/chance/forecast-task') & typeof import('../src/estimation/chance/forecast-sprint')} Forecaster */

// '' is nobody, and nothing; what is read of thousands of tasks is only checked here and put right where it is copied.
const name = z.string().nullish();
const hours = z.number().positive();
const confidence = z.number().gt(0).max(1);
const date = z.iso.date();

/** Of a task that says none. */
const usualConfidence = 0.8;

const traits = { estimate: hours, developer: name, type: name, project: name };

const question = z.object({
  now: date,
  history: z.array(
    z.object({
      ...traits,
      actual: z.number().nonnegative(),
      confidence: confidence.nullish(),
      sprint: name,
      start: z.union([z.literal(''), date]).nullish(),
      end: date,
    }),
  ),
  tasks: z.array(z.object({ ...traits, confidence: confidence.nullish(), spent: z.number().nonnegative().default(0) })),
  capacities: z.array(z.number().nonnegative()).default([]),
});

/** @typedef {z.infer<typeof question>} Question */

/** @param {string | null | undefined} text */
const named = (text) => (text === '' ? null : (text ?? null));

/**
 * Answers one question: ranges of the tasks, the chance of each capacity, and the total's quantiles.
 *
 * @param {Forecaster} forecaster
 * @param {Question} question
 */
export function answer({ learn, forecastTask, forecastSprint }, { now, history, tasks, capacities }) {
  const learnt = learn(
    // Property by property: 2,000 copies of whole objects would take as long as the forecast.
    history.map((task) => ({
      estimate: task.estimate,
      actual: task.actual,
      confidence: task.confidence ?? null,
      assignee: named(task.developer),
      type: named(task.type),
      project: named(task.project),
      sprint: named(task.sprint),
      start: named(task.start),
      end: task.end,
    })),
    now,
  );
  const forecasts = tasks.map(({ estimate, confidence, spent, developer, type, project }) =>
    forecastTask(learnt, {
      estimate,
      confidence: confidence ?? usualConfidence,
      spent,
      assignee: named(developer),
      type: named(type),
      project: named(project),
    }),
  );
  const sprint = forecastSprint(learnt, forecasts);
  return {
    tasks: forecasts.map(({ quantile }) => ({
      p10: quantile(0.1),
      p25: quantile(0.25),
      p50: quantile(0.5),
      p75: quantile(0.75),
      p90: quantile(0.9),
    })),
    probabilities: capacities.map((capacity) => sprint.chance(capacity)),
    total: { p50: sprint.quantile(0.5), p80: sprint.quantile(0.8), p95: sprint.quantile(0.95) },
  };
}

/**
 * One line in, one line out. What cannot be answered is said, and the next line is read.
 *
 * @param {Forecaster} forecaster
 * @param {string} line
 */
function answerLine(forecaster, line) {
  try {
    const parsed = question.safeParse(JSON.parse(line));
    return parsed.success ? answer(forecaster, parsed.data) : { error: z.prettifyError(parsed.error) };
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return { error: `This line is not JSON: ${cause.message}` };
  }
}

/**
 * The product's own code, built in memory: there is nothing to build first, and nothing is left behind.
 *
 * @returns {Promise<Forecaster>}
 */
export async function loadForecaster() {
  const { build } = await import('esbuild');
  const rooms = ['learn', 'forecast-task', 'forecast-sprint'];
  const { outputFiles } = await build({
    stdin: {
      contents: rooms.map((file) => `export * from './${file}';`).join('\n'),
      resolveDir: inRoot('src/estimation/chance'),
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'silent',
    write: false,
  });
  const code = outputFiles[0]?.text ?? '';
  /** @type {Forecaster} */
  const forecaster = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
  return forecaster;
}

/** npm run --silent forecaster: one JSON object a line on standard input, one a line on standard output, in the same order. */
if (isStarted(import.meta.url)) {
  await runScript(async () => {
    const forecaster = await loadForecaster();
    for await (const line of createInterface({ input: process.stdin })) {
      if (line.trim() === '') continue;
      process.stdout.write(`${JSON.stringify(answerLine(forecaster, line))}\n`);
    }
  });
}
