import { allSettled } from '../all-settled';
import type { ParsedPayload, Value } from '../contract';
import { readBoard } from '../jira/boards';
import { readNames } from '../jira/people';
import type { JiraSession } from '../jira/session';
import { forgetPages, type Place, type Presence, readPresences, readSaved, writePresence } from '../storage/presence';
import { mayEditBoard } from './may-edit-board';

/** A page gives a sign of life every 30 s at the latest; one that missed one, and a bit, is not here any more. */
const hereMilliseconds = 75_000;
/** An open page that anybody sees has asked again long before; one that was hidden for longer reads the plan anew. */
const rememberedMilliseconds = 60 * 60 * 1000;
/** Opening the planner takes 25 s at most, and a query of storage shows a save some seconds late. */
const settlingMilliseconds = 30_000;

/**
 * "I am still here", and who else is. Jira is asked first whether this user may see the board: storage knows no
 * permissions. That the sprint is one of the board's is not asked: a place that is none holds only what was said of it,
 * and expires.
 *
 * Costs one point of Jira's; with `changed` one more (three on a board outside any project); and, when somebody is here
 * whose name the page does not know, one and two for each such person. Six people on one sprint for an hour: 66 for each
 * other's names, then 720 with realtime; without it 2,700 while something goes on and 1,440 while nothing does. A save
 * is a pulse more that costs two, and with realtime up to three on each page that hears of it. What reading the plan anew
 * costs comes on top.
 *
 * @param accountId the acting user
 * @param now milliseconds since 1970
 * @throws Problem `board.unknown`, `storage.failed`
 */
export async function pulse(
  jira: JiraSession,
  { boardId, sprintId, page, stamp, known = [], changed = false, leaving = false }: ParsedPayload<'pulse'>,
  accountId: string,
  now: number,
): Promise<Value<'pulse'>> {
  const board = await readBoard(jira, boardId);
  const place: Place = { boardId, sprintId };
  const own = { accountId, page };
  const [savedBefore, presences, counts] = await allSettled([
    readSaved(place, own),
    leaving ? Promise.resolve([]) : readPresences(place),
    // Who may only look has saved nothing, and makes nobody read the plan anew.
    changed ? mayEditBoard(jira, board) : Promise.resolve(false),
  ]);
  const saved = counts ? now : savedBefore;
  // What was saved must stay known for a while: the others may not have looked since.
  if (leaving && saved === null) await forgetPages(place, [own]);
  else await writePresence(place, { ...own, at: now, saved, left: leaving });

  const others = presences.filter((other) => other.page !== page || other.accountId !== accountId);
  const isOld = ({ at }: Presence): boolean => now - at > rememberedMilliseconds;
  await forgetPages(place, others.filter(isOld));
  const remembered = others.filter((other) => !isOld(other));
  return { ...newsOf(remembered, stamp, now), here: await peopleHere(jira, remembered, accountId, known, now) };
}

/**
 * Has another page saved since the time of the stamp? The next stamp goes back by what a query may not show yet, and so
 * does the first, to before the plan was read. After news it is now: the page then reads all that was saved before.
 */
function newsOf(
  others: readonly Presence[],
  stamp: number | undefined,
  now: number,
): Pick<Value<'pulse'>, 'news' | 'stamp'> {
  const settled = now - settlingMilliseconds;
  const since = stamp ?? settled;
  const news = now - since > rememberedMilliseconds || others.some(({ saved }) => saved !== null && saved > since);
  return { news, stamp: news ? now : Math.max(since, settled) };
}

/** Somebody whose name neither the page knows nor Jira tells is left out. */
async function peopleHere(
  jira: JiraSession,
  others: readonly Presence[],
  accountId: string,
  known: readonly string[],
  now: number,
): Promise<Value<'pulse'>['here']> {
  const isHere = (other: Presence): boolean =>
    !other.left && other.accountId !== accountId && now - other.at < hereMilliseconds;
  const here = [...new Set(others.filter(isHere).map((other) => other.accountId))];
  const isKnown = new Set(known);
  const names = await readNames(
    jira,
    here.filter((id) => !isKnown.has(id)),
  );
  return here.flatMap((id) => {
    const name = names.get(id);
    if (name !== undefined) return [{ accountId: id, name }];
    return isKnown.has(id) ? [{ accountId: id }] : [];
  });
}
