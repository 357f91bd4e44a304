import { appAccountId } from '../jira/people';
import type { Actor, ForgeApp, InvocationRecord, Jira, Kvs } from '../sandbox-types';
import type { CallTarget } from './invocation';

export interface Backend {
  app: ForgeApp;
  jira: Jira;
  kvs: Kvs;
  now: () => number;
}

/**
 * Answers one call that the app makes through an SDK, and writes down what it cost.
 * @param accountId who the invocation acts for
 * @throws Error naming the call when the sandbox has nothing that could answer it
 */
export function answerCall(
  { app, jira, kvs, now }: Backend,
  record: InvocationRecord,
  accountId: string,
  target: CallTarget,
  path: string,
  init: RequestInit,
): Response {
  const name = [target.type, target.provider, target.remote].filter((part) => part !== undefined).join(' ');
  const body = bodyOf(init, `${name} ${path}`);
  if (target.type === 'egress') throw refusedEgress(path);
  if (target.type === 'kvs') return answerKvs(kvs, app, record, path, body);
  if (target.type === 'fpp' && target.remote === 'jira') {
    const actor = actorOf(target, accountId, app);
    if (actor === 'needs authentication') {
      // @forge/api turns this header into NeedsAuthenticationError.
      return new Response(null, { status: 401, headers: { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' } });
    }
    const method = (init.method ?? 'GET').toUpperCase();
    const started = now();
    const answer = jira.serve({ method, path, ...(body === undefined ? {} : { body }) }, actor);
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
  throw new Error(`The sandbox does not model the call '${name} ${path}'.`);
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
  kvs: Kvs,
  app: ForgeApp,
  record: InvocationRecord,
  path: string,
  body: string | undefined,
): Response {
  // The storage pages ask for the scope storage:app. How Forge answers without it no source says; this is Jira's wording.
  if (!app.scopes.includes('storage:app')) {
    return response(401, {
      code: 'UNAUTHORIZED',
      message: 'Unauthorized; scope does not match: storage:app is needed.',
    });
  }
  if (/\/(get|query)$/.test(path)) record.kvsReads += 1;
  else record.kvsWrites += 1;
  const request: unknown = body === undefined ? undefined : JSON.parse(body);
  const answer = kvs.serve(path, request);
  return response(answer.status, answer.body);
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
  const error = new Error(
    `URL not included in the external fetch backend permissions: ${url}. Visit go.atlassian.com/forge-egress for more information.`,
  );
  error.name = 'REQUEST_EGRESS_ALLOWLIST_ERR';
  return Object.assign(error, { status: 403 });
}
