import fc from 'fast-check';

import { type Department, departmentFault, departmentOn, rollUp } from '../../src/estimation/departments';

const chain = (...ids: string[]): Department[] =>
  ids.map((id, index) => ({ id, name: id, parentId: ids[index - 1] ?? null }));
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

describe('a tree of departments', () => {
  it('may be five levels deep and no deeper', () => {
    expect(departmentFault(chain('a', 'b', 'c', 'd', 'e'))).toBeNull();
    expect(departmentFault(chain('a', 'b', 'c', 'd', 'e', 'f'))).toEqual({ fault: 'tooDeep', id: 'f' });
  });

  it('has no cycle, no parent that is missing, and no department twice', () => {
    const circle = [
      { id: 'a', name: 'A', parentId: 'b' },
      { id: 'b', name: 'B', parentId: 'a' },
    ];
    expect(departmentFault(circle)).toEqual({ fault: 'cycle', id: 'a' });
    expect(departmentFault([{ id: 'a', name: 'A', parentId: 'a' }])).toEqual({ fault: 'cycle', id: 'a' });
    expect(departmentFault([{ id: 'a', name: 'A', parentId: 'gone' }])).toEqual({ fault: 'noParent', id: 'a' });
    expect(departmentFault([...chain('a'), ...chain('a')])).toEqual({ fault: 'twice', id: 'a' });
    // Below a cycle there is no top either.
    expect(departmentFault([{ id: 'c', name: 'C', parentId: 'a' }, ...circle])).toEqual({ fault: 'cycle', id: 'c' });
  });

  it('adds up what is in a department and in all below it', () => {
    const tree = [...chain('all', 'web', 'shop'), { id: 'ops', name: 'ops', parentId: 'all' }];
    const members = [
      { departmentId: 'shop', value: 10 },
      { departmentId: 'web', value: 5 },
      { departmentId: 'ops', value: 2 },
      { departmentId: null, value: 1 },
      { departmentId: 'gone', value: 0.5 },
    ];
    const { departments, none } = rollUp(tree, members, total);
    expect(departments.map(({ department, level, sum }) => [department.id, level, sum])).toEqual([
      ['all', 0, 17],
      ['web', 1, 15],
      ['shop', 2, 10],
      ['ops', 1, 2],
    ]);
    expect(none).toBe(1.5);
  });

  it('never loses or doubles anybody, whatever the tree', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(20), { maxLength: 15 }),
        fc.array(fc.record({ department: fc.nat(20), value: fc.integer({ min: 0, max: 100 }) })),
        (parents, people) => {
          // A parent stands before its children, so there is no cycle; too deep a tree is cut off.
          const levels: number[] = [];
          const tree = parents.map((parent, index): Department => {
            const above = index === 0 ? -1 : (parent % (index + 1)) - 1;
            const level = (levels[above] ?? -1) + 1;
            levels.push(level > 4 ? 0 : level);
            return { id: String(index), name: '', parentId: above < 0 || level > 4 ? null : String(above) };
          });
          expect(departmentFault(tree)).toBeNull();
          const members = people.map(({ department, value }) => ({ departmentId: String(department), value }));
          const { departments, none } = rollUp(tree, members, total);
          const tops = departments.filter(({ level }) => level === 0).map(({ sum }) => sum);
          expect(total(tops) + none).toBe(total(people.map(({ value }) => value)));
          expect(departments).toHaveLength(tree.length);
        },
      ),
    );
  });
});

describe('moving somebody to another department', () => {
  it('leaves the past as it was', () => {
    const moved = [
      { from: null, departmentId: 'web' },
      { from: '2026-07-01', departmentId: 'ops' },
    ];
    expect(departmentOn(moved, '2026-06-30')).toBe('web');
    expect(departmentOn(moved, '2026-07-01')).toBe('ops');
    expect(departmentOn([...moved].reverse(), '2027-01-01')).toBe('ops');
    expect(departmentOn([{ from: '2026-07-01', departmentId: 'ops' }], '2026-06-30')).toBeNull();
    expect(departmentOn([], '2026-06-30')).toBeNull();
  });
});
