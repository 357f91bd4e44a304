import Lozenge from '@atlaskit/lozenge';
import { type ReactElement, useId } from 'react';

import { useNumbers } from '../numbers/numbers';
import { texts } from '../texts';
import { pathNames } from './department-tree';
import { OverShare } from './over-share';
import type { OpenedTeam, SprintCapacity } from './team-types';
import { MoreRows } from './more-rows';
import { PersonName } from './person-name';
import { useMore } from './use-more';
import { type Names, useAskedNames } from './use-names';

interface CapacityTableProps {
  team: OpenedTeam;
  sprint: SprintCapacity;
  sprintName: string;
  names: Names;
  today: string;
}

/** Each person's hours in a sprint, with the sum that made them. */
export function CapacityTable({ team, sprint, sprintName, names, today }: CapacityTableProps): ReactElement {
  const numbers = useNumbers();
  const hintId = useId();
  const { shown, hidden, more } = useMore(sprint.people);
  useAskedNames(
    names,
    shown.map(({ accountId }) => accountId),
  );
  const departments = pathNames(sprint.departments);
  const withDepartments = departments.size > 0;
  const people = new Map(team.people.map((person) => [person.accountId, person]));
  const changed = new Set(
    sprint.changedSinceStart.flatMap(({ what, about }) =>
      about !== null && (what === 'person' || what === 'timeOff') ? [about.accountId] : [],
    ),
  );
  const total = (of: (person: SprintCapacity['people'][number]) => number): number =>
    sprint.people.reduce((sum, person) => sum + of(person), 0);
  return (
    <>
      <div className="team-table" role="region" aria-label={texts.team.tableLabel(sprintName)} tabIndex={0}>
        <table aria-label={texts.team.tableLabel(sprintName)} aria-describedby={hintId} data-testid="capacity-table">
          <thead>
            <tr>
              <th scope="col">{texts.team.person}</th>
              {withDepartments ? <th scope="col">{texts.team.department}</th> : null}
              <NumberHead>{texts.team.workingDays}</NumberHead>
              <NumberHead sign="−">{texts.team.holidays}</NumberHead>
              <NumberHead sign="−">{texts.team.daysOff}</NumberHead>
              <NumberHead sign="=">{texts.team.days}</NumberHead>
              <NumberHead sign="×">{texts.team.hoursPerDay}</NumberHead>
              <NumberHead sign="×">{texts.team.share}</NumberHead>
              <NumberHead sign="×">{texts.team.focus}</NumberHead>
              <NumberHead sign="=">{texts.team.hours}</NumberHead>
            </tr>
          </thead>
          <tbody>
            {shown.map((person) => (
              <tr key={person.accountId}>
                <th scope="row">
                  <PersonName accountId={person.accountId} names={names} />
                  {changed.has(person.accountId) ? (
                    <span className="team-below">
                      <Lozenge appearance="moved">{texts.team.changed}</Lozenge>
                    </span>
                  ) : null}
                  <OverShare person={people.get(person.accountId)} today={today} />
                </th>
                {withDepartments ? (
                  <td className="subtle">
                    {person.departmentId === null ? '' : (departments.get(person.departmentId) ?? '')}
                  </td>
                ) : null}
                <td className="team-number">{numbers.plain(person.workingDays)}</td>
                <td className="team-number">{numbers.plain(person.holidays)}</td>
                <td className="team-number">{numbers.plain(person.daysOff)}</td>
                <td className="team-number">{numbers.plain(person.days)}</td>
                <td className="team-number">{numbers.typed(person.hoursPerDay)}</td>
                <td className="team-number">{numbers.percent(person.share / 100)}</td>
                <td className="team-number">{numbers.percent(person.focus / 100)}</td>
                <td className="team-number">
                  <strong>{numbers.capacity(person.hours)}</strong>
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={withDepartments ? 2 : 1}>
                {texts.team.total}
              </th>
              <td className="team-number">{numbers.plain(total(({ workingDays }) => workingDays))}</td>
              <td className="team-number">{numbers.plain(total(({ holidays }) => holidays))}</td>
              <td className="team-number">{numbers.plain(total(({ daysOff }) => daysOff))}</td>
              <td className="team-number">{numbers.plain(total(({ days }) => days))}</td>
              <td colSpan={3} />
              <td className="team-number">
                <strong>{numbers.capacity(total(({ hours }) => hours))}</strong>
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      <MoreRows hidden={hidden} more={more} />
      <p id={hintId} className="setting-hint">
        {texts.team.sumHint}
      </p>
    </>
  );
}

/** @param sign how the column goes into the sum; the sentence below the table says it in words */
function NumberHead({ sign, children }: { sign?: string; children: string }): ReactElement {
  return (
    <th scope="col" className="team-number">
      {sign === undefined ? null : (
        <span aria-hidden="true" className="team-sign">
          {sign}
        </span>
      )}
      {children}
    </th>
  );
}
