import { supportedLocale } from '../../../../src/estimation/hours';

/** A score between 0 and 1, with three decimals. */
export function scoreText(score: number, locale: string): string {
  return new Intl.NumberFormat(supportedLocale(locale), { minimumFractionDigits: 3, maximumFractionDigits: 3 }).format(
    score,
  );
}
