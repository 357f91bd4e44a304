import type { Sandbox, TrafficEntry } from '../sandbox-types';

/** An invocation in one row; what it did in detail is asked for by its number. */
export interface InspectedInvocation {
  /** Counted from the first one that was looked at; the same for as long as the sandbox runs. */
  number: number;
  at: number;
  name: string;
  accountId: string | null;
  outcome: TrafficEntry['outcome'];
  milliseconds: number;
  jiraCalls: number;
  jiraPoints: number;
  kvsReads: number;
  kvsWrites: number;
  /** Logs at the levels warn and error. */
  warnings: number;
  lateCalls: number;
}

/** Entries have no name of their own, and their place changes when old ones are forgotten. */
const numbers = new WeakMap<TrafficEntry, number>();
let lastNumber = 0;

/** So many events and unmodelled calls are told at once; how many there are is told too. */
const mostTold = 50;

/** What the app did and what waits to be delivered to it; everything newest first. */
export function inspectTraffic({ traffic, events, jira }: Pick<Sandbox, 'traffic' | 'events' | 'jira'>) {
  return {
    invocations: traffic.map((entry) => rowOf(entry, numberOf(entry))).reverse(),
    /** How many events are on their way, and the newest of them. */
    pending: events.pending.length,
    pendingEvents: events.pending
      .slice(-mostTold)
      .map(({ id, kind, name, functionKey, at, dueAt, retries }) => ({
        id,
        kind,
        name,
        functionKey,
        at,
        dueAt,
        retries,
      }))
      .reverse(),
    /** Calls of Jira, whoever made them, that nothing here models. */
    unmodelled: jira.unmodelled.slice(-mostTold).reverse(),
  };
}

/** All that is known of one invocation; undefined when it has been forgotten. */
export function inspectInvocation(traffic: readonly TrafficEntry[], number: number): TrafficEntry | undefined {
  return traffic.find((entry) => numbers.get(entry) === number);
}

function numberOf(entry: TrafficEntry): number {
  const known = numbers.get(entry);
  if (known !== undefined) return known;
  lastNumber += 1;
  numbers.set(entry, lastNumber);
  return lastNumber;
}

function rowOf({ at, name, accountId, outcome, record }: TrafficEntry, number: number): InspectedInvocation {
  return {
    number,
    at,
    name,
    accountId,
    outcome,
    milliseconds: record.milliseconds,
    jiraCalls: record.jiraCalls.length,
    jiraPoints: record.jiraPoints,
    kvsReads: record.kvsReads,
    kvsWrites: record.kvsWrites,
    warnings: record.logs.filter(({ level }) => level === 'warn' || level === 'error').length,
    lateCalls: record.lateCalls.length,
  };
}
