interface Dated {
  startDate?: string | null | undefined;
  endDate?: string | null | undefined;
}

/** "12 – 26 Feb 2007" in the way of the locale; empty for a sprint that has no dates yet. */
export function sprintDates({ startDate, endDate }: Dated, locale: string, timeZone: string | undefined): string {
  const start = new Date(startDate ?? '');
  const end = new Date(endDate ?? '');
  if (Number.isNaN(start.getTime()) || Number.isNaN(end.getTime()) || end < start) return '';
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone });
  return format.formatRange(start, end);
}
