import type { Conditions, Fault } from '../sandbox-types';

/** What a call is known by, for whoever wants it to fail. */
export interface FaultTarget {
  /** Jira's operationId, when the call is modelled. */
  operationId?: string | undefined;
  /** Of Jira or of Forge storage, without a query. */
  path: string;
  /** The keys of Forge storage that the call is about. */
  keys: readonly string[];
  /** The issues that a call of Jira names, each by its id and by its key. */
  issues?: readonly string[];
}

/** The fault that this call runs into, which then has one time less left. A fault that is used up is gone. */
export function takeFault({ faults }: Conditions, target: FaultTarget): Fault | undefined {
  const at = faults.findIndex((fault) => hits(fault, target) && (fault.times === null || fault.times > 0));
  const fault = faults[at];
  if (fault === undefined || fault.times === null) return fault;
  fault.times -= 1;
  if (fault.times <= 0) faults.splice(at, 1);
  return fault;
}

/** The headers of an answer that fails on purpose. */
export function faultHeaders({ retryAfter }: Fault): Record<string, string> {
  return retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
}

function hits({ operation, key, issue }: Fault, { operationId, path, keys, issues = [] }: FaultTarget): boolean {
  const isNamed = operation === operationId || (operation.startsWith('/') && path.startsWith(operation));
  return isNamed && (key === undefined || keys.includes(key)) && (issue === undefined || issues.includes(issue));
}
