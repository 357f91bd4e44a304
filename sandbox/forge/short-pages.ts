import * as z from 'zod';
import { findOperation } from '../jira/jira';
import type { Conditions, Jira, JiraRequest } from '../sandbox-types';

/**
 * Jira whose pages hold one object at the most while `conditions.shortPages` is on: as if that were the most that it
 * serves. Whoever asks for 1000 is told `maxResults: 1`, as Jira tells its own most (1000 asked, 50 echoed; measured
 * 2026-10-02).
 */
export function withShortPages(jira: Jira, conditions: Conditions): Jira {
  return {
    unmodelled: jira.unmodelled,
    serve: (request, actor) => jira.serve(conditions.shortPages ? shortened(request) : request, actor),
  };
}

function shortened(request: JiraRequest): JiraRequest {
  const found = findOperation(request);
  if (pagedInBody.has(found?.operation.operationId ?? '')) return shortenedBody(request);
  if (found?.operation.parameters.includes('maxResults') !== true) return request;
  const { pathname, searchParams } = new URL(request.path, 'https://jira.invalid');
  // What Jira refuses, it refuses on a bad day too.
  if (!/^0*[1-9]\d*$/.test(searchParams.get('maxResults') ?? '1')) return request;
  searchParams.set('maxResults', '1');
  return { ...request, path: `${pathname}?${searchParams.toString()}` };
}

/** The operations that name their page in the body. */
const pagedInBody = new Set(['searchAndReconsileIssuesUsingJqlPost', 'getBulkChangelogs']);

function shortenedBody(request: JiraRequest): JiraRequest {
  const body = searchSchema.safeParse(request.body === undefined ? undefined : parsedJson(request.body));
  return body.success ? { ...request, body: JSON.stringify({ ...body.data, maxResults: 1 }) } : request;
}

const searchSchema = z.looseObject({ maxResults: z.number().int().positive().optional() });

/** What is not JSON is Jira's to refuse. */
function parsedJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
