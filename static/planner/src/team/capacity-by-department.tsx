import type { ReactElement } from 'react';

import { rollUp } from '../../../../src/estimation/departments';
import { useNumbers } from '../numbers/numbers';
import { texts } from '../texts';
import type { SprintCapacity } from './team-types';

interface Sum {
  people: number;
  hours: number;
}

/** The hours of a sprint added up through the tree of departments. */
export function CapacityByDepartment({ sprint }: { sprint: SprintCapacity }): ReactElement | null {
  const numbers = useNumbers();
  if (sprint.departments.length === 0) return null;
  const { departments, none } = rollUp(
    sprint.departments,
    sprint.people.map(({ departmentId, hours }) => ({ departmentId, value: hours })),
    (values): Sum => ({ people: values.length, hours: values.reduce((sum, hours) => sum + hours, 0) }),
  );
  const rows = [
    ...departments.map(({ department, level, sum }) => ({ id: department.id, name: department.name, level, sum })),
    ...(none.people === 0 ? [] : [{ id: '', name: texts.team.noDepartment, level: 0, sum: none }]),
  ];
  return (
    <>
      <h3 className="team-heading">{texts.team.byDepartment}</h3>
      <div className="team-table team-table-narrow">
        <table aria-label={texts.team.byDepartment} data-testid="capacity-by-department">
          <thead>
            <tr>
              <th scope="col">{texts.team.department}</th>
              <th scope="col" className="team-number">
                {texts.team.peopleCount}
              </th>
              <th scope="col" className="team-number">
                {texts.team.hours}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, level, sum }) => (
              <tr key={id}>
                <th scope="row" data-level={level} className="team-level">
                  {name}
                </th>
                <td className="team-number">{numbers.plain(sum.people)}</td>
                <td className="team-number">{numbers.capacity(sum.hours)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
