import { type TimeTracking, timeStyle } from './time-style';

/** Hours and percents as people read and type them. */

export interface NumberStyle {
  /** A time that somebody has set, such as an estimate, as the site shows it. */
  hours(hours: number): string;
  /** The team's capacity: exact, in the units in which sums are written. */
  capacity(hours: number): string;
  /** A time that was worked out: a sum, the end of a range. */
  rounded(hours: number): string;
  /** From one worked-out time to another, '5.6–8.8 h'. */
  range(from: number, to: number): string;
  /** A number that is no time, such as story points. */
  plain(number: number): string;
  /** Decimal hours for a field that people type into: no separators of thousands, which would be read as decimals. */
  typed(hours: number): string;
  /** From a fraction. */
  percent(fraction: number): string;
}

const inHours: TimeTracking = { hoursPerDay: 8, daysPerWeek: 5, format: 'hours' };

/**
 * @param locale BCP 47, as Jira gives it (with an underscore in some places)
 * @param timeTracking the site's own format of times, working day and week; decimal hours while it is not known
 */
export function numberStyle(locale: string, timeTracking: TimeTracking = inHours): NumberStyle {
  const tag = supportedLocale(locale);
  const time = timeStyle(tag, timeTracking);
  const decimal = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const field = new Intl.NumberFormat(tag, { maximumFractionDigits: 2, useGrouping: false });
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 });
  return {
    hours: time.exact,
    capacity: time.capacity,
    rounded: time.rounded,
    range: time.range,
    plain: (number) => decimal.format(number),
    typed: (hours) => field.format(hours),
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

type WorkingTime = Pick<TimeTracking, 'hoursPerDay' | 'daysPerWeek'>;

/** English and French units, whatever the page speaks: no letter means two things. */
const unitHours = (unit: string, { hoursPerDay, daysPerWeek }: WorkingTime): number | null => {
  switch (unit) {
    case '':
    case 'h':
      return 1;
    case 'm':
    case 'min':
      return 1 / 60;
    case 'd':
    case 'j':
      return hoursPerDay;
    case 'w':
    case 'sem':
      return hoursPerDay * daysPerWeek;
    default:
      return null;
  }
};

const amount = String.raw`(?:\d+(?:[.,]\d+)?|[.,]\d+)`;
const time = new RegExp(String.raw`^${amount}\s*[a-z]*(?:\s*${amount}\s*[a-z]+)*$`);
const timePart = new RegExp(String.raw`(${amount})\s*([a-z]*)`, 'g');
/** '1,250' is a thousand to some and a little more than one to others: nobody's to guess. '0,125' can only be decimal. */
const ambiguous = /[1-9]\d{0,2}[.,]\d{3}(?!\d)/;

/**
 * Reads what people type for hours: '8', '1,5', '8h', '90m', and Jira's '1w 2d 4h' (in French '1sem 2j 4h'), by the site's
 * own working day and week.
 *
 * @returns decimal hours, or null when it is not a time
 */
export function parseHours(text: string, workingTime: WorkingTime): number | null {
  const typed = text.trim().toLowerCase();
  if (!time.test(typed) || ambiguous.test(typed)) return null;
  let hours = 0;
  for (const [, number = '', unit = ''] of typed.matchAll(timePart)) {
    const each = unitHours(unit, workingTime);
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
