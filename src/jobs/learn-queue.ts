import { Queue } from '@forge/events';

/** What an event of the queue `learn` (manifest.yml) carries: a run over all closed sprints, or one sprint. */
export interface LearnJob extends Record<string, unknown> {
  boardId: number;
  runId?: string;
  sprintId?: number;
}

/** Puts a job on the queue; one at a time for each board, however many are pushed. */
export async function pushLearning(job: LearnJob): Promise<void> {
  const queue = new Queue<LearnJob>({ key: 'learn' });
  await queue.push({ body: job, concurrency: { key: `learn-${String(job.boardId)}`, limit: 1 } });
}
