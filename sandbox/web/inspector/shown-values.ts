import { useMemo } from 'react';

import { useSite } from '../site-info';

export interface ShownValues {
  number(value: number): string;
  /** 14:03:07.250: what happened within one second must be told apart. */
  time(milliseconds: number): string;
  dateAndTime(milliseconds: number): string;
  bytes(value: number): string;
  /** The name of an account, or the bare id when the site has no such user. */
  person(accountId: string | null): string;
}

/** Numbers and times as the site's locale writes them. */
export function useShownValues(): ShownValues {
  const { locale, users } = useSite();
  return useMemo(() => {
    const numbers = new Intl.NumberFormat(locale);
    const times = new Intl.DateTimeFormat(locale, {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      fractionalSecondDigits: 3,
      hourCycle: 'h23',
    });
    const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
    return {
      number: (value) => numbers.format(value),
      time: (milliseconds) => times.format(milliseconds),
      dateAndTime: (milliseconds) => dates.format(milliseconds),
      bytes: (value) => `${numbers.format(value)}\u00a0B`,
      person: (accountId) =>
        accountId === null ? 'Nobody' : (users.find((user) => user.accountId === accountId)?.displayName ?? accountId),
    };
  }, [locale, users]);
}
