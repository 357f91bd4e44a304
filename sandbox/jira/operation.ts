import type { Site } from '../site/site';
import type { Person } from './people';
import type { Query } from './query';
import type { SearchableProperty } from './searchable-property';

/** What an operation gets to answer with. */
export interface Call {
  site: Site;
  person: Person;
  /** The named parts of the path. */
  path: Readonly<Record<string, string>>;
  query: Query;
  /** The parsed JSON of the body; undefined when there is none. */
  body: unknown;
  /** Milliseconds since 1970. */
  now: () => number;
  /** What JQL may ask of issue properties. */
  searchable: readonly SearchableProperty[];
  /** The site as its lists of issues show it now, which may be behind; these issues, by id, are not. */
  asListed: (reconciled: readonly string[]) => Site;
  /** To be called after the site was changed. */
  changed: () => void;
}

export interface Reply {
  status: number;
  body: unknown;
  /** How many issues and how many users the answer holds, for the points. */
  issues: number;
  users?: number;
  headers?: Record<string, string>;
}

/** One operation of Atlassian's description of the REST API, as far as it is modelled. */
export interface Operation {
  operationId: string;
  method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** With `{names}`, as in the description. */
  path: string;
  /** The OAuth 2.0 scopes of the description (`security`, state "Current"): all are needed. */
  scopes: readonly string[];
  /** The query parameters that are modelled; any other answers 501. */
  parameters: readonly string[];
  /** @throws JiraRefusal or NotModelled */
  answer(call: Call): Reply;
}

export function replyWith(body: unknown, issues = 0): Reply {
  return { status: 200, body, issues };
}
