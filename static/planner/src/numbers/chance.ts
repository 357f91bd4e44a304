import type { NumberStyle } from '../../../../src/estimation/hours';

/** Beyond these a chance would say more than can be known. */
const least = 0.05;
const most = 0.95;

/**
 * A chance as people read it: whole percents, and never 0 % or 100 %.
 *
 * @param fraction from 0 to 1
 */
export function chance(fraction: number, { percent }: Pick<NumberStyle, 'percent'>): string {
  if (fraction < least) return `<\u00a0${percent(least)}`;
  if (fraction > most) return `>\u00a0${percent(most)}`;
  return percent(fraction);
}
