/** People in the order of their names; those of whom it is not known come last, in the order in which they were. */
export function byName<Person extends { readonly name: string | null }>(people: readonly Person[]): Person[] {
  return [...people].sort((one, other) =>
    one.name === null || other.name === null
      ? Number(one.name === null) - Number(other.name === null)
      : one.name.localeCompare(other.name),
  );
}
