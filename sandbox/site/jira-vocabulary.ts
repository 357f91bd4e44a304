/** The things in an issue that Jira knows by id, in the shape of REST API v3. */

export type StatusCategoryKey = 'new' | 'indeterminate' | 'done';

/** Where the addresses inside the made fields point: nowhere that exists. */
export const siteUrl = 'https://sandbox.example';

const categories = {
  new: { id: 2, name: 'To Do', colorName: 'blue-gray' },
  indeterminate: { id: 4, name: 'In Progress', colorName: 'yellow' },
  done: { id: 3, name: 'Done', colorName: 'green' },
} as const;

const doneNames = new Set(['done', 'closed', 'resolved']);

/** How far a status is, by its English name: data that carries no category leaves nothing else to go by. */
export function categoryOfStatus(name: string): StatusCategoryKey {
  const lower = name.toLowerCase();
  if (lower === 'to do') return 'new';
  return doneNames.has(lower) ? 'done' : 'indeterminate';
}

/** Ids and avatars of a new Jira site's own issue types. */
const issueTypes = new Map<string, { id: string; avatarId: number; hierarchyLevel: number }>([
  ['epic', { id: '10000', avatarId: 10307, hierarchyLevel: 1 }],
  ['story', { id: '10001', avatarId: 10315, hierarchyLevel: 0 }],
  ['task', { id: '10002', avatarId: 10318, hierarchyLevel: 0 }],
  ['sub-task', { id: '10003', avatarId: 10316, hierarchyLevel: -1 }],
  ['subtask', { id: '10003', avatarId: 10316, hierarchyLevel: -1 }],
  ['bug', { id: '10004', avatarId: 10303, hierarchyLevel: 0 }],
]);

const plainAvatar = 10300;

const statusIds = { 'to do': '10000', 'in progress': '3', done: '10001' };
const priorityIds = { highest: '1', high: '2', medium: '3', low: '4', lowest: '5' };
const resolutionIds = { done: '10000' };

/**
 * The issue types, statuses, priorities, resolutions and components of one site, by name. A name that a new Jira site
 * has keeps the id that it has there; any other gets the next number, so the same data gives the same ids.
 */
export class JiraVocabulary {
  readonly #typeIds = new IdsByName({}, 10100);
  readonly #statusIds = new IdsByName(statusIds, 10100);
  readonly #priorityIds = new IdsByName(priorityIds, 10000);
  readonly #resolutionIds = new IdsByName(resolutionIds, 10001);
  readonly #componentIds = new IdsByName({}, 10000);

  issueType(name: string): Record<string, unknown> {
    const known = issueTypes.get(name.toLowerCase());
    const id = known?.id ?? this.#typeIds.of(name);
    const avatarId = known?.avatarId ?? plainAvatar;
    const hierarchyLevel = known?.hierarchyLevel ?? 0;
    return {
      self: `${siteUrl}/rest/api/3/issuetype/${id}`,
      id,
      description: '',
      iconUrl: `${siteUrl}/rest/api/2/universal_avatar/view/type/issuetype/avatar/${String(avatarId)}?size=medium`,
      name,
      subtask: hierarchyLevel < 0,
      avatarId,
      hierarchyLevel,
    };
  }

  status(name: string): Record<string, unknown> {
    const id = this.#statusIds.of(name);
    const key = categoryOfStatus(name);
    const category = categories[key];
    return {
      self: `${siteUrl}/rest/api/3/status/${id}`,
      description: '',
      iconUrl: `${siteUrl}/images/icons/statuses/generic.png`,
      name,
      id,
      statusCategory: { self: `${siteUrl}/rest/api/3/statuscategory/${String(category.id)}`, key, ...category },
    };
  }

  priority(name: string): Record<string, unknown> {
    const id = this.#priorityIds.of(name);
    const iconUrl = `${siteUrl}/images/icons/priorities/${encodeURIComponent(name.toLowerCase())}.svg`;
    return { self: `${siteUrl}/rest/api/3/priority/${id}`, iconUrl, name, id };
  }

  resolution(name: string): Record<string, unknown> {
    const id = this.#resolutionIds.of(name);
    return { self: `${siteUrl}/rest/api/3/resolution/${id}`, id, description: '', name };
  }

  component(name: string): Record<string, unknown> {
    const id = this.#componentIds.of(name);
    return { self: `${siteUrl}/rest/api/3/component/${id}`, id, name };
  }
}

class IdsByName {
  readonly #ids: Map<string, string>;
  #next: number;

  constructor(known: Record<string, string>, firstFree: number) {
    this.#ids = new Map(Object.entries(known));
    this.#next = firstFree;
  }

  of(name: string): string {
    const lower = name.toLowerCase();
    const known = this.#ids.get(lower);
    if (known !== undefined) return known;
    const id = String(this.#next);
    this.#next += 1;
    this.#ids.set(lower, id);
    return id;
  }
}
