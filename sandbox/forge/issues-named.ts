import type { JiraRequest } from '../sandbox-types';

/** What a call of Jira's may name an issue by: the parts of its path, and every text and number in its JSON body. */
export function issuesNamedBy({ path, body }: JiraRequest): string[] {
  const { pathname } = new URL(path, 'https://jira.invalid');
  return [...pathname.split('/').filter((part) => part !== ''), ...leavesOf(jsonOf(body))];
}

function leavesOf(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [];
}

/** What is not JSON is Jira's to refuse. */
function jsonOf(body: string | undefined): unknown {
  try {
    const value: unknown = JSON.parse(body ?? 'null');
    return value;
  } catch {
    return undefined;
  }
}
