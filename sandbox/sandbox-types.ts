import type { Site } from './site/site';

/** The seams between the parts of the sandbox: who serves what to whom. */

export interface JiraRequest {
  method: string;
  /** Path with query, as the app wrote it. */
  path: string;
  body?: string;
}

export interface JiraAnswer {
  status: number;
  headers: Record<string, string>;
  /** JSON, or undefined for an empty body. */
  body: unknown;
  /** What Jira would count for it: 1, and 1 more per issue read. */
  points: number;
  /** The operation of Atlassian's description that answered; null is an operation that is not modelled. */
  operationId: string | null;
}

export interface Actor {
  /** null is nobody: not logged in. */
  accountId: string | null;
  /** The scopes of the app's manifest; 'all' is Jira's own page. */
  scopes: readonly string[] | 'all';
}

export interface Jira {
  serve(request: JiraRequest, actor: Actor): JiraAnswer;
  /** Method and path of every request that no operation answered, oldest first. */
  unmodelled: string[];
}

/** What is kept in Forge's storage. */
export interface KvsState {
  values: Record<string, StoredValue>;
  /** By entity name, then by key. */
  entities: Record<string, Record<string, StoredValue>>;
}

export interface StoredValue {
  value: unknown;
  createdAt: number;
  updatedAt: number;
}

export interface Kvs {
  serve(path: string, body: unknown): { status: number; body: unknown };
}

/** What one invocation did and cost. */
export interface InvocationRecord {
  jiraCalls: { method: string; path: string; status: number; points: number; milliseconds: number }[];
  jiraPoints: number;
  kvsReads: number;
  kvsWrites: number;
  milliseconds: number;
  logs: { level: 'debug' | 'info' | 'warn' | 'error'; text: string }[];
  /** Calls that the app made after it had answered: on Forge their work is lost. */
  lateCalls: string[];
}

export interface ResolverInvocation {
  /** The key of the function in manifest.yml. */
  functionKey: string;
  /** The resolver's own name of the call: openPlanner. */
  name: string;
  payload: unknown;
  moduleKey: string;
  extension: Record<string, unknown>;
  accountId: string;
}

export interface InvocationResult {
  /** What the resolver answered, through JSON both ways. */
  body?: unknown;
  /** Set when the function threw or ran out of time. */
  error?: string;
  record: InvocationRecord;
}

export interface ForgeHost {
  invoke(invocation: ResolverInvocation): Promise<InvocationResult>;
}

export interface ForgeModule {
  type: string;
  key: string;
  title: string;
  viewportSize: string | undefined;
  resourceKey: string;
  /** Folder of the resource, relative to the app. */
  resourcePath: string;
  functionKey: string | undefined;
}

export interface ForgeApp {
  id: string;
  scopes: string[];
  modules: ForgeModule[];
  /** Function key to handler: `index.handler`. */
  functions: Record<string, string>;
  /** `app.storage.entities` of the manifest: entity name to its declared attributes. */
  entities: Record<string, { attributes: Record<string, string>; indexes: string[] }>;
  /** `permissions` of the manifest as it stands, for the CSP. */
  permissions: Record<string, unknown>;
}

/** A running sandbox without its web pages. */
export interface Sandbox {
  app: ForgeApp;
  site: Site;
  jira: Jira;
  kvs: Kvs;
  host: ForgeHost;
  /** Writes the state file now. */
  save(): Promise<void>;
}
