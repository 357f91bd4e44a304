import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import type { OpenedSandbox } from '../sandbox/open-sandbox';
import { openSandbox } from '../sandbox/open-sandbox';
import type { InvocationResult } from '../sandbox/sandbox-types';
import { type Answer, answers, type CallName, type Payload, type Value } from '../src/contract';
import * as handlers from '../src/index';

export { csvSite, devlakeSite, shared } from './real-sites';

const root = resolve(__dirname, '..');

/** What each sandbox of the running test did not model. */
const unmodelled: (readonly string[])[] = [];

afterEach(() => {
  // Whatever a test is about: what the app asks for and the sandbox does not model was not tried.
  const left = unmodelled.splice(0).flat();
  expect(left).toEqual([]);
});

/** The real handlers on the real SDKs, over a sandbox that nobody has used yet and that leaves nothing behind. */
export interface App {
  sandbox: OpenedSandbox;
  /** Calls a resolver as this user and gives its answer, checked against the contract; not logged in is ''. */
  call<Name extends CallName>(name: Name, payload: Payload<Name>, accountId?: string): Promise<Answer<Value<Name>>>;
  /** The same with a payload that no page of ours would send, and all that the invocation did. */
  invoke(
    name: string,
    payload: unknown,
    accountId?: string,
    extension?: Record<string, unknown>,
  ): Promise<InvocationResult>;
  /** Calls that must succeed. */
  value<Name extends CallName>(name: Name, payload: Payload<Name>, accountId?: string): Promise<Value<Name>>;
  /** Calls that must fail. */
  problem(
    name: CallName,
    payload: unknown,
    accountId?: string,
  ): Promise<{ code: string; message: string; current?: unknown }>;
}

/**
 * @param site a CSV export or a folder of REST answers; undefined is the made-up team
 * @param clock the platform's; the app's own handlers have the real one
 */
export async function openApp(site?: string, clock = { now: Date.UTC(2026, 10, 21, 9) }): Promise<App> {
  const sandbox = await openSandbox({
    site,
    reset: true,
    appFolder: root,
    stateFolder: join(tmpdir(), 'planprism-never-saved'),
    loadHandler: (handler) => {
      const name = handler.replace(/^index\./, '');
      const found = Object.entries(handlers).find(([exported]) => exported === name)?.[1];
      if (found === undefined) throw new Error(`src/index.ts exports no ${name}`);
      return Promise.resolve((event, context): unknown => Reflect.apply(found, undefined, [event, context]));
    },
    now: () => clock.now,
  });
  unmodelled.push(sandbox.jira.unmodelled);
  const module = sandbox.app.modules[0];
  const functionKey = module?.functionKey;
  if (module === undefined || functionKey === undefined) throw new Error('manifest.yml has no module with a resolver');
  const firstUser = sandbox.site.users[0]?.accountId ?? '';

  const invoke: App['invoke'] = (name, payload, accountId = firstUser, extension = {}) =>
    sandbox.host.invoke({ functionKey, name, payload, moduleKey: module.key, extension, accountId });

  const call = async <Name extends CallName>(
    name: Name,
    payload: Payload<Name>,
    accountId?: string,
  ): Promise<Answer<Value<Name>>> => {
    const { body, error } = await invoke(name, payload, accountId);
    if (error !== undefined) throw new Error(`${name} threw: ${error}`);
    return checked(name, body);
  };

  return {
    sandbox,
    invoke,
    call,
    async value(name, payload, accountId) {
      const answer = await call(name, payload, accountId);
      if ('problem' in answer) throw new Error(`${name}: ${answer.problem.code} ${answer.problem.message}`);
      return answer.value;
    },
    async problem(name, payload, accountId) {
      const { body, error } = await invoke(name, payload, accountId);
      if (error !== undefined) throw new Error(`${name} threw: ${error}`);
      const answer = checked(name, body);
      if ('value' in answer) throw new Error(`${name} answered a value where a problem was due`);
      return answer.problem;
    },
  };
}

function checked<Name extends CallName>(name: Name, body: unknown): Answer<Value<Name>> {
  if (typeof body !== 'object' || body === null) throw new Error(`${name} answered ${String(body)}`);
  if ('problem' in body) {
    const problem = body.problem;
    if (typeof problem !== 'object' || problem === null || !('code' in problem) || !('message' in problem))
      throw new Error(`${name}: not a problem`);
    const { code, message } = problem;
    const current = 'current' in problem ? answers.openPlanner.parse(problem.current) : undefined;
    const currentValue = 'currentValue' in problem ? { currentValue: Number(problem.currentValue) } : {};
    return {
      problem: {
        code: String(code),
        message: String(message),
        ...(current === undefined ? {} : { current }),
        ...currentValue,
      },
    };
  }
  if (!('value' in body)) throw new Error(`${name} answered neither a value nor a problem`);
  const schema: { parse(value: unknown): Value<Name> } = schemaOf(name);
  return { value: schema.parse(body.value) };
}

function schemaOf<Name extends CallName>(name: Name): { parse(value: unknown): Value<Name> } {
  const table: { [Each in CallName]: { parse(value: unknown): Value<Each> } } = answers;
  return table[name];
}
