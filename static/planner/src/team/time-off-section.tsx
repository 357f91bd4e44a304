import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import { type ReactElement, useMemo, useState } from 'react';

import { texts } from '../texts';
import { byName } from './by-name';
import { MoreRows } from './more-rows';
import { PersonName } from './person-name';
import { PartHead, RemoveDialog, RowActs, RowTable, usePast } from './team-rows';
import type { HalfDay, TimeOff } from './team-types';
import type { TeamViewProps } from './team-view';
import { TimeOffDialog } from './time-off-dialog';
import { useMore } from './use-more';
import { useAskedNames } from './use-names';

/** When people of the team do not work, person by person. */
export function TimeOffSection({ team, acts, names, dates, today }: TeamViewProps): ReactElement {
  const [edited, setEdited] = useState<TimeOff | 'new' | null>(null);
  const [removed, setRemoved] = useState<TimeOff | null>(null);
  const all = useMemo(() => {
    // By the names that came with the team: rows do not jump when more come in.
    const places = new Map(byName(team.people).map(({ accountId }, place) => [accountId, place]));
    const placeOf = ({ accountId }: TimeOff): number => places.get(accountId) ?? places.size;
    return [...team.timeOff].sort((one, other) => placeOf(one) - placeOf(other) || one.from.localeCompare(other.from));
  }, [team.people, team.timeOff]);
  const [rows, pastButton] = usePast(all, ({ to }) => to >= today);
  const { shown, hidden, more } = useMore(rows);
  useAskedNames(
    names,
    shown.map(({ accountId }) => accountId),
  );
  const when = ({ from, to, half }: TimeOff): string =>
    half === null ? dates.range(from, to) : texts.detailed(dates.range(from, to), partOf(half, from === to));
  return (
    <section className="team-part">
      <PartHead title={texts.team.timeOffTitle} intro={texts.team.timeOffIntro}>
        {team.may.change ? (
          <Button
            appearance="primary"
            isDisabled={team.people.length === 0}
            testId="add-time-off"
            onClick={() => {
              setEdited('new');
            }}
          >
            {texts.team.addTimeOff}
          </Button>
        ) : null}
      </PartHead>
      {shown.length === 0 ? (
        <p className="team-nothing">{team.people.length === 0 ? texts.team.noPeopleYet : texts.team.noTimeOff}</p>
      ) : (
        <RowTable
          label={texts.team.timeOffLabel}
          testId="time-off-table"
          heads={[texts.team.person, texts.team.when, texts.team.part, texts.team.reason]}
          withActs={team.may.change}
        >
          {shown.map((entry, index) => (
            <tr key={entry.id}>
              <th scope="row">
                {shown[index - 1]?.accountId === entry.accountId ? (
                  <span className="visually-hidden">{names.said(entry.accountId)}</span>
                ) : (
                  <PersonName accountId={entry.accountId} names={names} />
                )}
              </th>
              <td>{dates.range(entry.from, entry.to)}</td>
              <td>{partOf(entry.half, entry.from === entry.to)}</td>
              <td className="team-words">
                <Reason reason={entry.reason} />
              </td>
              {team.may.change ? (
                <td className="team-row-acts">
                  <RowActs
                    what={`${names.said(entry.accountId)}, ${dates.range(entry.from, entry.to)}`}
                    onEdit={() => {
                      setEdited(entry);
                    }}
                    onRemove={() => {
                      setRemoved(entry);
                    }}
                  />
                </td>
              ) : null}
            </tr>
          ))}
        </RowTable>
      )}
      <div className="team-acts">
        <MoreRows hidden={hidden} more={more} />
        {pastButton}
      </div>
      <ModalTransition>
        {edited === null ? null : (
          <TimeOffDialog
            team={team}
            names={names}
            entry={edited === 'new' ? null : edited}
            makeId={() => crypto.randomUUID()}
            save={(entry) => acts.save({ timeOff: { set: [entry], remove: [] } })}
            onClose={() => {
              setEdited(null);
            }}
          />
        )}
      </ModalTransition>
      <ModalTransition>
        {removed === null ? null : (
          <RemoveDialog
            title={texts.team.removeTimeOffTitle}
            sentence={texts.team.removeTimeOff(names.said(removed.accountId), when(removed))}
            act={texts.team.remove}
            testId="remove-time-off-dialog"
            remove={() => acts.save({ timeOff: { set: [], remove: [removed.id] } })}
            onClose={() => {
              setRemoved(null);
            }}
          />
        )}
      </ModalTransition>
    </section>
  );
}

/** A sign for who sees that there is one to be hidden, words for who hears it. */
function Reason({ reason }: Pick<TimeOff, 'reason'>): ReactElement {
  if (reason !== null) return <>{reason}</>;
  return (
    <span className="subtle" title={texts.team.reasonHidden}>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{texts.team.reasonHidden}</span>
    </span>
  );
}

function partOf(half: HalfDay, oneDay: boolean): string {
  return (oneDay ? texts.team.oneHalf : texts.team.halves)[half ?? 'whole'];
}
