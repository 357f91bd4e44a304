/** The props of a node come from the app: each is taken for what it is, or for what it is without. */

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** One of the names that are possible; undefined for any other. */
export function oneOf<Name extends string>(names: readonly Name[], value: unknown): Name | undefined {
  return names.find((name) => name === value);
}

/** A function of the app, to be called with what Forge hands over; what comes back, and failing, is the app's business. */
export function handler(value: unknown): (given?: unknown) => void {
  return (given) => {
    if (isFunction(value)) void Promise.resolve(value(given)).catch(() => undefined);
  };
}

function isFunction(value: unknown): value is (given: unknown) => unknown {
  return typeof value === 'function';
}

/** What Forge lets the app see of an event of a field: the shape of `SerialisableEvent`, as far as fields need it. */
export function fieldEvent({ type, target }: { type: string; target: HTMLInputElement }) {
  return { type, target: { value: target.value, checked: target.checked, name: target.name, id: target.id } };
}
