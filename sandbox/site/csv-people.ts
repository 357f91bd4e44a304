import type { CsvIssue, CsvPerson } from './csv-issue';
import type { SiteRole, SiteUser } from './site';
import { siteAdmin, siteOutsider, siteUser, withStandingUsers } from './site-defaults';

/** The people of an export, and who a cell means. */
export interface CsvPeople {
  users: SiteUser[];
  find(person: CsvPerson | null): SiteUser | null;
}

/**
 * Whoever was ever assigned an issue is a member, and whoever only reported one is a viewer. A person is known by the
 * id where the export has one, else by the name; who has no id gets one made from the name.
 */
export function csvPeople(issues: readonly CsvIssue[]): CsvPeople {
  const people: SiteUser[] = [];
  const byId = new Map<string, SiteUser>();
  const byName = new Map<string, SiteUser>();
  const takenIds = new Set([siteAdmin.accountId, siteOutsider.accountId]);

  const known = ({ id, name }: CsvPerson): SiteUser | undefined => (id === '' ? byName.get(name) : byId.get(id));
  const add = (person: CsvPerson | null, role: SiteRole): void => {
    if (person === null || known(person) !== undefined) return;
    const user = siteUser(freeId(person.id || idFromName(person.name), takenIds), person.name, role);
    takenIds.add(user.accountId);
    people.push(user);
    if (person.id !== '') byId.set(person.id, user);
    if (!byName.has(person.name)) byName.set(person.name, user);
  };
  for (const { assignee } of issues) add(assignee, 'member');
  for (const { reporter } of issues) add(reporter, 'viewer');
  return { users: withStandingUsers(people), find: (person) => (person === null ? null : (known(person) ?? null)) };
}

function idFromName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'person' : plain;
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${String(number)}`;
  return id;
}
