const formats = new Map<string, Intl.NumberFormat>();

/** Jira's seconds as hours for people: 5400 → "1.5 h". The space does not break. */
export function hoursText(seconds: number, locale: string): string {
  // Making a format takes longer than drawing a row.
  const format = formats.get(locale) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  formats.set(locale, format);
  return `${format.format(seconds / 3600)}\u00a0h`;
}
