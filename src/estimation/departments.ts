/** A part of the organisation; a tree by `parentId`, null at the top. */
export interface Department {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
}

/** Deeper trees are nobody's planning. */
export const mostDepartmentLevels = 5;

/** What is wrong with a tree, about the department of this id. */
export interface DepartmentFault {
  readonly fault: 'twice' | 'noParent' | 'cycle' | 'tooDeep';
  readonly id: string;
}

/** From a department up to the top, itself first; it ends where a parent is missing or comes again. */
function pathUp(byId: ReadonlyMap<string, Department>, id: string): Department[] {
  const path: Department[] = [];
  const seen = new Set<string>();
  for (let at = byId.get(id); at !== undefined && !seen.has(at.id);) {
    path.push(at);
    seen.add(at.id);
    at = at.parentId === null ? undefined : byId.get(at.parentId);
  }
  return path;
}

/**
 * Is this a tree, at most five levels deep?
 *
 * @returns the first fault, in the order of the list; null when all is well
 */
export function departmentFault(departments: readonly Department[]): DepartmentFault | null {
  const byId = new Map(departments.map((department) => [department.id, department]));
  const seen = new Set<string>();
  for (const { id, parentId } of departments) {
    if (seen.has(id)) return { fault: 'twice', id };
    seen.add(id);
    if (parentId !== null && !byId.has(parentId)) return { fault: 'noParent', id };
    const path = pathUp(byId, id);
    const top = path.at(-1);
    if (top?.parentId != null && byId.has(top.parentId)) return { fault: 'cycle', id };
    if (path.length > mostDepartmentLevels) return { fault: 'tooDeep', id };
  }
  return null;
}

/** Where somebody was from when on; `from` null: from the beginning. */
export interface Membership {
  readonly from: string | null;
  readonly departmentId: string | null;
}

/**
 * The department that somebody was in on a date, so that what is past stays as it was; null: in none.
 *
 * @param date yyyy-mm-dd
 */
export function departmentOn(memberships: readonly Membership[], date: string): string | null {
  let latest: Membership | null = null;
  for (const membership of memberships) {
    const { from } = membership;
    if (from !== null && from > date) continue;
    if (latest === null || (latest.from ?? '') <= (from ?? '')) latest = membership;
  }
  return latest?.departmentId ?? null;
}

/** A department with its own people and all below it added up. */
export interface RolledUp<Sum> {
  readonly department: Department;
  /** 0 at the top. */
  readonly level: number;
  readonly sum: Sum;
}

/**
 * Adds values up through the tree, parents before their children, siblings in the order of the list.
 *
 * @param members the department of each value; null, or one that is not in the tree: in none
 * @returns the departments, and what is in none of them
 */
export function rollUp<Value, Sum>(
  departments: readonly Department[],
  members: readonly { readonly departmentId: string | null; readonly value: Value }[],
  add: (values: readonly Value[]) => Sum,
): { departments: RolledUp<Sum>[]; none: Sum } {
  const byId = new Map(departments.map((department) => [department.id, department]));
  const paths = members.map(({ departmentId, value }) => ({
    ids: new Set(departmentId === null ? [] : pathUp(byId, departmentId).map(({ id }) => id)),
    value,
  }));
  const rows: RolledUp<Sum>[] = [];
  const visit = (parentId: string | null, level: number): void => {
    for (const department of departments) {
      if (department.parentId !== parentId || level >= mostDepartmentLevels) continue;
      const values = paths.filter(({ ids }) => ids.has(department.id)).map(({ value }) => value);
      rows.push({ department, level, sum: add(values) });
      visit(department.id, level + 1);
    }
  };
  visit(null, 0);
  return { departments: rows, none: add(paths.filter(({ ids }) => ids.size === 0).map(({ value }) => value)) };
}
