import { isDate } from './team-dates';
import type { HalfDay, TimeOff } from './team-types';

/** Time off as it stands in the fields, right or wrong. */
export interface TimeOffForm {
  /** '' while nobody is chosen. */
  readonly accountId: string;
  readonly from: string;
  readonly to: string;
  readonly half: HalfDay;
  /** null: the reader does not see it, and it stays. */
  readonly reason: string | null;
}

export type TimeOffProblem = 'accountId' | 'from' | 'to';

/** Without the last day it is one day. */
export function readTimeOff(
  form: TimeOffForm,
  id: string,
): { timeOff: TimeOff } | { problems: ReadonlySet<TimeOffProblem> } {
  const { accountId, from, half, reason } = form;
  const to = form.to === '' ? from : form.to;
  const problems = new Set<TimeOffProblem>();
  if (accountId === '') problems.add('accountId');
  if (!isDate(from)) problems.add('from');
  else if (!isDate(to) || to < from) problems.add('to');
  return problems.size > 0
    ? { problems }
    : { timeOff: { id, accountId, from, to, half, reason: reason?.trim() ?? null } };
}
