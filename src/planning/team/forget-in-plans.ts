import { allSettled } from '../../all-settled';
import { chunksOf } from '../../chunks';
import { Problem } from '../../problem';
import { type Applied, readRecord, writeRecord } from '../../storage/applied';
import { deleteMark, type NotedPlace, placesNotedBy } from '../../storage/noted-by';
import { readPlan, writePlan } from '../../storage/plans';

/** Plans at once: each takes a few calls of storage. */
const plansAtOnce = 25;

/**
 * Takes a person out of who gave a sprint its own capacity and who applied its plan; what they did stays.
 *
 * @returns the boards of whose plans one noted this person
 * @throws Problem `team.conflict`, `storage.unreadable` or `storage.failed`; what was done stays done
 */
export async function forgetInPlans(accountId: string): Promise<number[]> {
  const boards: number[] = [];
  for (const places of chunksOf(await placesNotedBy(accountId), plansAtOnce)) {
    const found = await allSettled(
      places.map(async (place) => {
        const [inPlan, inRecord] = await allSettled([forgetInPlan(accountId, place), forgetInRecord(accountId, place)]);
        // Last: whoever tries again finds what is left by it.
        await deleteMark(accountId, place);
        return inPlan || inRecord ? [place.boardId] : [];
      }),
    );
    boards.push(...found.flat());
  }
  return boards;
}

/** Others may be saving meanwhile. */
const mostAttempts = 3;

async function forgetInPlan(accountId: string, { boardId, sprintId }: NotedPlace): Promise<boolean> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const plan = await readPlan(boardId, sprintId);
    const { revision, capacityNote: note } = plan;
    if (note?.by !== accountId) return false;
    const without = { ...plan, revision: revision + 1, capacityNote: { ...note, by: null } };
    if (await writePlan(boardId, sprintId, without, revision)) return true;
  }
  throw new Problem('team.conflict', 'Somebody is changing a plan just now. Try again in a minute.');
}

async function forgetInRecord(accountId: string, { boardId, sprintId }: NotedPlace): Promise<boolean> {
  const { last, attempt } = await readRecord(boardId, sprintId);
  if (last?.by !== accountId && attempt?.by !== accountId) return false;
  const without = (applied: Applied | null): Applied | null =>
    applied?.by === accountId ? { ...applied, by: null } : applied;
  await writeRecord(boardId, sprintId, { last: without(last), attempt: without(attempt) });
  return true;
}
