import { rulerMarks } from '../../../../src/estimation/ruler';
import type { NumberStyle } from '../../../../src/estimation/hours';
import { chance, leastChance, mostChance } from './chance';

/** The two numbers that say how sure a list is. */
export type Sure = 'ratio' | 'chance';

/** What a figure must not be rounded up to, besides what is wanted. */
const steps = [...rulerMarks.map(({ atLeast }) => atLeast), 1];

/** Rounding errors are far below this, anything shown far above it. */
const sameFraction = 1e-9;

/**
 * How sure a list is in whole percents, the same wherever it is shown: rounded, but on the side of each mark and of what is
 * wanted on which it is. 79.8 % is not yet 80 % where 80 % is asked for, and only all of it is 100 %.
 *
 * @param fraction of `what`
 * @param desired fraction
 */
export function wholeSure(fraction: number, what: Sure, desired: number): number {
  // What is beyond is said in words, and is one and the same.
  if (what === 'chance' && fraction < leastChance) return 0;
  if (what === 'chance' && fraction > mostChance) return 1;
  const rounded = Math.round(fraction * 100) / 100;
  if ([...steps, desired].some((step) => fraction < step - sameFraction && rounded >= step)) return rounded - 0.01;
  return rounded === 0 && fraction > 0 ? 0.01 : rounded;
}

/** The same as people read it. */
export function sureText(fraction: number, what: Sure, desired: number, numbers: Pick<NumberStyle, 'percent'>): string {
  const whole = wholeSure(fraction, what, desired);
  return what === 'chance' ? chance(whole, numbers) : numbers.percent(whole);
}

/** How many points it is short of what is wanted, as shown; 0 is less than half a point. null: it is enough. */
export function pointsUnder(fraction: number, what: Sure, desired: number): number | null {
  const under = desired - fraction;
  if (under <= sameFraction) return null;
  // What is beyond the end of a chance is written as one and the same, and short of more than that all the same.
  const shown = what === 'chance' && fraction > mostChance ? fraction : wholeSure(fraction, what, desired);
  return under < 0.005 ? 0 : Math.max(1, Math.round((desired - shown) * 100));
}
