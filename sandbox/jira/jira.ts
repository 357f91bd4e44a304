import type { Actor, Conditions, Jira, JiraAnswer, JiraRequest } from '../sandbox-types';
import type { Site } from '../site/site';
import { watchChanges } from './changelog';
import { completeFamilies } from './family';
import { jiraLimits } from './limits';
import { openListLag } from './list-lag';
import type { Operation, Reply } from './operation';
import { operations } from './operations';
import { personOf } from './people';
import { readQuery } from './query';
import { JiraRefusal, NotModelled } from './refusal';
import { jiraRefusalTable } from './refusals';
import { refused } from './refuse';
import type { SearchableProperty } from './searchable-property';

/**
 * A small Jira Cloud over the data of one site. It answers what `operations` models, in the shapes of Atlassian's
 * description, and 501 for everything else. Fields that follow from an issue's sub-tasks are added to the site.
 * @param now milliseconds since 1970
 * @param changed called after each change of `site`
 * @param conditions how far its lists of issues are behind
 * @param searchable what the installed app lets JQL ask of issue properties
 */
export function createJira(
  site: Site,
  now: () => number,
  changed: () => void,
  conditions: Pick<Conditions, 'listLagMilliseconds'> = { listLagMilliseconds: 0 },
  searchable: readonly SearchableProperty[] = [],
): Jira {
  const unmodelled: string[] = [];
  const listLag = openListLag(site, now, conditions);
  completeFamilies(site);
  return {
    unmodelled,
    serve(request, actor) {
      const found = findOperation(request);
      try {
        if (found === undefined) throw new NotModelled('this operation');
        return answer(found, request, actor);
      } catch (error) {
        const operationId = found?.operation.operationId ?? null;
        if (error instanceof JiraRefusal) {
          const { errorMessages, errors } = error;
          return refusal(error.status, { errorMessages, errors }, operationId);
        }
        if (!(error instanceof NotModelled)) throw error;
        const call = `${request.method} ${request.path}`;
        unmodelled.push(call);
        const message = `The sandbox does not model ${error.message}: ${call}`;
        return refusal(501, { errorMessages: [message], errors: {} }, null);
      }
    },
  };

  function answer({ operation, path, url }: FoundOperation, request: JiraRequest, actor: Actor): JiraAnswer {
    // Scopes belong to the app, whoever uses it: they are looked at first.
    if (actor.scopes !== 'all' && operation.scopes.some((scope) => !actor.scopes.includes(scope))) {
      const { status, words } = jiraRefusalTable.scopeMissing;
      return refusal(status, { code: status, message: words }, operation.operationId);
    }
    const person = personOf(site, actor.accountId) ?? (operation.scopes.length === 0 ? nobody : undefined);
    if (person === undefined) throw refused(jiraRefusalTable.notLoggedIn);
    const extra = [...url.searchParams.keys()].find((name) => !operation.parameters.includes(name));
    if (extra !== undefined) throw new NotModelled(`the parameter '${extra}'`);
    const query = readQuery(url.searchParams);
    const isWrite = operation.method !== 'GET';
    const remember = isWrite ? listLag.beforeChange() : () => undefined;
    const writeDown = isWrite ? watchChanges(site) : () => undefined;
    const reply = operation.answer({
      site,
      person,
      path,
      query,
      body: jsonOf(request.body),
      now,
      searchable,
      asListed: listLag.asListed,
      changed() {
        remember();
        writeDown(person.accountId, now());
        changed();
      },
    });
    return {
      status: reply.status,
      headers: {
        ...(reply.body === undefined ? {} : { 'content-type': 'application/json;charset=UTF-8' }),
        ...reply.headers,
      },
      // A copy, as over the wire: nobody gets hold of the site's own objects.
      body: reply.body === undefined ? undefined : jsonOf(JSON.stringify(reply.body)),
      points: pointsOf(operation, reply),
      operationId: operation.operationId,
    };
  }
}

interface FoundOperation {
  operation: Operation;
  path: Record<string, string>;
  url: URL;
}

/** For the one operation that everybody may ask. */
const nobody = {
  accountId: '',
  displayName: '',
  accountType: 'atlassian',
  role: 'outsider',
  locale: 'en_US',
  timeZone: 'UTC',
} as const;

/** Jira's price list: GET costs a point, one more for each issue read and two for each user; a write costs a point. */
function pointsOf({ method }: Operation, { issues, users = 0 }: Reply): number {
  const read = issues * jiraLimits.pointsOfAnIssueRead + users * jiraLimits.pointsOfAUserRead;
  return jiraLimits.pointsOfACall + (method === 'GET' ? read : 0);
}

function refusal(status: number, body: object, operationId: string | null): JiraAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json;charset=UTF-8' },
    body,
    points: jiraLimits.pointsOfACall,
    operationId,
  };
}

/** The operation that a request is for; undefined when none is modelled. */
export function findOperation({ method, path }: JiraRequest): FoundOperation | undefined {
  const url = new URL(path, 'https://jira.invalid');
  const parts = url.pathname.split('/');
  for (const operation of operations) {
    const named = operation.method === method.toUpperCase() ? match(operation.path.split('/'), parts) : undefined;
    if (named !== undefined) return { operation, path: named, url };
  }
  return undefined;
}

function match(pattern: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== parts.length) return undefined;
  const named: Record<string, string> = {};
  for (const [index, wanted] of pattern.entries()) {
    const part = parts[index];
    if (part === undefined) return undefined;
    const name = /^\{(\w+)\}$/.exec(wanted)?.[1];
    if (name !== undefined) named[name] = decoded(part);
    else if (wanted !== part) return undefined;
  }
  return named;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function jsonOf(text: string | undefined): unknown {
  if (text === undefined || text === '') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    throw refused(jiraRefusalTable.bodyIsNotJson);
  }
}
