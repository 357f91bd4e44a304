import type { Answer, Value } from '../../../../src/contract';

/** What one call takes. */
const mostInACall = 100;
/** Several calls at once are faster; many would keep the page's others waiting. */
const callsAtOnce = 4;

/** Asks Jira for the names of up to 100 people. */
export type AskNames = (accountIds: string[]) => Promise<Answer<Value<'namePeople'>>>;

/**
 * The names that Jira has for people, by account id; whom it does not know is not among them.
 *
 * @param onProgress from 0 to 1
 */
export async function namePeople(
  accountIds: readonly string[],
  ask: AskNames,
  onProgress: (fraction: number) => void = () => undefined,
): Promise<Answer<ReadonlyMap<string, string>>> {
  const names = new Map<string, string>();
  const atOnce = mostInACall * callsAtOnce;
  for (let from = 0; from < accountIds.length; from += atOnce) {
    const some = accountIds.slice(from, from + atOnce);
    const parts = Array.from({ length: Math.ceil(some.length / mostInACall) }, (_, part) =>
      some.slice(part * mostInACall, (part + 1) * mostInACall),
    );
    for (const answer of await Promise.all(parts.map(ask))) {
      if ('problem' in answer) return answer;
      for (const { accountId, name } of answer.value) names.set(accountId, name);
    }
    onProgress((from + some.length) / accountIds.length);
  }
  return { value: names };
}
