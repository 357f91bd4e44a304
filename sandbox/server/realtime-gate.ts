import * as z from 'zod';

import { type ChannelCall, contextNames, type Realtime, RealtimeRefusal } from '../forge/realtime';
import { type HttpAnswer, jsonAnswer } from './http-answer';
import type { HttpQuestion } from './http-question';
import { readJson } from './read-json';

/** Global channels, tokens and what was published before are not modelled: whoever asks for them is told. */
const callSchema = z.object({
  channelName: z.string({ error: 'channelName must be a string.' }),
  accountId: z.string({ error: 'accountId must be a string.' }),
  moduleKey: z.string({ error: 'moduleKey must be a string.' }),
  extension: z.record(z.string(), z.unknown(), { error: 'extension must be an object.' }),
  isGlobal: z.literal(false, { error: 'The sandbox does not model global channels.' }).optional(),
  options: z
    .strictObject(
      {
        contextOverrides: z
          .array(z.enum(contextNames), {
            error: 'contextOverrides must be a list; the sandbox models board, issue and project.',
          })
          .optional(),
      },
      { error: 'Of the options of a channel the sandbox models contextOverrides only.' },
    )
    .optional(),
});
const placeShape = {
  page: z.string({ error: 'page must be a string.' }),
  subscription: z.string({ error: 'subscription must be a string.' }),
};
const subscribeSchema = callSchema.extend(placeShape);
const unsubscribeSchema = z.object(placeShape);
const publishSchema = callSchema.extend({ payload: z.unknown() });

/** What the bridge of an app's frame asks of Forge Realtime; undefined is an address that is none of these. */
export async function answerRealtime(question: HttpQuestion, realtime: Realtime): Promise<HttpAnswer | undefined> {
  try {
    switch (`${question.method} ${question.path}`) {
      case 'POST /sandbox/realtime/subscribe': {
        const { page, subscription, ...call } = await readJson(question, subscribeSchema);
        realtime.subscribe(channelCall(call), page, subscription);
        return jsonAnswer(undefined, 204);
      }
      case 'POST /sandbox/realtime/unsubscribe': {
        const { page, subscription } = await readJson(question, unsubscribeSchema);
        realtime.unsubscribe(page, subscription);
        return jsonAnswer(undefined, 204);
      }
      case 'POST /sandbox/realtime/publish': {
        const { payload, ...call } = await readJson(question, publishSchema);
        return jsonAnswer(realtime.publish(channelCall(call), payload));
      }
      default:
        return undefined;
    }
  } catch (error) {
    // No failure of HTTP: a browser would complain of it on its console, and Forge's bridge leaves nothing there.
    if (error instanceof RealtimeRefusal) return jsonAnswer({ refused: error.message });
    throw error;
  }
}

function channelCall({
  channelName,
  accountId,
  moduleKey,
  extension,
  options,
}: z.output<typeof callSchema>): ChannelCall {
  const contextOverrides = options?.contextOverrides;
  return {
    channelName,
    accountId,
    moduleKey,
    extension,
    ...(contextOverrides === undefined ? {} : { contextOverrides }),
  };
}
