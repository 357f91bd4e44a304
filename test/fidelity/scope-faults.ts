import { operations } from '../../sandbox/jira/operations';
import { nameOf } from './exchange-faults';
import type { RecordedApp } from './recorded-app';

/** The scopes that an app's calls need, each with one of these calls. */
export function neededScopes(apps: readonly Pick<RecordedApp, 'exchanges' | 'storageCalls'>[]): Map<string, string> {
  const needed = new Map<string, string>();
  for (const { exchanges, storageCalls } of apps) {
    for (const { request } of exchanges) {
      const called = operations.find(({ method, path }) => method === request.method && isPathOf(path, request.path));
      if (called === undefined) throw new Error(`${request.method} ${request.path} is not modelled.`);
      for (const scope of called.scopes) needed.set(scope, nameOf(called));
    }
    for (const path of storageCalls) needed.set('storage:app', path);
  }
  return needed;
}

/** What is wrong with the scopes of a manifest, in words; nothing when it has what the calls need and no more. */
export function scopeFaults(scopes: readonly string[], needed: ReadonlyMap<string, string>): string[] {
  return [
    ...[...needed].flatMap(([scope, call]) => (scopes.includes(scope) ? [] : [`${scope} is missing, for ${call}`])),
    ...scopes.flatMap((scope) => (needed.has(scope) ? [] : [`${scope} is needed by no call`])),
    ...scopes.flatMap((scope, place) => (scopes.indexOf(scope) < place ? [`${scope} is there twice`] : [])),
  ];
}

function isPathOf(pattern: string, path: string): boolean {
  const parts = (path.split('?')[0] ?? '').split('/');
  const wanted = pattern.split('/');
  return parts.length === wanted.length && wanted.every((part, place) => part.startsWith('{') || part === parts[place]);
}
