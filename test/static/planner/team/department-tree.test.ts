import {
  pathNames,
  possibleParents,
  treeRows,
  withDepartment,
  withoutDepartment,
} from '../../../../static/planner/src/team/department-tree';

const department = (id: string, parentId: string | null) => ({ id, name: id.toUpperCase(), parentId });
/** a > b > c > d > e, five levels, and f alone. */
const deep = [
  department('f', null),
  department('a', null),
  department('b', 'a'),
  department('c', 'b'),
  department('d', 'c'),
  department('e', 'd'),
];
const parentsOf = (id: string | null): string[] => possibleParents(deep, id).map(({ department: each }) => each.id);

describe('The tree of departments', () => {
  it('is read from the top, each department with its path', () => {
    expect(treeRows(deep).map(({ department: { id }, level }) => `${id}${String(level)}`)).toEqual([
      'f0',
      'a0',
      'b1',
      'c2',
      'd3',
      'e4',
    ]);
    expect(pathNames(deep).get('c')).toBe('A / B / C');
  });

  it('offers a new department every place above the fifth level', () => {
    expect(parentsOf(null)).toEqual(['f', 'a', 'b', 'c', 'd']);
  });

  it('never offers a department a place below itself', () => {
    expect(parentsOf('b')).toEqual(['f', 'a']);
  });

  it('does not offer a place where what is below would be too deep', () => {
    // b brings three levels of its own: below f it is as deep as before, and a is five levels already.
    expect(parentsOf('a')).toEqual([]);
    expect(parentsOf('f')).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is changed in its place, so that it keeps its order', () => {
    expect(withDepartment(deep, { ...department('a', null), name: 'Anew' }).map(({ name }) => name)).toEqual([
      'F',
      'Anew',
      'B',
      'C',
      'D',
      'E',
    ]);
    expect(withDepartment(deep, department('g', 'f')).at(-1)).toEqual(department('g', 'f'));
  });

  it('loses one level, and no department, where one is deleted', () => {
    expect(withoutDepartment(deep, 'c')).toEqual([
      department('f', null),
      department('a', null),
      department('b', 'a'),
      department('d', 'b'),
      department('e', 'd'),
    ]);
  });
});
