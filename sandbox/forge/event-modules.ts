import { parse } from 'yaml';
import * as z from 'zod';
import { missingScopes } from './event-scopes';
import { eventLimits } from './limits';

/** The function that a queue's events go to. */
export interface Consumer {
  key: string;
  queue: string;
  functionKey: string;
}

/** The function that Jira's events of these types go to. */
export interface Trigger {
  key: string;
  functionKey: string;
  events: readonly string[];
  /** What the app itself has caused does not reach it. */
  ignoreSelf: boolean;
}

/** The function that runs every so often. */
export interface Schedule {
  key: string;
  functionKey: string;
  interval: 'fiveMinute' | 'hour' | 'day' | 'week';
}

/** The function that runs before the app is uninstalled. */
export interface Uninstall {
  key: string;
  functionKey: string;
}

/** What of an app's manifest.yml runs without anybody using its pages. */
export interface EventModules {
  consumers: readonly Consumer[];
  triggers: readonly Trigger[];
  schedules: readonly Schedule[];
  uninstalls: readonly Uninstall[];
  /** By function key. */
  limitMilliseconds: ReadonlyMap<string, number>;
}

/** Keys of modules and queues: expressions of @forge/manifest 13.7.0 and @forge/events 3.0.8. */
const keySchema = z.string().regex(/^[a-zA-Z0-9_-]+$/);

const modulesSchema = z.object({
  consumer: z.array(z.strictObject({ key: keySchema, queue: keySchema, function: z.string() })).default([]),
  trigger: z
    .array(
      z.strictObject({
        key: keySchema,
        function: z.string(),
        events: z.array(z.string()).min(1),
        // An expression is in Jira's own language, and a licence is nothing that the sandbox could give.
        filter: z
          .strictObject({ ignoreSelf: z.boolean() }, { error: 'the sandbox models no filter but ignoreSelf' })
          .optional(),
      }),
    )
    .default([]),
  scheduledTrigger: z
    .array(
      z.strictObject({
        key: keySchema,
        function: z.string(),
        interval: z.enum(['fiveMinute', 'hour', 'day', 'week']),
      }),
    )
    .max(eventLimits.schedules, { error: `an app has at most ${eventLimits.schedules} scheduled triggers` })
    .default([]),
  preUninstall: z.array(z.strictObject({ key: keySchema, function: z.string() })).default([]),
  function: z
    .array(z.looseObject({ key: z.string(), timeoutSeconds: z.number().int().min(1).max(900).optional() }))
    .default([]),
});

const manifestSchema = z.object({
  modules: modulesSchema,
  permissions: z
    .looseObject({
      scopes: z
        .union([z.array(z.string()), z.record(z.string(), z.unknown()).transform((scopes) => Object.keys(scopes))])
        .default([]),
    })
    .default({ scopes: [] }),
});

/**
 * Reads the consumers, triggers and schedules of manifest.yml, and what runs before the app is uninstalled.
 * @throws Error with the reason when Forge would not deploy it, or when it has something that the sandbox does not model
 */
export function readEventModules(manifestYaml: string): EventModules {
  const parsed = manifestSchema.safeParse(parse(manifestYaml));
  if (!parsed.success) throw new Error(`manifest.yml cannot be used: ${z.prettifyError(parsed.error)}`);
  const { consumer, trigger, scheduledTrigger, preUninstall, function: functions } = parsed.data.modules;
  const refuse = (reason: string): never => {
    throw new Error(`manifest.yml cannot be used: ${reason}`);
  };
  for (const { key, function: functionKey } of [...consumer, ...trigger, ...scheduledTrigger, ...preUninstall]) {
    if (!functions.some((one) => one.key === functionKey))
      refuse(`the module '${key}' names the function '${functionKey}', which is not declared.`);
  }
  for (const { key, events } of trigger) {
    for (const event of events) {
      const missing = missingScopes(event, parsed.data.permissions.scopes);
      if (missing === undefined) refuse(`the sandbox does not model the event '${event}' of the trigger '${key}'.`);
      else if (missing.length > 0)
        refuse(`the trigger '${key}' needs the scope ${missing.join(' and ')} for the event '${event}'.`);
    }
  }
  // Only what no trigger uses may run longer (limits-invocation, 2026-09-01).
  const inBackground = [...consumer, ...scheduledTrigger]
    .map((one) => one.function)
    .filter((functionKey) => !trigger.some((one) => one.function === functionKey));
  return {
    consumers: consumer.map(({ key, queue, function: functionKey }) => ({ key, queue, functionKey })),
    triggers: trigger.map(({ key, function: functionKey, events, filter }) => ({
      key,
      functionKey,
      events,
      ignoreSelf: filter?.ignoreSelf ?? false,
    })),
    schedules: scheduledTrigger.map(({ key, function: functionKey, interval }) => ({ key, functionKey, interval })),
    uninstalls: preUninstall.map(({ key, function: functionKey }) => ({ key, functionKey })),
    limitMilliseconds: new Map([
      ...trigger.map((one) => [one.function, eventLimits.triggerMilliseconds] as const),
      ...functions
        .filter(({ key }) => inBackground.includes(key))
        .map(({ key, timeoutSeconds = eventLimits.backgroundSeconds }) => [key, timeoutSeconds * 1000] as const),
    ]),
  };
}
