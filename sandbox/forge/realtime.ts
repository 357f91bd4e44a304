import { randomUUID } from 'node:crypto';
import { maySeeIssue, maySeeProjects, personOf } from '../jira/people';
import { wordsOf } from '../receipts';
import type { Conditions } from '../sandbox-types';
import type { Site } from '../site/site';
import { forgeLimits } from './limits';
import { forgeRefusalTable } from './refusals';

/** What of the place of a module a channel can be bound to (`contextOverrides`, @forge/bridge 7.2.0). */
export const contextNames = ['board', 'issue', 'project'] as const;
export type ContextName = (typeof contextNames)[number];

/** A channel as a module names it, and where that module is. */
export interface ChannelCall {
  channelName: string;
  accountId: string;
  moduleKey: string;
  extension: Readonly<Record<string, unknown>>;
  /** Absent: the channel is the module's own, in this place. */
  contextOverrides?: readonly ContextName[];
}

/** As @forge/bridge 7.2.0 answers a publication: without a subscription nothing is published, and that is no error. */
export interface PublishResult {
  eventId: string | null;
  eventTimestamp: string | null;
  errors?: string[];
}

/** Why a subscription is turned down, in Forge's words. */
export class RealtimeRefusal extends Error {}

export interface Realtime {
  /** @param id what the page calls the subscription @throws RealtimeRefusal */
  subscribe(call: ChannelCall, page: string, id: string): void;
  unsubscribe(page: string, id: string): void;
  /** The page has gone away, with all that it subscribed to. */
  leave(page: string): void;
  /** @throws RealtimeRefusal only when realtime is off; what else goes wrong is in the result */
  publish(call: ChannelCall, payload: unknown): PublishResult;
}

interface Subscription {
  channel: string;
  page: string;
  id: string;
}

/**
 * Forge Realtime between the pages of one installation (realtime/authorizing-realtime-channels): a channel is heard where
 * it has the same name and the same context, in value and in number, and by whoever may see that context in Jira. The
 * publisher hears it too. Nothing is kept for later.
 * @param tell brings an event to a page
 */
export function openRealtime(
  site: Site,
  conditions: Conditions,
  now: () => number,
  tell: (page: string, id: string, payload: unknown) => void,
): Realtime {
  const subscriptions = new Set<Subscription>();
  const mayOperate = operationRate(now);

  /** The channel that is meant. @throws RealtimeRefusal */
  const channelOf = (call: ChannelCall): string => {
    if (!mayOperate()) throw new RealtimeRefusal(wordsOf(forgeRefusalTable.realtimeRateExceeded));
    const bound = contextNames.filter((name) => call.contextOverrides?.includes(name) ?? name in call.extension);
    const context = bound.map((name) => [name, idIn(call.extension[name])] as const);
    if (!context.every(([name, id]) => maySee(site, call.accountId, name, id))) {
      throw new RealtimeRefusal(wordsOf(forgeRefusalTable.realtimeUnauthorized));
    }
    return JSON.stringify([call.channelName, call.contextOverrides === undefined ? call.moduleKey : null, context]);
  };
  const refuseWhenOff = (): void => {
    if (conditions.realtimeOff) throw new RealtimeRefusal(wordsOf(forgeRefusalTable.realtimeOff));
  };
  const remove = (isMeant: (subscription: Subscription) => boolean): void => {
    for (const subscription of subscriptions) if (isMeant(subscription)) subscriptions.delete(subscription);
  };

  return {
    subscribe(call, page, id) {
      refuseWhenOff();
      subscriptions.add({ channel: channelOf(call), page, id });
    },
    unsubscribe(page, id) {
      remove((subscription) => subscription.page === page && subscription.id === id);
    },
    leave(page) {
      remove((subscription) => subscription.page === page);
    },
    publish(call, payload) {
      refuseWhenOff();
      try {
        const channel = channelOf(call);
        const heard = [...subscriptions].filter((subscription) => subscription.channel === channel);
        for (const { page, id } of heard) tell(page, id, payload);
        if (heard.length === 0) return { eventId: null, eventTimestamp: null };
        return { eventId: randomUUID(), eventTimestamp: String(now()) };
      } catch (error) {
        if (error instanceof RealtimeRefusal) return { eventId: null, eventTimestamp: null, errors: [error.message] };
        throw error;
      }
    },
  };
}

/** Counts what the installation does in the running second; asking counts. */
function operationRate(now: () => number): () => boolean {
  let second = Number.NaN;
  let count = 0;
  return () => {
    const current = Math.floor(now() / 1000);
    count = current === second ? count + 1 : 1;
    second = current;
    return count <= forgeLimits.realtimeOperations;
  };
}

/** Whether the context is there and this person may see it: "enforcing the user's product permissions". */
function maySee(site: Site, accountId: string, name: ContextName, id: string | undefined): boolean {
  const person = personOf(site, accountId);
  if (person === undefined || id === undefined) return false;
  switch (name) {
    case 'board':
      return maySeeProjects(person) && site.boards.some((board) => String(board.id) === id);
    case 'project':
      return maySeeProjects(person) && site.projects.some((project) => project.id === id);
    case 'issue':
      return site.issues.some((issue) => issue.id === id && maySeeIssue(person, issue));
  }
}

function idIn(thing: unknown): string | undefined {
  if (typeof thing !== 'object' || thing === null || !('id' in thing)) return undefined;
  return typeof thing.id === 'string' || typeof thing.id === 'number' ? String(thing.id) : undefined;
}
