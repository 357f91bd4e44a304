import { supportedLocale } from '../../../../src/estimation/hours';

/** Days of the calendar as people read them. A day is a date, so no clock and no time zone come into it. */

export interface DateStyle {
  /** 'Mon, 23 Nov 2026' */
  day(date: string): string;
  /** '23 – 27 Nov 2026'; one date only once */
  range(from: string, to: string): string;
  /** Monday first: 'Mon' and 'Monday'. */
  weekdays: readonly { readonly short: string; readonly long: string }[];
  /** An instant, on the reader's own clock. */
  instant(iso: string): string;
}

/** @param locale BCP 47, as Jira gives it */
export function dateStyle(locale: string): DateStyle {
  const tag = supportedLocale(locale);
  const utc = { timeZone: 'UTC' } as const;
  const day = new Intl.DateTimeFormat(tag, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...utc,
  });
  const range = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric', ...utc });
  const short = new Intl.DateTimeFormat(tag, { weekday: 'short', ...utc });
  const long = new Intl.DateTimeFormat(tag, { weekday: 'long', ...utc });
  const instant = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
  return {
    day: (date) => day.format(dateAt(date)),
    range: (from, to) => (from === to ? day.format(dateAt(from)) : range.formatRange(dateAt(from), dateAt(to))),
    weekdays: Array.from({ length: 7 }, (_, index) => {
      // 1 January 2024 was a Monday.
      const date = new Date(Date.UTC(2024, 0, 1 + index));
      return { short: short.format(date), long: long.format(date) };
    }),
    instant: (iso) => instant.format(new Date(iso)),
  };
}

/**
 * The date that it is somewhere.
 *
 * @param timeZone IANA name
 * @returns yyyy-mm-dd
 */
export function todayIn(timeZone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** Is this a date of the calendar, as a date field has it? */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = dateAt(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function dateAt(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}
