import type { Conditions, ForgeApp, KvsState, StoredValue } from '../sandbox-types';
import { isGone } from './kvs-expiry';
import { checkEntityName, checkEntityValue, checkKey, checkValue } from './kvs-rules';

type Shelf = Record<string, StoredValue>;

/** Where a value is: under a key, alone or among the entities of one name. */
export interface Place {
  key: string;
  entityName?: string | undefined;
}

/** The stored values by place. Checks what Forge checks, and never shares an object with its callers. */
export interface Shelves {
  /** @throws KvsRefusal for a key or an entity name that Forge refuses */
  find(place: Place): StoredValue | undefined;
  /** @throws KvsRefusal for a key, an entity name or a value that Forge refuses */
  check(place: Place, value: unknown): void;
  /** Checks, then stores a copy. @param expiresAt milliseconds since 1970; without it the value stays */
  put(place: Place, value: unknown, expiresAt?: number): StoredValue;
  /** @returns whether there was one */
  remove(place: Place): boolean;
  /** The values outside the entities as a query sees them: what was set or deleted just before may not be in it yet. */
  asQueried(): { keys: string[]; find(key: string): StoredValue | undefined };
}

/** A change that queries do not see yet, and what they see in its place. */
interface RecentChange {
  key: string;
  at: number;
  before: StoredValue | undefined;
}

/**
 * @param conditions `queryLagMilliseconds` after which a query sees a change; "eventually consistent" (kvs-api-query,
 * 2026-08-21); and whether values are gone as soon as they expire
 */
export function openShelves(
  state: KvsState,
  app: ForgeApp,
  now: () => number,
  changed: () => void,
  conditions: Conditions,
): Shelves {
  const queryLag = () => conditions.queryLagMilliseconds;
  const there = (stored: StoredValue | undefined): StoredValue | undefined =>
    stored === undefined || isGone(stored, now(), conditions.promptExpiry) ? undefined : stored;
  let recent: RecentChange[] = [];
  const unseen = () => recent.filter(({ at }) => now() - at < queryLag());
  const remember = ({ key, entityName }: Place): void => {
    recent = unseen();
    if (entityName === undefined && queryLag() > 0)
      recent.push({ key, at: now(), before: ownValue(state.values, key) });
  };
  /** An entity that was never stored has no shelf yet; this one is put in place by the first `put`. */
  const shelfOf = ({ key, entityName }: Place): Shelf => {
    checkKey(key);
    if (entityName === undefined) return state.values;
    checkEntityName(app.entities, entityName);
    return state.entities[entityName] ?? {};
  };
  const find = (place: Place): StoredValue | undefined => {
    const stored = there(ownValue(shelfOf(place), place.key));
    return stored === undefined ? undefined : { ...stored, value: copy(stored.value) };
  };
  const check = (place: Place, value: unknown): void => {
    shelfOf(place);
    checkValue(value);
    if (place.entityName !== undefined) checkEntityValue(app.entities, place.entityName, value);
  };
  return {
    find,
    check,
    put(place, value, expiresAt) {
      check(place, value);
      const shelf = shelfOf(place);
      if (place.entityName !== undefined) state.entities[place.entityName] = shelf;
      remember(place);
      const time = now();
      const stored = {
        value: copy(value),
        createdAt: there(ownValue(shelf, place.key))?.createdAt ?? time,
        updatedAt: time,
        ...(expiresAt === undefined ? {} : { expiresAt }),
      };
      // Defined, not assigned: Forge takes the key '__proto__' like any other.
      Object.defineProperty(shelf, place.key, { value: stored, configurable: true, enumerable: true, writable: true });
      changed();
      return { ...stored, value: copy(value) };
    },
    remove(place) {
      const shelf = shelfOf(place);
      if (!Object.hasOwn(shelf, place.key)) return false;
      remember(place);
      Reflect.deleteProperty(shelf, place.key);
      changed();
      return true;
    },
    asQueried() {
      const seen = new Map(Object.entries(state.values));
      for (const { key, before } of unseen().reverse()) {
        if (before === undefined) seen.delete(key);
        else seen.set(key, before);
      }
      for (const [key, stored] of seen) if (there(stored) === undefined) seen.delete(key);
      return {
        keys: [...seen.keys()].sort(),
        find(key) {
          const stored = seen.get(key);
          return stored === undefined ? undefined : { ...stored, value: copy(stored.value) };
        },
      };
    },
  };
}

function ownValue(shelf: Shelf, key: string): StoredValue | undefined {
  return Object.hasOwn(shelf, key) ? shelf[key] : undefined;
}

/** Through JSON, as the wire does it. */
function copy(value: unknown): unknown {
  const copied: unknown = JSON.parse(JSON.stringify(value));
  return copied;
}
