import * as z from 'zod';

import { pageEvents, pageId } from '../page-events';

/** A channel as the app's frame names it, and where its module is. */
export interface ChannelCall {
  channelName: string;
  options?: unknown;
  isGlobal?: unknown;
  accountId: string;
  moduleKey: string;
  extension: Record<string, unknown>;
}

const eventSchema = z.object({ subscription: z.string(), payload: z.unknown() });
const messageSchema = z.object({ message: z.string() });
const refusalSchema = z.object({ refused: z.string() });

/**
 * Hears a channel of the sandbox's Forge Realtime.
 *
 * @returns what ends it
 * @throws Error in the sandbox's words when that cannot be
 */
export async function subscribeToChannel(
  call: ChannelCall,
  onEvent: (payload: unknown) => void,
): Promise<() => Promise<void>> {
  // Named here: an event may come before the answer does.
  const subscription = crypto.randomUUID();
  const hear = ({ data }: MessageEvent<string>) => {
    const event = eventSchema.parse(JSON.parse(data));
    if (event.subscription === subscription) onEvent(event.payload);
  };
  pageEvents().addEventListener('realtime', hear);
  const stopHearing = () => {
    pageEvents().removeEventListener('realtime', hear);
  };
  await post('subscribe', { ...call, page: pageId, subscription }).catch((error: unknown) => {
    stopHearing();
    throw error;
  });
  return async () => {
    stopHearing();
    await post('unsubscribe', { page: pageId, subscription });
  };
}

/** @throws Error in the sandbox's words when realtime is off or the call is none; any other failure is in the result */
export function publishOnChannel(call: ChannelCall, payload: unknown): Promise<unknown> {
  return post('publish', { ...call, payload });
}

async function post(what: string, body: object): Promise<unknown> {
  const response = await fetch(`/sandbox/realtime/${what}`, { method: 'POST', body: JSON.stringify(body) });
  if (response.status === 204) return undefined;
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(messageSchema.parse(answer).message);
  const refusal = refusalSchema.safeParse(answer);
  if (refusal.success) throw new Error(refusal.data.refused);
  return answer;
}
