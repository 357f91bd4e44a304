import type { ForgeApp } from '../sandbox-types';
import { KvsRefusal } from './kvs-refusal';
import { kvsLimits } from './limits';

type Entities = ForgeApp['entities'];

/** @throws KvsRefusal when Forge takes no such key */
export function checkKey(key: string): void {
  if (key === '') throw new KvsRefusal('EMPTY_KEY', 'The key is empty.');
  if (key.length > kvsLimits.keyCharacters) {
    throw new KvsRefusal(
      'KEY_TOO_LONG',
      `The key has ${key.length} characters, ${kvsLimits.keyCharacters} are allowed.`,
    );
  }
  if (!kvsLimits.keyPattern.test(key)) {
    throw new KvsRefusal('INVALID_KEY', `The key does not match ${kvsLimits.keyPattern}.`);
  }
}

/** @throws KvsRefusal when the value is missing, too large or too deep */
export function checkValue(value: unknown): void {
  // runtime-reference/storage-api: a value is an array, boolean, number, object or string.
  if (value === undefined || value === null) {
    throw new KvsRefusal('INVALID_REQUEST', 'A value must be an array, a boolean, a number, an object or a string.');
  }
  const bytes = jsonBytes(value);
  if (bytes > kvsLimits.valueBytes) {
    throw new KvsRefusal('MAX_SIZE', `The value has ${bytes} bytes, ${kvsLimits.valueBytes} are allowed.`);
  }
  if (depthOf(value) > kvsLimits.valueDepth) {
    throw new KvsRefusal('MAX_DEPTH', `The value is nested more than ${kvsLimits.valueDepth} deep.`);
  }
}

/** @throws KvsRefusal when manifest.yml declares no such entity */
export function checkEntityName(entities: Entities, entityName: string): void {
  attributesOf(entities, entityName);
}

/** @throws KvsRefusal when the value has an attribute that manifest.yml does not declare, or of another type */
export function checkEntityValue(entities: Entities, entityName: string, value: unknown): void {
  const attributes = attributesOf(entities, entityName);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new KvsRefusal('INVALID_ENTITY', `A value of the entity '${entityName}' must be an object.`);
  }
  for (const [name, attribute] of Object.entries(value)) {
    const type = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    if (type === undefined) {
      throw new KvsRefusal('INVALID_ENTITY', `The entity '${entityName}' has no attribute '${name}' in manifest.yml.`);
    }
    if (!fits(type, attribute)) {
      throw new KvsRefusal(
        'INVALID_ENTITY',
        `The attribute '${name}' of the entity '${entityName}' must be of the type ${type}.`,
      );
    }
  }
}

/** Size of a value as JSON, in bytes of UTF-8. */
export function jsonBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

function attributesOf(entities: Entities, entityName: string): Record<string, string> {
  const entity = Object.hasOwn(entities, entityName) ? entities[entityName] : undefined;
  if (entity === undefined) throw new KvsRefusal('INVALID_ENTITY', `manifest.yml declares no entity '${entityName}'.`);
  return entity.attributes;
}

/** The attribute types of storage-reference/entities-manifest: integer, float, string, boolean and any. */
function fits(type: string, value: unknown): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value) && Math.abs(Number(value)) <= kvsLimits.entityIntegerMost;
    case 'float':
      return typeof value === 'number';
    case 'string':
    case 'boolean':
      return typeof value === type;
    default:
      return type === 'any';
  }
}

/** A string or number has the depth 0, an object or array 1 more than the deepest thing in it. */
function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let deepest = 0;
  for (const inner of Object.values(value)) deepest = Math.max(deepest, depthOf(inner));
  return deepest + 1;
}
