/** A place below the address of a module, as the app knows it: `history` 4, which the types of `@forge/bridge` name. */
export interface FrameLocation {
  pathname: string;
  search: string;
  hash: string;
  state: unknown;
}

type Action = 'PUSH' | 'REPLACE' | 'POP';
type Listener = (location: FrameLocation, action: Action) => void;
/** A path, or the parts of one. */
type Destination = string | Readonly<Record<string, unknown>>;

/** The addresses below a module's own, for the app in its frame. */
export interface FrameHistory {
  location(): FrameLocation;
  push(to: Destination, state?: unknown): void;
  replace(to: Destination, state?: unknown): void;
  /** @returns what ends it */
  listen(listener: Listener): () => void;
  /** To be called when the address may have changed: tells the app when it was not the app itself. */
  moved(): void;
}

/** The browser's address, as far as it is the app's: `/settings?board=1`. */
export interface AppAddress {
  read(): string;
  go(path: string, options: { replace: boolean }): void;
}

/** What the app is told of its addresses and how it changes them. A state is told, and not kept: the browser's Back loses it. */
export function openFrameHistory(address: AppAddress): FrameHistory {
  const listeners = new Set<Listener>();
  let told = address.read();
  const tell = (action: Action, state?: unknown) => {
    told = address.read();
    for (const listener of listeners) listener(locationOf(told, state), action);
  };
  const move = (to: Destination, state: unknown, replace: boolean) => {
    address.go(pathTo(to, address.read()), { replace });
    tell(replace ? 'REPLACE' : 'PUSH', state ?? (typeof to === 'string' ? undefined : to['state']));
  };
  return {
    location: () => locationOf(address.read(), undefined),
    push: (to, state) => {
      move(to, state, false);
    },
    replace: (to, state) => {
      move(to, state, true);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    moved: () => {
      if (address.read() !== told) tell('POP');
    },
  };
}

/** For reading paths; nothing is ever asked of it. */
const anyOrigin = 'https://app.invalid';

function locationOf(path: string, state: unknown): FrameLocation {
  const { pathname, search, hash } = new URL(path, anyOrigin);
  return { pathname, search, hash, state };
}

/** Relative to where the app is now; a path cannot lead out of the app, whatever it begins with. */
function pathTo(to: Destination, here: string): string {
  const from = new URL(here, anyOrigin);
  const { pathname, search, hash } = typeof to === 'string' ? new URL(to, from) : partsOf(to, from);
  return `${pathname}${search}${hash}`;
}

function partsOf(to: Readonly<Record<string, unknown>>, from: URL): Pick<URL, 'pathname' | 'search' | 'hash'> {
  const text = (name: string): string => {
    const value = to[name];
    return typeof value === 'string' ? value : '';
  };
  const url = new URL(text('pathname') || from.pathname, from);
  url.search = text('search');
  url.hash = text('hash');
  return url;
}
