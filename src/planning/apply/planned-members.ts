import { Problem } from '../../problem';
import { readPlan, writePlan } from '../../storage/plans';

/** The ids of what is planned into and out of a sprint. */
export interface Members {
  pulled: readonly string[];
  dropped: readonly string[];
}

/** Somebody who saves at the same moment is let go first. */
const mostTries = 3;

/**
 * Changes what is planned into and out of a sprint after Jira was changed, whatever else was saved meanwhile. Jira has
 * changed anyway: when this fails, the plan is as it was, and says once more what is done.
 */
export async function changePlanned(
  boardId: number,
  sprintId: number,
  change: (members: Members) => Members,
): Promise<void> {
  try {
    for (let tried = 0; tried < mostTries; tried += 1) {
      const { pulled = [], dropped = [], ...rest } = await readPlan(boardId, sprintId);
      const next = change({ pulled, dropped });
      if (next.pulled.length === pulled.length && next.dropped.length === dropped.length) return;
      const plan = {
        ...rest,
        revision: rest.revision + 1,
        ...(next.pulled.length === 0 ? {} : { pulled: [...next.pulled] }),
        ...(next.dropped.length === 0 ? {} : { dropped: [...next.dropped] }),
      };
      if (await writePlan(boardId, sprintId, plan, rest.revision)) return;
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
}
