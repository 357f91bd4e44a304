import './load-table.css';

import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';
import type { ReactElement } from 'react';

import { confidenceRatio } from '../../../../src/estimation/confidence-ratio';
import { rollUp } from '../../../../src/estimation/departments';
import type { Load, LoadState } from '../../../../src/estimation/load';
import { useNumbers } from '../numbers/numbers';
import { MoreRows } from '../team/more-rows';
import { useMore } from '../team/use-more';
import { texts } from '../texts';
import { type DepartmentLoad, departmentLoad, type TeamLoad } from './team-load';

const lozenges: Record<LoadState, ThemeAppearance> = {
  fits: 'success',
  tight: 'moved',
  over: 'removed',
  idle: 'default',
  unknown: 'default',
};

/** The load of each person, then the work that is nobody's, then the departments. */
export function LoadTable({ load }: { load: TeamLoad }): ReactElement {
  const { people, unassigned, departments, without } = load;
  const compares = without === null;
  const { shown, hidden, more } = useMore(people);
  const rolled = rollUp(
    departments,
    people
      .filter(({ capacity }) => capacity !== null)
      .map((person) => ({ departmentId: person.departmentId, value: person })),
    departmentLoad,
  );
  return (
    // Who has no mouse must be able to scroll it too.
    <div className="load-tables" role="group" aria-label={texts.load.title} tabIndex={0}>
      {without === null ? null : <p className="subtle small">{texts.load[without]}</p>}
      <table className="load-table">
        <caption className="assistive">{texts.load.title}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.load.person}</th>
            <th scope="col" className="number">
              {texts.load.planned}
            </th>
            {compares ? (
              <>
                <th scope="col" className="number">
                  {texts.load.capacity}
                </th>
                <th scope="col" className="number">
                  {texts.load.ratio}
                </th>
                <th scope="col">{texts.load.state}</th>
              </>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {shown.map((person) => (
            <Row key={person.accountId} load={person} name={person.name ?? texts.load.someone} compares={compares} />
          ))}
          {unassigned === null ? null : <Row load={unassigned} name={texts.unassigned} compares={compares} />}
        </tbody>
      </table>
      <MoreRows hidden={hidden} more={more} />
      {compares && departments.length > 0 ? (
        <table className="load-table">
          <caption>{texts.load.byDepartment}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.load.department}</th>
              <th scope="col" className="number">
                {texts.load.planned}
              </th>
              <th scope="col" className="number">
                {texts.load.capacity}
              </th>
              <th scope="col" className="number">
                {texts.load.ratio}
              </th>
              <th scope="col">{texts.load.inside}</th>
            </tr>
          </thead>
          <tbody>
            {rolled.departments.map(({ department, level, sum }) => (
              <DepartmentRow key={department.id} name={department.name} level={level} sum={sum} />
            ))}
            {hasPeople(rolled.none) ? (
              <DepartmentRow name={texts.load.noDepartment} level={0} sum={rolled.none} />
            ) : null}
          </tbody>
        </table>
      ) : null}
    </div>
  );
}

function Row({ load, name, compares }: { load: Load; name: string; compares: boolean }): ReactElement {
  const numbers = useNumbers();
  const { issues, unestimated, optimistic, pessimistic, capacity, ratio, state } = load;
  const isNobodys = load.accountId === null;
  return (
    <tr data-testid="load-row" data-state={isNobodys ? 'unassigned' : state}>
      <th scope="row">
        <bdi>{name}</bdi>{' '}
        <span className="subtle small">
          {[texts.load.issueCount(issues), ...(unestimated === 0 ? [] : [texts.load.unestimated(unestimated)])].join(
            ', ',
          )}
        </span>
      </th>
      <td className="number">{issues === unestimated ? texts.noRatio : numbers.range(optimistic, pessimistic)}</td>
      {compares ? (
        <>
          <td className="number">{capacity === null ? texts.noRatio : numbers.rounded(capacity)}</td>
          <td className="number">{ratio === null ? texts.noRatio : numbers.percent(ratio)}</td>
          <td>
            {isNobodys ? null : (
              <span title={texts.load.stateHints[state]}>
                <Lozenge appearance={lozenges[state]}>{texts.load.states[state]}</Lozenge>
              </span>
            )}
          </td>
        </>
      ) : null}
    </tr>
  );
}

function DepartmentRow({ name, level, sum }: { name: string; level: number; sum: DepartmentLoad }): ReactElement {
  const numbers = useNumbers();
  const { optimistic, pessimistic, capacity, states } = sum;
  const inside = (['over', 'tight', 'fits', 'idle'] as const).filter((state) => states[state] > 0);
  return (
    <tr>
      <th scope="row" data-level={level}>
        <bdi>{name}</bdi>
      </th>
      <td className="number">{pessimistic === 0 ? texts.noRatio : numbers.range(optimistic, pessimistic)}</td>
      <td className="number">{numbers.rounded(capacity)}</td>
      <td className="number">
        {pessimistic === 0 ? texts.noRatio : numbers.percent(confidenceRatio(capacity, optimistic, pessimistic))}
      </td>
      <td className="load-inside">
        {inside.map((state) => (
          <span key={state}>
            {states[state]} <Lozenge appearance={lozenges[state]}>{texts.load.states[state]}</Lozenge>
          </span>
        ))}
      </td>
    </tr>
  );
}

function hasPeople({ states }: DepartmentLoad): boolean {
  return Object.values(states).some((count) => count > 0);
}
