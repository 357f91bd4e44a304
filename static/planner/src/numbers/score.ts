import { supportedLocale } from '../../../../src/estimation/hours';

/** A score between 0 and 1, with two decimals. */
export function scoreText(score: number, locale: string): string {
  return new Intl.NumberFormat(supportedLocale(locale), { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    score,
  );
}
