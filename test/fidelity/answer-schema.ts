import type { DescribedAnswer } from './description';

/** A JSON Schema, as far as this folder looks into one. */
type Schema = Record<string, unknown>;

/**
 * What an answer must look like. Atlassian's schemas say which fields there are and hardly ever which must be there, so
 * the fields of the description's own example are required as well; without a schema the example is all there is.
 *
 * @returns undefined when the description has neither a schema nor an example
 */
export function schemaOfAnswer({ schema, example }: DescribedAnswer): Schema | undefined {
  if (schema !== undefined) return required(closed(schema), example === undefined ? [] : [example]);
  return example === undefined ? undefined : ofExamples([example]);
}

/** Of a request's body: fields that the description does not have are refused, and only its own `required` is required. */
export function schemaOfBody(schema: Schema): Schema {
  return closed(schema);
}

/**
 * The same schema with no room for fields that it does not name, also where the description leaves room. A map of
 * anything (issue fields, permissions by key) stays one. OpenAPI's `nullable` without a type means nothing, and goes.
 */
function closed(schema: Schema): Schema {
  const { nullable, ...rest } = schema;
  const whole = typeof rest['type'] === 'string' && nullable !== undefined ? schema : rest;
  const copy: Schema = mapValues(whole, (value, key) => {
    if (key === 'properties' && isObject(value))
      return mapValues(value, (inner) => (isObject(inner) ? closed(inner) : inner));
    if (key === 'allOf' || key === 'anyOf')
      return elements(value).map((inner) => (isObject(inner) ? closed(inner) : inner));
    if ((key === 'items' || key === 'additionalProperties') && isObject(value)) return closed(value);
    return value;
  });
  return isObject(copy['properties']) && !isObject(copy['additionalProperties'])
    ? { ...copy, additionalProperties: false }
    : copy;
}

/** The same schema, asking for every field that all of the examples have. */
function required(schema: Schema, examples: readonly unknown[]): Schema {
  if (examples.length === 0) return schema;
  const inner = elements(schema['allOf'])[0];
  if (isObject(inner)) return { ...schema, allOf: [required(inner, examples)] };
  const { properties, items } = schema;
  if (isObject(items)) return { ...schema, items: required(items, examples.flatMap(elements)) };
  const objects = examples.filter(isObject);
  if (!isObject(properties) || objects.length === 0) return schema;
  const named = mapValues(properties, (property, name) =>
    isObject(property) ? required(property, valuesOf(objects, name)) : property,
  );
  const own = elements(schema['required']).map(String);
  const all = commonKeys(objects).filter((name) => Object.hasOwn(properties, name));
  return { ...schema, properties: named, required: [...new Set([...own, ...all])] };
}

/** A schema that has room for what the examples have and for nothing else. */
function ofExamples(examples: readonly unknown[]): Schema {
  const known = examples.filter((example) => example !== null);
  if (known.length === 0) return {};
  if (known.every(Array.isArray)) return { type: 'array', items: ofExamples(known.flatMap(elements)) };
  const objects = known.filter(isObject);
  if (objects.length === known.length) {
    const names = [...new Set(objects.flatMap((object) => Object.keys(object)))];
    return {
      type: 'object',
      properties: Object.fromEntries(names.map((name) => [name, ofExamples(valuesOf(objects, name))])),
      required: commonKeys(objects),
      additionalProperties: false,
    };
  }
  const types = [...new Set(known.map((example) => typeof example))];
  return { type: types };
}

function valuesOf(objects: readonly Schema[], name: string): unknown[] {
  return objects.flatMap((object) => (Object.hasOwn(object, name) ? [object[name]] : []));
}

function commonKeys([first = {}, ...others]: readonly Schema[]): string[] {
  return Object.keys(first).filter((name) => others.every((other) => Object.hasOwn(other, name)));
}

function mapValues(object: Schema, change: (value: unknown, key: string) => unknown): Schema {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
}

function elements(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
