/** A form as data: what each field holds, by its name. */

/** The fields that were changed, by name. */
export function changedFields<Form extends object>(base: Form, form: Form): (keyof Form)[] {
  return fieldsOf(base).filter((name) => !isSame(base[name], form[name]));
}

/**
 * What somebody changed, laid over what somebody else saved meanwhile.
 *
 * @param base what it was when `mine` was begun
 */
export function rebased<Form extends object>(base: Form, mine: Form, theirs: Form): Form {
  const next = { ...theirs };
  for (const name of changedFields(base, mine)) next[name] = mine[name];
  return next;
}

function fieldsOf<Form extends object>(form: Form): (keyof Form)[] {
  const names: (keyof Form)[] = [];
  for (const name in form) names.push(name);
  return names;
}

/** Fields hold texts, choices, and lists of these. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
