import { allSettled } from '../all-settled';
import type { ParsedPayload, Value } from '../contract';
import { readBoard } from '../jira/boards';
import { readNames } from '../jira/people';
import type { JiraSession } from '../jira/session';
import { forgetPages, type Place, type Presence, readChanges, readPresences, writePresence } from '../storage/presence';

/** A page gives a sign of life every 25 s at the latest; one that missed it, and a bit, is not here any more. */
const hereMilliseconds = 45_000;
/** After an hour nobody is left whom an old save could be news to. */
const rememberedMilliseconds = 60 * 60 * 1000;

/**
 * "I am still here", and who else is. Jira is asked first whether this user may see the board: storage knows no
 * permissions. Costs one point of Jira's when nobody else is here, else two and two for each of the others.
 *
 * @param accountId the acting user
 * @param now milliseconds since 1970
 * @throws Problem `board.unknown`, `storage.failed`
 */
export async function pulse(
  jira: JiraSession,
  { boardId, sprintId, page, changed = false, leaving = false }: ParsedPayload<'pulse'>,
  accountId: string,
  now: number,
): Promise<Value<'pulse'>> {
  await readBoard(jira, boardId);
  const place: Place = { boardId, sprintId };
  const own = { accountId, page };
  const [changesBefore, known] = await allSettled([
    readChanges(place, own),
    leaving ? Promise.resolve([]) : readPresences(place),
  ]);
  const changes = changesBefore + (changed ? 1 : 0);
  // What was saved must stay known for a while: the others may not have looked since.
  if (leaving && changes === 0) await forgetPages(place, [own]);
  else await writePresence(place, { ...own, at: now, changes, left: leaving });

  const others = known.filter((other) => other.page !== page || other.accountId !== accountId);
  const isOld = ({ at }: Presence): boolean => now - at > rememberedMilliseconds;
  await forgetPages(place, others.filter(isOld));
  const remembered = others.filter((other) => !isOld(other));
  return { stamp: stampOf(remembered), here: await peopleHere(jira, remembered, accountId, now) };
}

/** Changes when another page has saved. The asking page's own saves are no news to it and are not in it. */
function stampOf(others: readonly Presence[]): string {
  return others
    .filter(({ changes }) => changes > 0)
    .map(({ accountId, page, changes }) => `${accountId}:${page}=${String(changes)}`)
    .sort()
    .join(' ');
}

/** By name. Somebody whose name Jira does not tell is not shown. */
async function peopleHere(
  jira: JiraSession,
  others: readonly Presence[],
  accountId: string,
  now: number,
): Promise<Value<'pulse'>['here']> {
  const here = others.filter(
    (other) => !other.left && other.accountId !== accountId && now - other.at < hereMilliseconds,
  );
  const names = await readNames(
    jira,
    here.map((other) => other.accountId),
  );
  return [...names]
    .map(([id, name]) => ({ accountId: id, name }))
    .sort((one, other) => one.name.localeCompare(other.name) || one.accountId.localeCompare(other.accountId));
}
