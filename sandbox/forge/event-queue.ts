import * as z from 'zod';
import type { PendingEvent } from '../sandbox-types';
import type { Consumer } from './event-modules';
import { eventLimits } from './limits';

type NewEvent = Omit<PendingEvent, 'id' | 'retries'>;
interface Answer {
  status: number;
  body: unknown;
}

const bodySchema = z.record(z.string(), z.unknown());
/** What @forge/events 3.0.8 sends. */
const requestSchema = z.object({
  queueName: z.string(),
  jobId: z.string(),
  type: z.literal('avi:forge:app:event'),
  schema: z.literal('ari:cloud:ecosystem::forge/app-event-2'),
  time: z.string(),
  payload: z.array(
    z.strictObject({
      body: bodySchema,
      delayInSeconds: z.number().min(0).max(eventLimits.delaySeconds).optional(),
      concurrency: z.strictObject({ key: z.string(), limit: z.number() }).optional(),
    }),
  ),
});

const minute = 60_000;

/**
 * What answers `Queue.push`. The SDK checks most limits itself, so the answers to what breaks them are the sandbox's own,
 * but for the statuses: 201, 413 and 429 are those that the SDK tells apart. A request is taken whole or not at all.
 * @param add puts one event on its way
 */
export function pushedEvents(
  consumers: readonly Consumer[],
  now: () => number,
  add: (event: NewEvent) => void,
): (request: unknown) => Answer {
  let window = Number.NaN;
  let pushed = 0;
  return (request) => {
    const parsed = requestSchema.safeParse(request);
    if (!parsed.success) return refusal(400, `This is no push of events: ${z.prettifyError(parsed.error)}`);
    const { queueName, jobId, payload } = parsed.data;
    const consumer = consumers.find(({ queue }) => queue === queueName);
    if (consumer === undefined) return refusal(400, `manifest.yml has no consumer of the queue '${queueName}'.`);
    if (payload.length === 0 || payload.length > eventLimits.pushedEvents)
      return refusal(400, `A push has 1 to ${eventLimits.pushedEvents} events, not ${payload.length}.`);
    if (Buffer.byteLength(JSON.stringify(payload)) > eventLimits.pushedBytes)
      return refusal(413, `The maximum payload size is ${eventLimits.pushedBytes / 1024}KB.`);
    const current = Math.floor(now() / minute);
    if (current !== window) pushed = 0;
    window = current;
    if (pushed + payload.length > eventLimits.pushedEventsAMinute)
      return refusal(429, `An app pushes at most ${eventLimits.pushedEventsAMinute} events a minute.`);
    pushed += payload.length;
    for (const [place, event] of payload.entries()) {
      const at = now();
      add({
        kind: 'queue',
        name: queueName,
        moduleKey: consumer.key,
        functionKey: consumer.functionKey,
        at,
        dueAt: at + (event.delayInSeconds ?? 0) * 1000,
        event: { ...event, queueName, jobId, eventId: `${jobId}#${place}` },
      });
    }
    return { status: 201, body: {} };
  };
}

function refusal(status: number, message: string): Answer {
  return { status, body: { message, errorMessage: message } };
}
