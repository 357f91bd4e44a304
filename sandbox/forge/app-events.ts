import type { AppEvents, InvocationResult, PendingEvent, ProductEvent } from '../sandbox-types';
import type { EventModules } from './event-modules';
import { pushedEvents } from './event-queue';
import { retryAfter } from './event-retry';
import { installation } from './forge-runtime';
import type { FunctionCall } from './host';
import { eventLimits } from './limits';

/**
 * Forge's events for one app: its queues, Jira's events for its triggers, its schedules. A clock decides what is due, and
 * whoever calls `deliver` when it arrives: nothing here waits by itself.
 * @param run calls a function of the app as Forge does
 */
export function openAppEvents(
  modules: EventModules,
  now: () => number,
  run: (call: FunctionCall) => Promise<InvocationResult>,
): { events: AppEvents; push: (request: unknown) => { status: number; body: unknown }; drop: () => void } {
  let pending: PendingEvent[] = [];
  let count = 0;
  const add = (event: Omit<PendingEvent, 'id' | 'retries'>): void => {
    count += 1;
    pending.push({ ...event, id: String(count), retries: 0 });
  };
  const limitOf = (functionKey: string): number =>
    modules.limitMilliseconds.get(functionKey) ?? eventLimits.triggerMilliseconds;
  const deliverOne = (event: PendingEvent): Promise<InvocationResult> => {
    const { functionKey, moduleKey, name } = event;
    return run({ functionKey, moduleKey, name, event: event.event, limitMilliseconds: limitOf(functionKey) });
  };

  const events: AppEvents = {
    get pending() {
      return pending;
    },
    emit(event) {
      for (const { key, functionKey, events: listened, ignoreSelf } of modules.triggers) {
        if (!listened.includes(event.eventType) || (ignoreSelf && isOwn(event))) continue;
        const at = now();
        const name = event.eventType;
        add({ kind: 'trigger', name, moduleKey: key, functionKey, at, dueAt: at, event: structuredClone(event) });
      }
    },
    async deliver({ twice = false, reversed = false } = {}) {
      const due = pending.filter(({ dueAt }) => dueAt <= now());
      pending = pending.filter((event) => !due.includes(event));
      if (reversed) due.reverse();
      const delivered: Awaited<ReturnType<AppEvents['deliver']>> = [];
      for (const event of due) {
        const result = await deliverOne(event);
        delivered.push({ event, result });
        const again = retryAfter(event, result, now());
        if (again !== undefined) pending.push(again);
      }
      // A second delivery is a mistake of Forge's: what comes of it decides nothing.
      if (twice) for (const event of due) delivered.push({ event, result: await deliverOne(event) });
      return delivered;
    },
    runSchedule(key) {
      const schedule = modules.schedules.find((one) => one.key === key);
      if (schedule === undefined) throw new Error(`manifest.yml has no scheduled trigger '${key}'.`);
      const { functionKey } = schedule;
      // events-reference/scheduled-trigger (2026-08-21); what the function answers or throws has no effect.
      const event = { context: { cloudId: installation.cloudId, moduleKey: key }, contextToken: 'sandbox' };
      return run({ functionKey, moduleKey: key, name: key, event, limitMilliseconds: limitOf(functionKey) });
    },
  };
  const drop = () => {
    pending = [];
  };
  return { events, push: pushedEvents(modules.consumers, now, add), drop };
}

/** "currently `ignoreSelf` only works with Jira events" (trigger page, 2026-08-03): those of sprints always come. */
function isOwn({ eventType, selfGenerated }: ProductEvent): boolean {
  return selfGenerated === true && eventType.startsWith('avi:jira:');
}
