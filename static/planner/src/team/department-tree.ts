import { type Department, departmentFault, rollUp } from '../../../../src/estimation/departments';

/** A department with what stands above it. */
export interface DepartmentRow {
  readonly department: Department;
  /** 0 at the top. */
  readonly level: number;
}

/** Parents before their children, as a tree is read. */
export function treeRows(departments: readonly Department[]): DepartmentRow[] {
  return rollUp(departments, [], () => null).departments.map(({ department, level }) => ({ department, level }));
}

/** 'Engineering / Web', so that two of one name are told apart. */
export function pathNames(departments: readonly Department[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { department } of treeRows(departments)) {
    const above = department.parentId === null ? undefined : names.get(department.parentId);
    names.set(department.id, above === undefined ? department.name : `${above} / ${department.name}`);
  }
  return names;
}

/**
 * Where a department may stand: below any that keeps the tree a tree of five levels at most. The top is always one.
 *
 * @param id null for one that is new
 */
export function possibleParents(departments: readonly Department[], id: string | null): DepartmentRow[] {
  const moved = departments.find((department) => department.id === id) ?? { id: 'new', name: '' };
  return treeRows(departments).filter(
    ({ department }) => departmentFault(withDepartment(departments, { ...moved, parentId: department.id })) === null,
  );
}

/** With this department in the place of the one of its id, or at the end. */
export function withDepartment(departments: readonly Department[], department: Department): Department[] {
  return departments.some(({ id }) => id === department.id)
    ? departments.map((each) => (each.id === department.id ? department : each))
    : [...departments, department];
}

/** Without it; what was below it goes up one level. */
export function withoutDepartment(departments: readonly Department[], id: string): Department[] {
  const parentId = departments.find((department) => department.id === id)?.parentId ?? null;
  return departments.flatMap((department) =>
    department.id === id ? [] : [department.parentId === id ? { ...department, parentId } : department],
  );
}
