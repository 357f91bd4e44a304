import Button, { IconButton } from '@atlaskit/button/new';
import DeleteIcon from '@atlaskit/icon/core/delete';
import EditIcon from '@atlaskit/icon/core/edit';
import { ModalTransition } from '@atlaskit/modal-dialog';
import { type ReactElement, useCallback, useMemo, useState } from 'react';

import { texts } from '../texts';
import { PersonName } from './person-name';
import { TeamDialog } from './team-dialog';
import type { HalfDay, TimeOff } from './team-types';
import { namesOf, type TeamViewProps } from './team-view';
import { TimeOffDialog } from './time-off-dialog';
import { useMore } from './use-more';
import { useSaving } from './use-saving';
import type { Saving } from './use-team';

/** When people of the team do not work, person by person. */
export function TimeOffSection({ team, acts, dates, today }: TeamViewProps): ReactElement {
  const [edited, setEdited] = useState<TimeOff | 'new' | null>(null);
  const [removed, setRemoved] = useState<TimeOff | null>(null);
  const [past, setPast] = useState(false);
  const names = useMemo(() => namesOf(team), [team]);
  const nameOf = useCallback(
    (accountId: string) => names.get(accountId) ?? texts.team.unknownPerson(accountId),
    [names],
  );
  const all = useMemo(
    () =>
      [...team.timeOff].sort(
        (one, other) =>
          nameOf(one.accountId).localeCompare(nameOf(other.accountId)) ||
          one.accountId.localeCompare(other.accountId) ||
          one.from.localeCompare(other.from),
      ),
    [team.timeOff, nameOf],
  );
  const coming = all.filter(({ to }) => to >= today);
  const { shown, hidden, more } = useMore(past ? all : coming);
  const when = ({ from, to, half }: TimeOff): string =>
    half === null ? dates.range(from, to) : texts.detailed(dates.range(from, to), partOf(half, from === to));
  return (
    <section className="team-part">
      <div className="team-bar">
        <div>
          <h2>{texts.team.timeOffTitle}</h2>
          <p className="setting-hint">{texts.team.timeOffIntro}</p>
        </div>
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
      </div>
      {shown.length === 0 ? (
        <p className="team-nothing">{team.people.length === 0 ? texts.team.noPeopleYet : texts.team.noTimeOff}</p>
      ) : (
        <div className="team-table" role="region" aria-label={texts.team.timeOffLabel} tabIndex={0}>
          <table aria-label={texts.team.timeOffLabel} data-testid="time-off-table">
            <thead>
              <tr>
                <th scope="col">{texts.team.person}</th>
                <th scope="col">{texts.team.when}</th>
                <th scope="col">{texts.team.part}</th>
                <th scope="col">{texts.team.reason}</th>
                {team.may.change ? (
                  <th scope="col">
                    <span className="visually-hidden">{texts.team.acts}</span>
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {shown.map((entry, index) => {
                const who = nameOf(entry.accountId);
                const what = `${who}, ${dates.range(entry.from, entry.to)}`;
                const again = shown[index - 1]?.accountId === entry.accountId;
                return (
                  <tr key={entry.id}>
                    <th scope="row">
                      {again ? (
                        <span className="visually-hidden">{who}</span>
                      ) : (
                        <PersonName accountId={entry.accountId} name={names.get(entry.accountId) ?? null} />
                      )}
                    </th>
                    <td>{dates.range(entry.from, entry.to)}</td>
                    <td>{partOf(entry.half, entry.from === entry.to)}</td>
                    <td className="team-words">{entry.reason}</td>
                    {team.may.change ? (
                      <td className="team-row-acts">
                        <IconButton
                          icon={EditIcon}
                          label={texts.team.editOf(what)}
                          appearance="subtle"
                          spacing="compact"
                          onClick={() => {
                            setEdited(entry);
                          }}
                        />
                        <IconButton
                          icon={DeleteIcon}
                          label={texts.team.removeOf(what)}
                          appearance="subtle"
                          spacing="compact"
                          onClick={() => {
                            setRemoved(entry);
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
      )}
      <div className="team-acts">
        {hidden === 0 ? null : (
          <Button appearance="subtle" onClick={more}>
            {texts.team.more(hidden)}
          </Button>
        )}
        {coming.length === all.length ? null : (
          <Button
            appearance="subtle"
            onClick={() => {
              setPast(!past);
            }}
          >
            {past ? texts.team.hidePast : texts.team.showPast(all.length - coming.length)}
          </Button>
        )}
      </div>
      <ModalTransition>
        {edited === null ? null : (
          <TimeOffDialog
            team={team}
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
          <RemoveTimeOffDialog
            sentence={texts.team.removeTimeOff(nameOf(removed.accountId), when(removed))}
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

function partOf(half: HalfDay, oneDay: boolean): string {
  return (oneDay ? texts.team.oneHalf : texts.team.halves)[half ?? 'whole'];
}

interface RemoveTimeOffDialogProps {
  sentence: string;
  remove: () => Saving;
  onClose: () => void;
}

function RemoveTimeOffDialog({ sentence, remove, onClose }: RemoveTimeOffDialogProps): ReactElement {
  const saving = useSaving(onClose);
  return (
    <TeamDialog
      title={texts.team.removeTimeOffTitle}
      act={texts.team.remove}
      danger
      saving={saving}
      testId="remove-time-off-dialog"
      onClose={onClose}
      onAct={() => {
        saving.run(remove());
      }}
    >
      <p>{sentence}</p>
    </TeamDialog>
  );
}
