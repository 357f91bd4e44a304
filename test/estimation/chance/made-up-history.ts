import type { FinishedTask, PlannedTask } from '../../../src/estimation/chance/finished-task';

/** The day on which the tests ask. */
export const today = '2026-11-21';

export function finished(estimate: number, actual: number, more: Partial<FinishedTask> = {}): FinishedTask {
  return {
    estimate,
    actual,
    confidence: null,
    assignee: null,
    type: null,
    project: null,
    sprint: null,
    start: null,
    end: '2026-11-01',
    ...more,
  };
}

export function planned(estimate: number, more: Partial<PlannedTask> = {}): PlannedTask {
  return { estimate, confidence: 0.8, assignee: null, type: null, project: null, ...more };
}

/** Numbers in (0, 1) that are the same in every run (Park & Miller 1988). */
export function chanceNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Of two uniform numbers, one standard normal (Box & Muller 1958). */
export function normalNumber(next: () => number): number {
  return Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
}

export interface MadeUpTeam {
  /** Of the log ratio of actual to estimate. */
  mean?: number;
  spread?: number;
  /** Of what the ten tasks of a sprint have in common. */
  common?: number;
  /** How widely a task scatters for its confidence; without it no confidence is recorded. */
  width?: (confidence: number) => number;
  /** Change of the log ratio per unit of ln(hours) beyond 4 h. */
  slope?: number;
  /** What a person's tasks, and those of a type, add to the log ratio. */
  ofPerson?: Readonly<Record<string, number>>;
  ofType?: Readonly<Record<string, number>>;
}

const sizes = [1, 2, 4, 8, 16];
const people = ['ada', 'noor', 'lin'];

/** Tasks of a team whose numbers are known, ten a sprint, one sprint a week. */
export function madeUpHistory(count: number, seed: number, team: MadeUpTeam = {}): FinishedTask[] {
  const { mean = 0, spread = 0.5, common = 0, width, slope = 0, ofPerson = {}, ofType = {} } = team;
  const next = chanceNumbers(seed);
  let together = 0;
  return Array.from({ length: count }, (_, index) => {
    if (index % 10 === 0) together = common * normalNumber(next);
    const estimate = sizes[Math.floor(next() * sizes.length)] ?? 1;
    const confidence = width === undefined ? null : 0.1 + 0.8 * next();
    const wide = confidence === null || width === undefined ? 1 : width(confidence);
    const scatter = together + spread * wide * normalNumber(next);
    const assignee = people[Math.floor(next() * people.length)] ?? '';
    const type = next() < 0.5 ? 'Bug' : 'Story';
    const ratio = mean + slope * Math.log(estimate / 4) + (ofPerson[assignee] ?? 0) + (ofType[type] ?? 0) + scatter;
    const day = new Date(Date.UTC(2026, 10, 20) - Math.floor((count - index) / 10) * 7 * 86_400_000);
    return finished(estimate, estimate * Math.exp(ratio), {
      confidence,
      assignee,
      type,
      project: 'SHOP',
      sprint: `S${Math.floor(index / 10)}`,
      end: day.toISOString().slice(0, 10),
    });
  });
}
