import { forgeLimits } from './limits';

const minute = 60_000;

/**
 * Counts what each user invokes in the running minute: "applied on a fixed one-minute window" (limits-invocation,
 * 2026-01-13), so everybody may begin anew when the clock's next minute does.
 * @returns whether Forge lets one more invocation of this user through; asking counts
 */
export function invocationRate(now: () => number): (accountId: string) => boolean {
  let window = Number.NaN;
  const counts = new Map<string, number>();
  return (accountId) => {
    const current = Math.floor(now() / minute);
    if (current !== window) counts.clear();
    window = current;
    const count = (counts.get(accountId) ?? 0) + 1;
    counts.set(accountId, count);
    return count <= forgeLimits.userInvocations;
  };
}

/** The number is Forge's; no source has the words. */
export function tooManyInvocations(accountId: string): Error {
  return new Error(
    `Too many requests: '${accountId}' has made more than ${forgeLimits.userInvocations} invocations in this minute.`,
  );
}
