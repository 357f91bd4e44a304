import type { Planner } from '../../../src/contract';

/** Hours and percents as people read and type them. */

export interface NumberStyle {
  hours(hours: number): string;
  /** The number alone, for two that share a unit. */
  plain(hours: number): string;
  /** For a field that people type into: no separators of thousands, which would be read as decimals. */
  typed(hours: number): string;
  /** From a fraction. */
  percent(fraction: number): string;
}

/**
 * @param locale BCP 47, as Jira gives it (with an underscore in some places)
 */
export function numberStyle(locale: string): NumberStyle {
  const tag = supportedLocale(locale);
  const decimal = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const field = new Intl.NumberFormat(tag, { maximumFractionDigits: 2, useGrouping: false });
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 });
  return {
    plain: (hours) => decimal.format(hours),
    typed: (hours) => field.format(hours),
    hours: (hours) => `${decimal.format(hours)}\u00a0h`,
    percent: (fraction) => percent.format(shownFraction(fraction)),
  };
}

/** Whole percents, but 100 % is said only when it is, and 0 % likewise. */
function shownFraction(fraction: number): number {
  if (fraction > 0.99 && fraction < 1) return 0.99;
  if (fraction > 0 && fraction < 0.01) return 0.01;
  return fraction;
}

export function supportedLocale(locale: string): string {
  const tag = locale.replace('_', '-');
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0 ? tag : 'en';
  } catch {
    return 'en';
  }
}

const unitHours = (unit: string, { hoursPerDay, daysPerWeek }: Planner['timeTracking']): number | null => {
  switch (unit) {
    case '':
    case 'h':
      return 1;
    case 'm':
      return 1 / 60;
    case 'd':
      return hoursPerDay;
    case 'w':
      return hoursPerDay * daysPerWeek;
    default:
      return null;
  }
};

const amount = String.raw`(?:\d+(?:[.,]\d+)?|[.,]\d+)`;
const time = new RegExp(String.raw`^${amount}\s*[a-z]?(?:\s*${amount}\s*[a-z])*$`);
const timePart = new RegExp(String.raw`(${amount})\s*([a-z]?)`, 'g');
/** '1,250' is a thousand to some and a little more than one to others: nobody's to guess. '0,125' can only be decimal. */
const ambiguous = /[1-9]\d{0,2}[.,]\d{3}(?!\d)/;

/**
 * Reads what people type for hours: '8', '1,5', '8h', '90m', and Jira's '1w 2d 4h', by the site's own working day and week.
 *
 * @returns decimal hours, or null when it is not a time
 */
export function parseHours(text: string, timeTracking: Planner['timeTracking']): number | null {
  const typed = text.trim().toLowerCase();
  if (!time.test(typed) || ambiguous.test(typed)) return null;
  let hours = 0;
  for (const [, number = '', unit = ''] of typed.matchAll(timePart)) {
    const each = unitHours(unit, timeTracking);
    if (each === null) return null;
    hours += Number(number.replace(',', '.')) * each;
  }
  return Number.isFinite(hours) ? hours : null;
}

/** Reads a whole percent: '80', '80 %'. null when it is none. */
export function parsePercent(text: string): number | null {
  const match = /^(\d{1,3})\s*%?$/.exec(text.trim());
  return match === null ? null : Number(match[1]);
}
