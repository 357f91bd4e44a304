import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { noConditions } from '../../../sandbox/forge/conditions';
import type {
  Actor,
  ForgeModule,
  InvocationRecord,
  JiraRequest,
  PropertiesQuestion,
  ResolverInvocation,
  Sandbox,
} from '../../../sandbox/sandbox-types';
import { serveSandbox } from '../../../sandbox/server/serve';
import type { SiteUser } from '../../../sandbox/site/site';

/** A sandbox without Jira and Forge behind it, which writes down what the server asked of it. */
export interface ServedSandbox {
  port: number;
  site: string;
  jiraRequests: { request: JiraRequest; actor: Actor }[];
  invocations: ResolverInvocation[];
  questions: PropertiesQuestion[];
  /** What the app answers to the next questions for dynamic properties. */
  answerProperties(answer: () => unknown): void;
  saves: () => number;
  ask(path: string, options?: AskOptions): Promise<HttpReply>;
  close(): Promise<void>;
}

export interface AskOptions {
  /** Without it the site's own. */
  host?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

export interface HttpReply {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

const user = (accountId: string, displayName: string): SiteUser => ({
  accountId,
  displayName,
  role: 'member',
  active: true,
  locale: 'en_GB',
  timeZone: 'Europe/London',
});

const files: Record<string, string> = {
  'secret.txt': 'SECRET',
  'dist/sandbox-web/index.html': '<!doctype html><html lang="en"><head><title>Jira</title></head></html>',
  'dist/sandbox-web/frame-bridge.js': '/* bridge */',
  'dist/sandbox-web/assets/page.js': '/* page */',
  'static/page/index.html':
    '<!doctype html><html><head><meta charset="utf-8"><script>window.early = 1</script><script src="./app.js"></script></head><body></body></html>',
  'static/page/app.js': '/* app */',
  'dist/glance/index.js': '/* glance */',
};

const nothingDone = (): InvocationRecord => ({
  jiraCalls: [],
  jiraPoints: 0,
  kvsReads: 0,
  kvsWrites: 0,
  kvsCalls: [],
  milliseconds: 0,
  logs: [],
  lateCalls: [],
});

export async function serveForTest(permissions: Record<string, unknown> = {}, wantedPort = 0): Promise<ServedSandbox> {
  const root = await mkdtemp(join(tmpdir(), 'served-sandbox-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
  await symlink(join(root, 'secret.txt'), join(root, 'static/page/link.txt'));
  const jiraRequests: ServedSandbox['jiraRequests'] = [];
  const invocations: ResolverInvocation[] = [];
  let saves = 0;
  let properties: () => unknown = () => undefined;
  const questions: PropertiesQuestion[] = [];
  const modules: ForgeModule[] = ['backlog', 'sprint'].map((menu) => ({
    type: `jira:${menu}Action`,
    key: `from-${menu}`,
    title: 'Plan',
    viewportSize: 'max',
    resourceKey: 'page',
    resourcePath: 'static/page',
    functionKey: `${menu}-resolver`,
    render: undefined,
    label: undefined,
    status: undefined,
    propertiesFunctionKey: undefined,
  }));
  modules.push({
    type: 'jira:issueContext',
    key: 'panel',
    title: 'Plan',
    viewportSize: undefined,
    resourceKey: 'glance',
    resourcePath: 'src/glance.tsx',
    functionKey: 'panel-resolver',
    render: 'native',
    label: 'Range',
    status: { type: 'lozenge', value: { label: 'Estimate', type: 'default' } },
    propertiesFunctionKey: 'panel-status',
  });
  const sandbox: Sandbox = {
    app: {
      id: 'ari:cloud:ecosystem::app/1',
      scopes: [],
      modules,
      functions: {},
      entities: {},
      permissions,
      searchable: [],
    },
    site: {
      name: 'Test',
      timeTracking: { workingHoursPerDay: 8, workingDaysPerWeek: 5, timeFormat: 'pretty', defaultUnit: 'minute' },
      users: [user('712020:ann', 'Ann'), user('ben', 'Ben')],
      projects: [],
      boards: [{ id: 7, name: 'Board', type: 'scrum', projectKey: 'T' }],
      sprints: [],
      issues: [],
    },
    jira: {
      unmodelled: [],
      serve: (jiraRequest, actor) => {
        jiraRequests.push({ request: jiraRequest, actor });
        return {
          status: 200,
          headers: { 'x-operation': 'test' },
          body: { asked: true },
          points: 1,
          operationId: 'test',
        };
      },
    },
    uninstall: () => Promise.resolve({ calls: [], values: 3, left: [{ propertyKey: 'planprism', issues: 2 }] }),
    kvs: { serve: () => ({ status: 204, body: undefined }) },
    stored: { values: {}, entities: {} },
    host: {
      invoke: (invocation) => {
        invocations.push(invocation);
        return Promise.resolve({ body: { value: 'planned' }, record: nothingDone() });
      },
      askProperties: (question) => {
        questions.push(question);
        return Promise.resolve({ body: properties(), record: nothingDone() });
      },
    },
    conditions: noConditions(),
    traffic: [],
    events: {
      pending: [],
      emit: () => undefined,
      deliver: () => Promise.resolve([]),
      runSchedule: (key) => Promise.reject(new Error(key)),
    },
    save: () => {
      saves += 1;
      return Promise.resolve();
    },
  };
  const served = await serveSandbox(sandbox, { port: wantedPort, root }).catch(async (error: unknown) => {
    await rm(root, { recursive: true });
    throw error;
  });
  const port = Number(new URL(served.url).port);
  return {
    port,
    site: served.url,
    jiraRequests,
    invocations,
    questions,
    answerProperties: (answer) => {
      properties = answer;
    },
    saves: () => saves,
    ask: (path, options) => ask(port, path, options),
    close: async () => {
      await served.close();
      await rm(root, { recursive: true });
    },
  };
}

/** `fetch` would tidy the path and write its own Host header; what is tested here is what comes without that. */
function ask(
  port: number,
  path: string,
  { host, method = 'GET', headers = {}, body }: AskOptions = {},
): Promise<HttpReply> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { port, host: '127.0.0.1', path, method, headers: { host: host ?? `localhost:${port}`, ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          });
        });
      },
    );
    asked.on('error', reject);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
