import Button, { IconButton } from '@atlaskit/button/new';
import DeleteIcon from '@atlaskit/icon/core/delete';
import EditIcon from '@atlaskit/icon/core/edit';
import Lozenge from '@atlaskit/lozenge';
import { ModalTransition } from '@atlaskit/modal-dialog';
import Textfield from '@atlaskit/textfield';
import { type ReactElement, useMemo, useState } from 'react';

import { departmentOn } from '../../../../src/estimation/departments';
import { useNumbers } from '../numbers/numbers';
import { texts } from '../texts';
import { AddPeopleDialog } from './add-people-dialog';
import { pathNames } from './department-tree';
import { OverShare } from './over-share';
import { PersonDialog } from './person-dialog';
import { PersonName } from './person-name';
import { RemovePersonDialog } from './remove-person-dialog';
import type { TeamPerson } from './team-types';
import type { TeamViewProps } from './team-view';
import { useMore } from './use-more';

interface PeopleSectionProps extends TeamViewProps {
  /** Is the dialog open in which people are added? */
  adding: boolean;
  onAdding: (adding: boolean) => void;
}

/** From so many people on, looking for one takes a field. */
const manyPeople = 15;

/** The people of a board and how each of them works. */
export function PeopleSection(props: PeopleSectionProps): ReactElement {
  const { team, acts, dates, today, adding, onAdding } = props;
  const [edited, setEdited] = useState<string | null>(null);
  const [removed, setRemoved] = useState<string | null>(null);
  const [search, setSearch] = useState('');
  const [said, setSaid] = useState('');
  const people = useMemo(() => {
    const wanted = search.trim().toLocaleLowerCase();
    return team.people
      .filter(({ accountId, name }) =>
        (name ?? texts.team.unknownPerson(accountId)).toLocaleLowerCase().includes(wanted),
      )
      .sort((one, other) => (one.name ?? '').localeCompare(other.name ?? ''));
  }, [team.people, search]);
  const { shown, hidden, more } = useMore(people);
  const find = (accountId: string | null): TeamPerson | undefined =>
    team.people.find((person) => person.accountId === accountId);
  const editing = find(edited);
  const removing = find(removed);
  return (
    <section className="team-part">
      <div className="team-bar">
        <div>
          <h2>{texts.team.peopleTitle}</h2>
          <p className="setting-hint">{texts.team.peopleIntro}</p>
        </div>
        {team.may.change ? (
          <Button
            appearance="primary"
            testId="add-people"
            onClick={() => {
              onAdding(true);
            }}
          >
            {texts.team.addPeople}
          </Button>
        ) : null}
      </div>
      {team.people.length < manyPeople ? null : (
        <div className="team-picker">
          <Textfield
            isCompact
            aria-label={texts.team.filterPeople}
            placeholder={texts.team.filterPeople}
            value={search}
            testId="filter-people"
            onChange={(event) => {
              setSearch(event.currentTarget.value);
            }}
          />
        </div>
      )}
      <p className="small subtle" role="status">
        {said}
      </p>
      {team.people.length === 0 ? (
        <p className="team-nothing">{texts.team.empty}</p>
      ) : shown.length === 0 ? (
        <p className="team-nothing">{texts.team.noMatch}</p>
      ) : (
        <PeopleTable {...props} people={shown} onEdit={setEdited} onRemove={setRemoved} />
      )}
      {hidden === 0 ? null : (
        <Button appearance="subtle" onClick={more}>
          {texts.team.more(hidden)}
        </Button>
      )}
      <ModalTransition>
        {adding ? (
          <AddPeopleDialog
            team={team}
            dates={dates}
            today={today}
            save={(set) => acts.save({ people: { set, remove: [] } })}
            onClose={() => {
              onAdding(false);
            }}
          />
        ) : null}
      </ModalTransition>
      <ModalTransition>
        {editing === undefined ? null : (
          <PersonDialog
            key={editing.accountId}
            person={editing}
            team={team}
            dates={dates}
            today={today}
            save={(person) => acts.save({ people: { set: [person], remove: [] } })}
            onClose={() => {
              setEdited(null);
            }}
          />
        )}
      </ModalTransition>
      <ModalTransition>
        {removing === undefined ? null : (
          <RemovePersonDialog
            person={removing}
            remove={() => acts.save({ people: { set: [], remove: [removing.accountId] } })}
            forget={() => acts.forget(removing.accountId)}
            onSaid={setSaid}
            onClose={() => {
              setRemoved(null);
            }}
          />
        )}
      </ModalTransition>
    </section>
  );
}

interface PeopleTableProps extends TeamViewProps {
  people: readonly TeamPerson[];
  onEdit: (accountId: string) => void;
  onRemove: (accountId: string) => void;
}

function PeopleTable({ team, dates, today, people, onEdit, onRemove }: PeopleTableProps): ReactElement {
  const numbers = useNumbers();
  const departments = useMemo(() => pathNames(team.departments), [team.departments]);
  const { weekdays } = dates;
  return (
    <div className="team-table" role="region" aria-label={texts.team.peopleLabel} tabIndex={0}>
      <table aria-label={texts.team.peopleLabel} data-testid="people-table">
        <thead>
          <tr>
            <th scope="col">{texts.team.person}</th>
            <th scope="col">{texts.team.works}</th>
            <th scope="col" className="team-number">
              {texts.team.share}
            </th>
            <th scope="col" className="team-number">
              {texts.team.focus}
            </th>
            <th scope="col">{texts.team.department}</th>
            <th scope="col">{texts.team.status}</th>
            {team.may.change ? (
              <th scope="col">
                <span className="visually-hidden">{texts.team.acts}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => {
            const name = person.name ?? texts.team.unknownPerson(person.accountId);
            const departmentId = departmentOn(person.departments, today);
            return (
              <tr key={person.accountId}>
                <th scope="row">
                  <PersonName accountId={person.accountId} name={person.name} />
                  {person.role === '' ? null : <span className="team-below subtle">{person.role}</span>}
                </th>
                <td>
                  {texts.team.eachDay(`${numbers.typed(person.hoursPerDay)}\u00a0h`)}
                  <span className="team-below subtle">
                    {person.weekdays.every((works) => works)
                      ? texts.team.everyDay
                      : weekdays
                          .flatMap(({ short }, index) => (person.weekdays[index] === true ? [short] : []))
                          .join(' ')}
                    {person.from === null ? '' : `, ${texts.team.fromDay(dates.day(person.from))}`}
                    {person.until === null ? '' : `, ${texts.team.untilDay(dates.day(person.until))}`}
                  </span>
                </td>
                <td className="team-number">
                  {numbers.percent(person.share / 100)}
                  <OverShare here={person.share} elsewhere={person.shareElsewhere} />
                </td>
                <td className="team-number">{numbers.percent(person.focus / 100)}</td>
                <td>{departmentId === null ? '' : (departments.get(departmentId) ?? '')}</td>
                <td>
                  <Lozenge appearance={appearanceOf[person.status]}>{texts.team.statuses[person.status]}</Lozenge>
                </td>
                {team.may.change ? (
                  <td className="team-row-acts">
                    <IconButton
                      icon={EditIcon}
                      label={texts.team.editOf(name)}
                      appearance="subtle"
                      spacing="compact"
                      onClick={() => {
                        onEdit(person.accountId);
                      }}
                    />
                    <IconButton
                      icon={DeleteIcon}
                      label={texts.team.removeOf(name)}
                      appearance="subtle"
                      spacing="compact"
                      onClick={() => {
                        onRemove(person.accountId);
                      }}
                    />
                  </td>
                ) : null}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const appearanceOf = {
  active: 'success',
  probation: 'inprogress',
  left: 'default',
  suspended: 'default',
  moved: 'default',
} as const;
