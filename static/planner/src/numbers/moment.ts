import { supportedLocale } from '../../../../src/estimation/hours';

/**
 * A date with its time of day, '5 Mar 2026, 14:02'.
 *
 * @param iso as the server gives it
 * @param timeZone the reader's, as Jira has it
 */
export function momentText(iso: string, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(supportedLocale(locale), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(iso));
}
