import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { ModalTransition } from '@atlaskit/modal-dialog';
import Textfield from '@atlaskit/textfield';
import { type ReactElement, useMemo, useState } from 'react';

import { departmentOn } from '../../../../src/estimation/departments';
import { supportedLocale } from '../../../../src/estimation/hours';
import { useNumbers } from '../numbers/numbers';
import { texts } from '../texts';
import { AddPeopleDialog } from './add-people-dialog';
import { byName } from './by-name';
import { pathNames } from './department-tree';
import { OverShare } from './over-share';
import { PersonDialog } from './person-dialog';
import { MoreRows } from './more-rows';
import { PersonName } from './person-name';
import { regionName } from './region-name';
import { RemovePersonDialog } from './remove-person-dialog';
import { PartHead, RowTable, RowActs } from './team-rows';
import type { TeamPerson } from './team-types';
import type { TeamViewProps } from './team-view';
import { useMore } from './use-more';
import { useAskedNames } from './use-names';

interface PeopleSectionProps extends TeamViewProps {
  /** Is the dialog open in which people are added? */
  adding: boolean;
  onAdding: (adding: boolean) => void;
}

/** From so many people on, looking for one takes a field. */
const manyPeople = 15;

/** The people of a board and how each of them works. */
export function PeopleSection(props: PeopleSectionProps): ReactElement {
  const { team, acts, names, dates, today, locale, adding, onAdding } = props;
  const [edited, setEdited] = useState<string | null>(null);
  const [removed, setRemoved] = useState<string | null>(null);
  const [search, setSearch] = useState('');
  const [said, setSaid] = useState('');
  const people = useMemo(() => {
    const wanted = search.trim().toLocaleLowerCase();
    const all = byName(team.people);
    if (wanted === '') return all;
    return all.filter(({ accountId }) => names.said(accountId).toLocaleLowerCase().includes(wanted));
  }, [team.people, names, search]);
  const { shown, hidden, more } = useMore(people);
  // Whoever is looked for may be one whose name is not known yet.
  useAskedNames(
    names,
    (search === '' ? shown : team.people).map(({ accountId }) => accountId),
  );
  const find = (accountId: string | null): TeamPerson | undefined =>
    team.people.find((person) => person.accountId === accountId);
  const editing = find(edited);
  const removing = find(removed);
  return (
    <section className="team-part">
      <PartHead title={texts.team.peopleTitle} intro={texts.team.peopleIntro}>
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
      </PartHead>
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
      <MoreRows hidden={hidden} more={more} />
      <ModalTransition>
        {adding ? (
          <AddPeopleDialog
            team={team}
            dates={dates}
            locale={locale}
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
            name={names.said(editing.accountId)}
            team={team}
            dates={dates}
            locale={locale}
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
            name={names.said(removing.accountId)}
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

function PeopleTable({ team, names, dates, today, locale, people, onEdit, onRemove }: PeopleTableProps): ReactElement {
  const numbers = useNumbers();
  const departments = useMemo(() => pathNames(team.departments), [team.departments]);
  const withRegions = team.people.some(({ region }) => region !== null);
  return (
    <RowTable
      label={texts.team.peopleLabel}
      testId="people-table"
      heads={[
        texts.team.person,
        texts.team.works,
        { number: texts.team.share },
        { number: texts.team.focus },
        texts.team.department,
        ...(withRegions ? [texts.team.keeps] : []),
        texts.team.status,
      ]}
      withActs={team.may.change}
    >
      {people.map((person) => {
        const departmentId = departmentOn(person.departments, today);
        return (
          <tr key={person.accountId}>
            <th scope="row">
              <PersonName accountId={person.accountId} names={names} />
              {person.role === '' ? null : <span className="team-below subtle">{person.role}</span>}
            </th>
            <td>
              {texts.team.eachDay(`${numbers.typed(person.hoursPerDay)}\u00a0h`)}
              <span className="team-below subtle">
                {person.weekdays.every((works) => works)
                  ? texts.team.everyDay
                  : dates.weekdays
                      .flatMap(({ short }, index) => (person.weekdays[index] === true ? [short] : []))
                      .join(' ')}
                {person.from === null ? '' : `, ${texts.team.fromDay(dates.day(person.from))}`}
                {person.until === null ? '' : `, ${texts.team.untilDay(dates.day(person.until))}`}
              </span>
            </td>
            <td className="team-number">
              {numbers.percent(person.share / 100)}
              <OverShare person={person} today={today} />
            </td>
            <td className="team-number">{numbers.percent(person.focus / 100)}</td>
            <td>{departmentId === null ? '' : (departments.get(departmentId) ?? '')}</td>
            {withRegions ? (
              <td>
                {person.region === null ? texts.team.keepsAll : regionName(person.region, supportedLocale(locale))}
              </td>
            ) : null}
            <td>
              <Lozenge appearance={appearanceOf[person.status]}>{texts.team.statuses[person.status]}</Lozenge>
            </td>
            {team.may.change ? (
              <td className="team-row-acts">
                <RowActs
                  what={names.said(person.accountId)}
                  onEdit={() => {
                    onEdit(person.accountId);
                  }}
                  onRemove={() => {
                    onRemove(person.accountId);
                  }}
                />
              </td>
            ) : null}
          </tr>
        );
      })}
    </RowTable>
  );
}

const appearanceOf = {
  active: 'success',
  probation: 'inprogress',
  left: 'default',
  suspended: 'default',
  moved: 'default',
} as const;
