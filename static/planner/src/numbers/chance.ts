import type { NumberStyle } from '../../../../src/estimation/hours';

/** Beyond these a chance would say more than can be known. */
export const leastChance = 0.05;
export const mostChance = 0.95;

/**
 * A chance as people read it: whole percents, and never 0 % or 100 %.
 *
 * @param fraction from 0 to 1
 */
export function chance(fraction: number, { percent }: Pick<NumberStyle, 'percent'>): string {
  if (fraction < leastChance) return `<\u00a0${percent(leastChance)}`;
  if (fraction > mostChance) return `>\u00a0${percent(mostChance)}`;
  return percent(fraction);
}
