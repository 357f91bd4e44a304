/** A part of an issue property that JQL may ask for: of the module `jira:entityProperty` in an app's manifest. */
export interface SearchableProperty {
  propertyKey: string;
  /** The way to the part, with dots: `confidence`. */
  path: string;
  type: 'number' | 'string' | 'text' | 'user' | 'date';
  /** Another name for it in JQL: `planprism.confidence`. */
  searchAlias?: string;
}

/**
 * The part that a name in JQL means: an alias, or `issue.property[key].path`. Case does not matter in an alias.
 * @returns undefined for a name that no app has made searchable
 */
export function searchablePart(
  name: string,
  searchable: readonly SearchableProperty[],
): SearchableProperty | undefined {
  const [, key, path] = /^issue\.property\[(.+?)\]\.(.+)$/.exec(name) ?? [];
  if (key !== undefined) return searchable.find((part) => part.propertyKey === key && part.path === path);
  return searchable.find(({ searchAlias }) => searchAlias?.toLowerCase() === name.toLowerCase());
}

/** The value of a part; undefined when the issue has none. */
export function partOf(
  properties: Readonly<Record<string, unknown>>,
  { propertyKey, path }: SearchableProperty,
): unknown {
  const property = Object.hasOwn(properties, propertyKey) ? properties[propertyKey] : undefined;
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null
          ? new Map<string, unknown>(Object.entries(value)).get(name)
          : undefined,
      property,
    );
}
