import type { ForgeApp, KvsState, StoredValue } from '../sandbox-types';
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
  /** Checks, then stores a copy. */
  put(place: Place, value: unknown): StoredValue;
  /** @returns whether there was one */
  remove(place: Place): boolean;
  /** Every key outside the entities, sorted. */
  keys(): string[];
}

export function openShelves(state: KvsState, app: ForgeApp, now: () => number, changed: () => void): Shelves {
  /** An entity that was never stored has no shelf yet; this one is put in place by the first `put`. */
  const shelfOf = ({ key, entityName }: Place): Shelf => {
    checkKey(key);
    if (entityName === undefined) return state.values;
    checkEntityName(app.entities, entityName);
    return state.entities[entityName] ?? {};
  };
  const find = (place: Place): StoredValue | undefined => {
    const stored = ownValue(shelfOf(place), place.key);
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
    put(place, value) {
      check(place, value);
      const shelf = shelfOf(place);
      if (place.entityName !== undefined) state.entities[place.entityName] = shelf;
      const time = now();
      const stored = { value: copy(value), createdAt: ownValue(shelf, place.key)?.createdAt ?? time, updatedAt: time };
      // Defined, not assigned: Forge takes the key '__proto__' like any other.
      Object.defineProperty(shelf, place.key, { value: stored, configurable: true, enumerable: true, writable: true });
      changed();
      return { ...stored, value: copy(value) };
    },
    remove(place) {
      const shelf = shelfOf(place);
      if (!Object.hasOwn(shelf, place.key)) return false;
      Reflect.deleteProperty(shelf, place.key);
      changed();
      return true;
    },
    keys: () => Object.keys(state.values).sort(),
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
