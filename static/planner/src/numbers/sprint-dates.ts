import { isValid, parseISO } from 'date-fns';

import type { PlannerSprint } from '../../../../src/contract';
import { supportedLocale } from '../../../../src/estimation/hours';

/** '30 Nov – 11 Dec 2026' by the reader's locale; nothing when the sprint has no dates. */
export function sprintDates(
  { startDate, endDate }: Pick<PlannerSprint, 'startDate' | 'endDate'>,
  locale: string,
): string {
  const days = new Intl.DateTimeFormat(supportedLocale(locale), { day: 'numeric', month: 'short', year: 'numeric' });
  const start = startDate === undefined ? null : parseISO(startDate);
  const end = endDate === undefined ? null : parseISO(endDate);
  if (start === null || !isValid(start)) return '';
  if (end === null || !isValid(end)) return days.format(start);
  // formatRange throws when the two are the wrong way round, which Jira allows.
  return start <= end ? days.formatRange(start, end) : `${days.format(start)} – ${days.format(end)}`;
}
