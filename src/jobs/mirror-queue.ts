import { Queue } from '@forge/events';

/** What an event of the queue `mirror` (manifest.yml) carries. */
export interface MirrorJob extends Record<string, unknown> {
  runId: string;
}

/** Puts a run on the queue; one at a time, however many are pushed. */
export async function pushMirror(runId: string): Promise<void> {
  const queue = new Queue<MirrorJob>({ key: 'mirror' });
  await queue.push({ body: { runId }, concurrency: { key: 'mirror', limit: 1 } });
}
