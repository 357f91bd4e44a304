import { findOperation } from '../jira/jira';
import { appAccountId } from '../jira/people';
import type {
  Actor,
  Conditions,
  ForgeApp,
  InvocationRecord,
  Jira,
  JiraAnswer,
  JiraRequest,
  Kvs,
} from '../sandbox-types';
import { wordsOf } from '../receipts';
import { forgeRefusalTable } from './refusals';
import { faultHeaders, takeFault } from './faults';
import type { CallTarget } from './invocation';
import { issuesNamedBy } from './issues-named';
import { keysOf, serveWithFaults } from './storage-faults';

export interface Backend {
  app: ForgeApp;
  jira: Jira;
  kvs: Kvs;
  now: () => number;
  conditions: Conditions;
  /** The id and the key of an issue that is called by one of them; without it a fault knows an issue by what the call says. */
  namesOfIssue?: (name: string) => readonly string[];
  /** Takes what the app pushes to a queue; without it the app has none. */
  push?: (request: unknown) => { status: number; body: unknown };
}

/** Literally so, braces and all: @forge/events 3.0.8, and Forge's proxy fills them in. */
const pushPath = '/webhook/queue/publish/{contextAri}/{environmentId}/{appId}/{appVersion}';

/**
 * Answers one call that the app makes through an SDK, and writes down what it cost.
 * @param accountId who the invocation acts for
 * @param started when the app made the call, in milliseconds since 1970
 * @throws Error naming the call when the sandbox has nothing that could answer it
 */
export function answerCall(
  { app, jira, kvs, now, conditions, namesOfIssue, push }: Backend,
  record: InvocationRecord,
  accountId: string,
  [target, path, init]: [target: CallTarget, path: string, init: RequestInit],
  started: number,
): Response {
  const name = [target.type, target.provider, target.remote].filter((part) => part !== undefined).join(' ');
  const body = bodyOf(init, `${name} ${path}`);
  if (target.type === 'egress') throw refusedEgress(path);
  if (target.type === 'kvs') return answerKvs({ app, kvs, now, conditions }, record, path, body, started);
  if (target.type === 'fpp' && target.remote === 'jira') {
    const actor = actorOf(target, accountId, app);
    if (actor === 'needs authentication') {
      // @forge/api turns this header into NeedsAuthenticationError.
      const { status, words } = forgeRefusalTable.needsAuthentication;
      return new Response(null, { status, headers: { 'forge-proxy-error': words } });
    }
    const method = (init.method ?? 'GET').toUpperCase();
    const request = { method, path, ...(body === undefined ? {} : { body }) };
    const answer = faultyAnswer(conditions, request, namesOfIssue) ?? jira.serve(request, actor);
    record.jiraCalls.push({
      method,
      path,
      status: answer.status,
      points: answer.points,
      milliseconds: now() - started,
    });
    record.jiraPoints += answer.points;
    return response(answer.status, answer.body, answer.headers);
  }
  if (target.type === 'fpp' && target.remote === 'stargate' && path === pushPath && push !== undefined) {
    const answer = push(body === undefined ? undefined : JSON.parse(body));
    return response(answer.status, answer.body);
  }
  throw new Error(`The sandbox does not model the call '${name} ${path}'.`);
}

/** A call that fails on purpose does not happen: Jira has changed nothing. Its points are those of any refusal. */
function faultyAnswer(
  conditions: Conditions,
  request: JiraRequest,
  namesOfIssue: (name: string) => readonly string[] = (name) => [name],
): JiraAnswer | undefined {
  const operationId = findOperation(request)?.operation.operationId;
  const { pathname: path } = new URL(request.path, 'https://jira.invalid');
  const isAboutIssues = conditions.faults.some(({ issue }) => issue !== undefined);
  const issues = isAboutIssues ? issuesNamedBy(request).flatMap(namesOfIssue) : [];
  const fault = takeFault(conditions, { operationId, path, keys: [], issues });
  if (fault === undefined) return undefined;
  // Status and header are what clients go by; the words are the sandbox's.
  const body = { errorMessages: [`The sandbox was told to answer ${fault.status} here.`], errors: {} };
  return { status: fault.status, headers: faultHeaders(fault), body, points: 1, operationId: operationId ?? null };
}

function actorOf(target: CallTarget, accountId: string, app: ForgeApp): Actor | 'needs authentication' {
  switch (target.provider) {
    case 'app':
      return { accountId: appAccountId, scopes: app.scopes };
    case 'none':
      return { accountId: null, scopes: app.scopes };
    case 'user':
      if (target.accountId !== undefined && target.accountId !== accountId) {
        throw new Error(
          `The sandbox does not model asUser('${target.accountId}') for somebody who did not make the call.`,
        );
      }
      return accountId === '' ? 'needs authentication' : { accountId, scopes: app.scopes };
    default:
      throw new Error(`The sandbox does not model the provider '${target.provider ?? ''}'.`);
  }
}

function answerKvs(
  { kvs, app, conditions, now }: Omit<Backend, 'jira'>,
  record: InvocationRecord,
  path: string,
  body: string | undefined,
  started: number,
): Response {
  if (!app.scopes.includes('storage:app')) {
    const { status, words } = forgeRefusalTable.storageScopeMissing;
    return response(status, { code: 'UNAUTHORIZED', message: words });
  }
  if (/\/(get|query)$/.test(path)) record.kvsReads += 1;
  else record.kvsWrites += 1;
  const request: unknown = body === undefined ? undefined : JSON.parse(body);
  const answer = serveWithFaults(kvs, conditions, path, request);
  record.kvsCalls.push({ path, keys: keysOf(request), status: answer.status, milliseconds: now() - started });
  return response(answer.status, answer.body, answer.headers);
}

function bodyOf({ body }: RequestInit, call: string): string | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'string') return body;
  throw new Error(`The sandbox only models text bodies: '${call}'.`);
}

function response(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  if (body === undefined) return new Response(null, { status, headers });
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json;charset=UTF-8', ...headers },
  });
}

/** As the runtime refuses a host that manifest.yml does not declare: @forge/api 8.3.0, ExternalEndpointNotAllowedError. */
function refusedEgress(url: string): Error {
  const { egressNotDeclared } = forgeRefusalTable;
  const error = new Error(wordsOf(egressNotDeclared, url));
  error.name = 'REQUEST_EGRESS_ALLOWLIST_ERR';
  return Object.assign(error, { status: egressNotDeclared.status });
}
