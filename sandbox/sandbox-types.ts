import type { SearchableProperty } from './jira/searchable-property';
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
  /** Milliseconds since 1970; absent: never. */
  expiresAt?: number;
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
  /** The calls of Forge storage, with the keys that they were about. */
  kvsCalls: { path: string; keys: string[]; status: number; milliseconds: number }[];
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
  /** Asks the function of a module for its dynamic properties. */
  askProperties(question: PropertiesQuestion): Promise<InvocationResult>;
}

/** What the page around a module asks before it shows it. */
export interface PropertiesQuestion {
  functionKey: string;
  moduleKey: string;
  extension: Record<string, unknown>;
  accountId: string;
}

export interface ForgeModule {
  type: string;
  key: string;
  title: string;
  viewportSize: string | undefined;
  resourceKey: string;
  /** Folder of the resource, or the file that a UI Kit module begins with; relative to the app. */
  resourcePath: string;
  functionKey: string | undefined;
  /** 'native' is UI Kit. */
  render: 'native' | undefined;
  /** The name of a panel of the issue view. */
  label: string | undefined;
  /** What the panel says while it is closed, unless its function says something else. */
  status: ModuleStatus | undefined;
  /** The function that tells what of the above is different now. */
  propertiesFunctionKey: string | undefined;
}

/** What a panel of the issue view says beside its name. */
export interface ModuleStatus {
  type: 'lozenge';
  value: { label: string; type: 'default' | 'inprogress' | 'moved' | 'new' | 'removed' | 'success' };
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
  /** What its `jira:entityProperty` modules let JQL ask of issues. */
  searchable: SearchableProperty[];
}

/** How the sandbox behaves beyond being correct: what Atlassian's services do on a bad day. Changed while it runs. */
export interface Conditions {
  /** Every page of Jira holds at most one object, so that paging always runs. */
  shortPages: boolean;
  /** Added to every Jira and storage call. */
  delayMilliseconds: number;
  /** A query of Forge storage does not see what was set so shortly before; a get does. */
  queryLagMilliseconds: number;
  /** A list of issues does not see what was changed so shortly before, apart from the issues it is told to reconcile. */
  listLagMilliseconds: number;
  /** Values of Forge storage are gone when they expire, not up to 48 hours later. */
  promptExpiry: boolean;
  /** Neither subscribing to a realtime channel nor publishing works. */
  realtimeOff: boolean;
  faults: Fault[];
}

/** Calls that fail on purpose. */
export interface Fault {
  /**
   * An operationId of Jira's, or the beginning of a path: `getBoard`, `/api/v1/transaction`. `/rest/` is all of Jira,
   * `/api/` all of Forge storage.
   */
  operation: string;
  /** Only calls about this key of Forge storage; of a batch, only this key fails. */
  key?: string;
  /** Only calls of Jira whose path or body names this issue, by its id or its key. */
  issue?: string;
  status: number;
  /** Seconds in Retry-After, for 429 and 503. */
  retryAfter?: number;
  /** How many calls still fail; null: all. */
  times: number | null;
}

/** One invocation of the app, for whoever looks at what it did. */
export interface TrafficEntry {
  at: number;
  functionKey: string;
  /** The resolver's call, or the event that was delivered. */
  name: string;
  moduleKey: string | null;
  accountId: string | null;
  outcome: 'answered' | 'problem' | 'error';
  error?: string;
  /** What the app answered as `problem`: to the sandbox anything at all. */
  problem?: unknown;
  record: InvocationRecord;
}

/** An event of Jira's, as a trigger of the app gets it. */
export interface ProductEvent {
  /** avi:jira:updated:issue */
  eventType: string;
  /** Who caused it. */
  atlassianId?: string;
  /** Whether the app itself caused it; only issue events say so. */
  selfGenerated?: boolean;
  /** `issue` or `sprint`, and what changed. */
  [part: string]: unknown;
}

/** An event that is on its way to a function of the app. */
export interface PendingEvent {
  id: string;
  kind: 'queue' | 'trigger';
  /** The queue, or the event's type. */
  name: string;
  /** The consumer or trigger in manifest.yml, and its function. */
  moduleKey: string;
  functionKey: string;
  /** When it happened, and before when it is not delivered, in milliseconds since 1970. */
  at: number;
  dueAt: number;
  /** How often the app or Forge asked for another try. */
  retries: number;
  /** What the function is given. */
  event: Readonly<Record<string, unknown>>;
}

/** How Forge delivers: always at least once and in no order; on a bad day more than once and the last one first. */
export interface DeliveryOptions {
  twice?: boolean;
  reversed?: boolean;
}

/** What of the app runs without a page. Nothing is delivered by itself: somebody says when. */
export interface AppEvents {
  /** In the order in which they happened. */
  readonly pending: readonly PendingEvent[];
  /** Tells every trigger that listens. */
  emit(event: ProductEvent): void;
  /** Delivers what is due; what that causes waits for the next time. @returns what became of each delivery */
  deliver(how?: DeliveryOptions): Promise<{ event: PendingEvent; result: InvocationResult }[]>;
  /** Runs a scheduled trigger now. @throws Error when manifest.yml has none with this key */
  runSchedule(key: string): Promise<InvocationResult>;
}

/** What became of it when the app was uninstalled. */
export interface Uninstalled {
  /** The `preUninstall` functions that ran; Forge goes on whatever they do. */
  calls: { moduleKey: string; error: string | null }[];
  /** How many values of Forge's storage were deleted. */
  values: number;
  /** Issue properties that are still in Jira, each with how many issues have it. */
  left: { propertyKey: string; issues: number }[];
}

/** A running sandbox without its web pages. */
export interface Sandbox {
  app: ForgeApp;
  site: Site;
  jira: Jira;
  kvs: Kvs;
  /** What is in `kvs`, to be looked at. */
  readonly stored: KvsState;
  host: ForgeHost;
  /** All off at first. One object for good: change what is in it. */
  readonly conditions: Conditions;
  /** What the app did, newest last, at most 200 invocations. */
  readonly traffic: TrafficEntry[];
  readonly events: AppEvents;
  /** Takes the app off the site; it is then as if it had just been installed. */
  uninstall(): Promise<Uninstalled>;
  /** Writes the state file now. */
  save(): Promise<void>;
}
