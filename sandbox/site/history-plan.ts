import type { Worker } from './history-team';
import { type Dice, happens, normal, oneOf } from './seeded-dice';

/** An issue of the team with a past, as it was planned, and how long it will take. Hours everywhere. */
export interface PlannedIssue {
  number: number;
  type: 'Story' | 'Task' | 'Bug';
  summary: string;
  worker: Worker;
  /** As it was when work began. */
  estimate: number | null;
  /** The work that is in it, of which its people know nothing yet. */
  work: number;
  /** Some forget to log their time. */
  isLogged: boolean;
  /** The working day of the sprint on which it came in; 0 is before the start. */
  addedOnDay: number;
}

const sizes: Readonly<Record<PlannedIssue['type'], readonly [number, ...number[]]>> = {
  Story: [12, 16, 16, 20, 24, 32, 40],
  Task: [6, 8, 12, 16, 24],
  Bug: [3, 4, 6, 8, 12, 16],
};

/** Estimated hours that somebody takes into a sprint: meetings and what is no issue takes the rest of two weeks. */
const hoursASprint = 38;

/**
 * What somebody takes into a sprint beside what was carried over.
 * @param carried hours of the estimates that are still open
 * @param factor what everything takes longer in this sprint
 * @param nextNumber gives the number of each issue's key
 */
export function planOf(
  worker: Worker,
  carried: number,
  factor: number,
  dice: Dice,
  nextNumber: () => number,
): PlannedIssue[] {
  const planned: PlannedIssue[] = [];
  let hours = carried;
  while (hours < hoursASprint - 6) {
    const size = sizeOf(dice);
    // What is too large for the rest of the sprint waits for another one; something small fits nearly always.
    if (hours > 0 && hours + size.hours > hoursASprint + 8) {
      hours += 4;
      continue;
    }
    hours += size.hours;
    const isExact = dice(100) < 35;
    const work = size.hours * (isExact ? 1 : ratioOf(worker, size, factor, dice));
    const number = nextNumber();
    planned.push({
      number,
      type: size.type,
      summary: summaryOf(size.type, number),
      worker,
      estimate: happens(dice, 30) ? null : size.hours,
      work: Math.max(0.5, quarters(work)),
      isLogged: !happens(dice, 22),
      addedOnDay: size.type === 'Bug' && happens(dice, 4) ? 1 + dice(5) : 0,
    });
  }
  return planned;
}

function sizeOf(dice: Dice): { type: PlannedIssue['type']; hours: number } {
  const type: PlannedIssue['type'] = oneOf(dice, ['Story', 'Story', 'Story', 'Task', 'Bug']);
  return { type, hours: oneOf(dice, sizes[type]) };
}

/** A lognormal: small issues take longer than said and large ones do not, bugs hide more, and people differ. */
function ratioOf(
  { bias, spread }: Worker,
  { type, hours }: { type: PlannedIssue['type']; hours: number },
  factor: number,
  dice: Dice,
): number {
  const mean = bias + (type === 'Bug' ? 0.1 : 0) - 0.3 * Math.log(hours / 14);
  return Math.min(4, factor * Math.exp(mean + spread * normal(dice)));
}

/** Nobody logs less than a quarter of an hour. */
function quarters(hours: number): number {
  return Math.round(hours * 4) / 4;
}

const things = [
  'the tracking page',
  'the delivery window',
  'the depot list',
  'the driver app',
  'the label printer',
  'the route planner',
  'the customs form',
  'the parcel shop map',
  'the return label',
  'the pickup time',
  'the damage report',
] as const;
const verbs = {
  Story: ['Show', 'Let customers choose', 'Translate', 'Send a mail about', 'Let drivers see', 'Search in', 'Share'],
  Task: ['Measure', 'Move', 'Document', 'Back up', 'Upgrade', 'Clean up', 'Test'],
  Bug: ['Wrong time in', 'Empty page after', 'Error with accents in', 'Slow answer of', 'Two entries in', 'No text in'],
} as const;
const places = ['for companies', 'on small phones', 'in the north', 'for guests', 'at night'] as const;

/** The counts have no common divisor, so it takes long until one comes again. */
export function summaryOf(type: PlannedIssue['type'], number: number): string {
  const verb = verbs[type][number % verbs[type].length] ?? '';
  return `${verb} ${things[number % things.length] ?? ''} ${places[number % places.length] ?? ''}`;
}
