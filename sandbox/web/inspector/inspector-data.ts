import * as z from 'zod';

const listOf = <Row extends z.ZodType>(rowSchema: Row) =>
  z.object({ total: z.number(), from: z.number(), rows: z.array(rowSchema) });

export const overviewSchema = z.object({
  boards: z.array(
    z.object({
      id: z.number(),
      name: z.string(),
      type: z.string(),
      projectKey: z.string(),
      estimation: z.string().nullable(),
    }),
  ),
  sprints: z.array(
    z.object({
      id: z.number(),
      name: z.string(),
      state: z.enum(['future', 'active', 'closed']),
      originBoardId: z.number(),
      startDate: z.string().nullable(),
      endDate: z.string().nullable(),
      issues: z.number(),
    }),
  ),
  users: z.array(
    z.object({
      accountId: z.string(),
      displayName: z.string(),
      role: z.string(),
      active: z.boolean(),
      locale: z.string(),
      timeZone: z.string(),
    }),
  ),
  issues: z.number(),
  values: z.number(),
  entities: z.array(z.object({ name: z.string(), count: z.number() })),
});
export type Overview = z.infer<typeof overviewSchema>;

const issueSchema = z.object({
  key: z.string(),
  summary: z.string(),
  type: z.string(),
  status: z.object({ name: z.string(), category: z.enum(['new', 'indeterminate', 'done']) }),
  assignee: z.string().nullable(),
  /** Seconds. */
  estimate: z.number().nullable(),
  sprints: z.array(z.object({ name: z.string(), isOpen: z.boolean() })),
});
export const issuesSchema = listOf(issueSchema);

const storedSchema = z.object({
  key: z.string(),
  version: z.number().nullable(),
  bytes: z.number(),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export const storedValuesSchema = listOf(storedSchema);

const invocationSchema = z.object({
  number: z.number(),
  at: z.number(),
  name: z.string(),
  accountId: z.string().nullable(),
  outcome: z.enum(['answered', 'problem', 'error']),
  milliseconds: z.number(),
  jiraCalls: z.number(),
  jiraPoints: z.number(),
  kvsReads: z.number(),
  kvsWrites: z.number(),
  warnings: z.number(),
  lateCalls: z.number(),
});
const pendingEventSchema = z.object({
  id: z.string(),
  kind: z.enum(['queue', 'trigger']),
  name: z.string(),
  functionKey: z.string(),
  at: z.number(),
  dueAt: z.number(),
  retries: z.number(),
});
export type PendingEvent = z.infer<typeof pendingEventSchema>;

export const trafficSchema = z.object({
  invocations: z.array(invocationSchema),
  /** How many events are on their way, and the newest of them. */
  pending: z.number(),
  pendingEvents: z.array(pendingEventSchema),
  /** Calls of Jira that the sandbox does not model. */
  unmodelled: z.array(z.string()),
});
export type Invocation = z.infer<typeof invocationSchema>;

export const invocationDetailsSchema = z.object({
  functionKey: z.string(),
  moduleKey: z.string().nullable(),
  accountId: z.string().nullable(),
  error: z.string().optional(),
  problem: z.unknown().optional(),
  record: z.object({
    jiraCalls: z.array(
      z.object({
        method: z.string(),
        path: z.string(),
        status: z.number(),
        points: z.number(),
        milliseconds: z.number(),
      }),
    ),
    kvsCalls: z.array(
      z.object({ path: z.string(), keys: z.array(z.string()), status: z.number(), milliseconds: z.number() }),
    ),
    logs: z.array(z.object({ level: z.enum(['debug', 'info', 'warn', 'error']), text: z.string() })),
    lateCalls: z.array(z.string()),
  }),
});
export type InvocationDetails = z.infer<typeof invocationDetailsSchema>;

const faultSchema = z.object({
  operation: z.string(),
  key: z.string().exactOptional(),
  issue: z.string().exactOptional(),
  status: z.number(),
  retryAfter: z.number().exactOptional(),
  times: z.number().nullable(),
});
export type Fault = z.infer<typeof faultSchema>;

export const conditionsSchema = z.object({
  conditions: z.object({
    shortPages: z.boolean(),
    delayMilliseconds: z.number(),
    queryLagMilliseconds: z.number(),
    listLagMilliseconds: z.number(),
    promptExpiry: z.boolean(),
    realtimeOff: z.boolean(),
    faults: z.array(faultSchema),
  }),
  /** What a fault can be put on. */
  faultTargets: z.array(z.string()),
});
export type Conditions = z.infer<typeof conditionsSchema>['conditions'];

export const storedValueSchema = z.object({ value: z.unknown() });

const refusalSchema = z.object({ message: z.string() });

/**
 * Asks the inspector's half of the server.
 *
 * @throws Error with the server's own sentence
 */
export async function askInspector(path: string): Promise<string> {
  const response = await fetch(path).catch(() => {
    throw new Error('The sandbox does not answer. Is it still running?');
  });
  return textOf(response);
}

export interface ConditionsChange extends Partial<Omit<Conditions, 'faults'>> {
  faults?: Fault[];
  removeFault?: Pick<Fault, 'operation' | 'key' | 'issue' | 'status'>;
  addFault?: Fault;
}

/** @throws Error with the server's own sentence when that cannot be */
export async function changeConditions(change: ConditionsChange): Promise<void> {
  await textOf(await fetch('/sandbox/conditions', { method: 'POST', body: JSON.stringify(change) }));
}

const uninstalledSchema = z.object({
  calls: z.array(z.object({ moduleKey: z.string(), error: z.string().nullable() })),
  values: z.number(),
  left: z.array(z.object({ propertyKey: z.string(), issues: z.number() })),
});
export type Uninstalled = z.infer<typeof uninstalledSchema>;

/** Takes the app off the site and puts it back empty. @throws Error with the server's own sentence when that cannot be */
export async function uninstallApp(): Promise<Uninstalled> {
  return uninstalledSchema.parse(jsonOf(await textOf(await fetch('/sandbox/uninstall', { method: 'POST' }))));
}

async function textOf(response: Response): Promise<string> {
  const text = await response.text();
  if (response.ok) return text;
  const refusal = refusalSchema.safeParse(jsonOf(text));
  throw new Error(refusal.success ? refusal.data.message : `The sandbox answered ${String(response.status)}.`);
}

/** undefined when it is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
