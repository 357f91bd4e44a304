import type { FrameHistory } from './frame-history';
import { openWire } from './wire';

/** What `view.getContext()` answers; `extension` depends on the module. */
export interface ForgeContext {
  accountId: string;
  cloudId: string;
  extension: Record<string, unknown>;
  environmentId: string;
  environmentType: 'DEVELOPMENT';
  localId: string;
  locale: string;
  moduleKey: string;
  siteUrl: string;
  timezone: string;
  theme: { colorMode: 'light' | 'dark' };
}

/** A flag as the app asked for it; `@forge/bridge` has filled in the type. */
export interface BridgeFlag {
  id: string;
  title: string;
  description: string;
  type: 'info' | 'success' | 'warning' | 'error';
  isAutoDismiss: boolean;
  actions: { text: string; onClick: () => void }[];
}

/** What the page lets a frame do. */
export interface HostPage {
  context(): ForgeContext;
  /** The attributes of `<html>` that make the theme of now. */
  themeAttributes(): Record<string, string>;
  /** Runs the resolver; rejects with what the app is to see. */
  invoke(name: string, payload: unknown): Promise<unknown>;
  /** Draws what a UI Kit module shows now; only where such modules are. */
  reconcile?(forgeDoc: unknown): void;
  /** Closes what the frame stands in; absent: it stands in a page, which cannot be closed. */
  close?(): void;
  escape(): void;
  /** Reads what the page around the frame shows anew and leaves the frame as it is; absent: it cannot. */
  refresh?(): void;
  /** The addresses below the module's own; absent: it has none. */
  history?: FrameHistory;
  /** Where on the site one of the app's pages is; undefined: it has no such page. */
  pathOfModule?(module: { moduleKey: string; projectKey?: string; path?: string }): string | undefined;
  navigate(url: URL, where: 'same-tab' | 'new-tab'): void;
  reload(): void;
  showFlag(flag: BridgeFlag): void;
  closeFlag(id: string): void;
  changeTitle(title: string): void;
  /** Rejects with what the app is to see; resolves to what ends the subscription. */
  subscribe(channel: Channel, onEvent: (payload: unknown) => void): Promise<() => Promise<void>>;
  /** Resolves to Forge's `PublishResult`. */
  publish(channel: Channel, payload: unknown): Promise<unknown>;
}

/** A realtime channel, as `@forge/bridge` names it. */
export interface Channel {
  channelName: string;
  options?: unknown;
  isGlobal?: unknown;
}

export interface HostBridge {
  /** The site's theme has changed. */
  showTheme(): void;
  /** Lets the app finish (`view.onClose`); resolves when it has, or after a second. */
  sayGoodbye(): Promise<void>;
  disconnect(): void;
}

/** Milliseconds that a closing app gets. Ours: Atlassian names no figure. */
const goodbyeWait = 1000;

/** Answers the bridge calls of one frame, and only of that one. */
export function connectHostBridge(frame: HTMLIFrameElement, frameOrigin: string, page: HostPage): HostBridge {
  const goodbyes: Callback[] = [];
  const listeners = new Map<string, Set<Callback>>();
  const subscriptions = new Set<() => Promise<void>>();
  let isThemed = false;

  const answers: Record<string, (payload: Record<string, unknown>, whole: unknown) => unknown> = {
    getContext: () => page.context(),
    enableTheming: () => {
      isThemed = true;
      return page.themeAttributes();
    },
    invoke: async ({ functionKey, payload, metadata }) => {
      const body = await page.invoke(String(functionKey), payload);
      return metadata === undefined ? body : { body, metadata: {} };
    },
    reconcile: ({ forgeDoc }) => {
      if (page.reconcile === undefined) throw new Error('Only a module with render: native is drawn by the page.');
      page.reconcile(forgeDoc);
    },
    close: () => {
      if (page.close === undefined) return false;
      page.close();
      return undefined;
    },
    escape: () => {
      page.escape();
    },
    refresh: () => {
      if (page.refresh === undefined) return false;
      page.refresh();
      return undefined;
    },
    onClose: (_payload, callback) => {
      if (page.close === undefined) return false;
      goodbyes.push(asCallback(callback, 'onClose'));
      return undefined;
    },
    navigate: (location) => {
      page.navigate(urlOf(location, page), location['type'] === 'new-tab' ? 'new-tab' : 'same-tab');
    },
    getUrl: (location) => urlOf(location, page).href,
    reload: () => {
      page.reload();
    },
    createHistory: () => {
      if (page.history === undefined) throw new Error('This module has no addresses of its own.');
      return historyFor(page.history);
    },
    showFlag: (flag) => {
      page.showFlag(asFlag(flag));
    },
    closeFlag: ({ id }) => {
      page.closeFlag(String(id));
    },
    emit: ({ event, payload }) => {
      for (const listener of listeners.get(String(event)) ?? []) listener(payload);
    },
    on: ({ event, callback }) => {
      const listener = asCallback(callback, 'events.on');
      const heard = listeners.get(String(event)) ?? new Set();
      listeners.set(String(event), heard.add(listener));
      return { unsubscribe: () => heard.delete(listener) };
    },
    changeWindowTitle: (_payload, title) => {
      page.changeTitle(String(title));
    },
    emitReadyEvent: () => undefined,
    subscribeRealtimeChannel: async ({ onEvent, ...channel }) => {
      const hear = asCallback(onEvent, 'realtime.subscribe');
      const end = await page.subscribe(asChannel(channel), (payload) => {
        void Promise.resolve(hear(payload)).catch(() => undefined);
      });
      subscriptions.add(end);
      const unsubscribe = () => (subscriptions.delete(end) ? end() : undefined);
      return { unsubscribe };
    },
    publishRealtimeChannel: ({ eventPayload, ...channel }) => page.publish(asChannel(channel), eventPayload),
  };

  const wire = openWire({
    post: (message) => frame.contentWindow?.postMessage(message, frameOrigin),
    answer: (name, payload) => {
      const answer = Object.hasOwn(answers, name) ? answers[name] : undefined;
      if (answer === undefined) throw new Error(`The sandbox does not have the bridge call ${name}.`);
      return answer(isRecord(payload) ? payload : {}, payload);
    },
  });
  const receive = (event: MessageEvent<unknown>) => {
    if (event.source === frame.contentWindow && event.origin === frameOrigin) wire.receive(event.data);
  };
  window.addEventListener('message', receive);

  return {
    showTheme: () => {
      if (isThemed) wire.ask('theme', page.themeAttributes()).catch(() => undefined);
    },
    sayGoodbye: async () => {
      const said = Promise.allSettled(goodbyes.map((goodbye) => goodbye()));
      await Promise.race([said, new Promise((resolve) => setTimeout(resolve, goodbyeWait))]);
    },
    disconnect: () => {
      window.removeEventListener('message', receive);
      for (const end of subscriptions) void end().catch(() => undefined);
      wire.cut();
    },
  };
}

type Callback = (...args: unknown[]) => unknown;

function asCallback(value: unknown, name: string): Callback {
  if (!isCallback(value)) throw new Error(`${name} needs a function.`);
  return value;
}

function isCallback(value: unknown): value is Callback {
  return typeof value === 'function';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function asChannel({ channelName, options, isGlobal }: Record<string, unknown>): Channel {
  return {
    channelName: String(channelName),
    ...(options === undefined ? {} : { options }),
    ...(isGlobal === undefined ? {} : { isGlobal }),
  };
}

/** What `view.createHistory()` answers: the part of history 4 that apps go by; what it returns comes as a promise. */
function historyFor(history: FrameHistory) {
  const descriptor = (to: unknown) => (isRecord(to) ? to : String(to));
  return {
    action: 'POP',
    length: window.history.length,
    location: history.location(),
    push: (to: unknown, state: unknown) => {
      history.push(descriptor(to), state);
    },
    replace: (to: unknown, state: unknown) => {
      history.replace(descriptor(to), state);
    },
    go: (steps: unknown) => {
      window.history.go(Number(steps));
    },
    goBack: () => {
      window.history.back();
    },
    goForward: () => {
      window.history.forward();
    },
    listen: (listener: unknown) => {
      const hear = asCallback(listener, 'history.listen');
      return history.listen((location, action) => {
        void Promise.resolve(hear(location, action)).catch(() => undefined);
      });
    },
  };
}

/** Where a call of the bridge's router leads: an address, or one of the named targets that the site has. */
function urlOf(location: Record<string, unknown>, page: Pick<HostPage, 'pathOfModule'>): URL {
  const { target, url, issueKey } = location;
  if (target === 'module') {
    const { moduleKey, projectKey, path } = location;
    const found = page.pathOfModule?.({
      moduleKey: String(moduleKey),
      ...(typeof projectKey === 'string' ? { projectKey } : {}),
      ...(typeof path === 'string' ? { path } : {}),
    });
    if (found === undefined) throw new Error(`The sandbox has no page for the module ${String(moduleKey)}.`);
    return new URL(found, window.location.origin);
  }
  if (target === 'issue') return new URL(`/browse/${encodeURIComponent(String(issueKey))}`, window.location.origin);
  if (typeof target === 'string') throw new Error(`The sandbox has no page for the target ${target}.`);
  const address = new URL(String(url), window.location.origin);
  if (!['http:', 'https:', 'mailto:'].includes(address.protocol)) {
    throw new Error(`The sandbox does not open addresses that begin with ${address.protocol}`);
  }
  return address;
}

const flagTypes = ['info', 'success', 'warning', 'error'] as const;

function asFlag({
  id,
  title,
  description,
  appearance,
  type,
  isAutoDismiss,
  actions,
}: Record<string, unknown>): BridgeFlag {
  return {
    id: String(id),
    title: typeof title === 'string' ? title : '',
    description: typeof description === 'string' ? description : '',
    type: flagTypes.find((name) => name === (appearance ?? type)) ?? 'info',
    isAutoDismiss: isAutoDismiss === true,
    actions: (Array.isArray(actions) ? actions : []).filter(isRecord).map(({ text, onClick }) => ({
      text: String(text),
      onClick: () => {
        if (isCallback(onClick)) void Promise.resolve(onClick()).catch(() => undefined);
      },
    })),
  };
}
