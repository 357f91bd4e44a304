import Button, { IconButton } from '@atlaskit/button/new';
import DeleteIcon from '@atlaskit/icon/core/delete';
import EditIcon from '@atlaskit/icon/core/edit';
import { ModalTransition } from '@atlaskit/modal-dialog';
import { type ReactElement, useMemo, useState } from 'react';

import { supportedLocale } from '../../../../src/estimation/hours';
import { texts } from '../texts';
import { FreeDayDialog } from './free-day-dialog';
import { inDateOrder, withFreeDay, withHolidays, withoutFreeDay } from './free-days';
import { HolidaysDialog } from './holidays-dialog';
import { regionName } from './region-name';
import { TeamDialog } from './team-dialog';
import type { FreeDay } from './team-types';
import type { TeamViewProps } from './team-view';
import { useMore } from './use-more';
import { useSaving } from './use-saving';
import type { Saving } from './use-team';

interface FreeDaysSectionProps extends TeamViewProps {
  locale: string;
}

/** The days on which nobody of a board works: the company's own, and public holidays. */
export function FreeDaysSection({ team, acts, dates, today, locale }: FreeDaysSectionProps): ReactElement {
  const [edited, setEdited] = useState<FreeDay | 'new' | null>(null);
  const [removed, setRemoved] = useState<FreeDay | null>(null);
  const [adding, setAdding] = useState(false);
  const [past, setPast] = useState(false);
  const all = useMemo(() => inDateOrder(team.freeDays), [team.freeDays]);
  const coming = all.filter(({ date }) => date >= today);
  const { shown, hidden, more } = useMore(past ? all : coming);
  const save = (freeDays: FreeDay[]): Saving => acts.save({ freeDays });
  return (
    <section className="team-part">
      <div className="team-bar">
        <div>
          <h2>{texts.team.freeDaysTitle}</h2>
          <p className="setting-hint">{texts.team.freeDaysIntro}</p>
        </div>
        {team.may.change ? (
          <div className="team-acts">
            <Button
              testId="add-free-day"
              onClick={() => {
                setEdited('new');
              }}
            >
              {texts.team.addFreeDay}
            </Button>
            <Button
              appearance="primary"
              testId="add-holidays"
              onClick={() => {
                setAdding(true);
              }}
            >
              {texts.team.addHolidays}
            </Button>
          </div>
        ) : null}
      </div>
      {shown.length === 0 ? (
        <p className="team-nothing">{texts.team.noFreeDays}</p>
      ) : (
        <div className="team-table" role="region" aria-label={texts.team.freeDaysLabel} tabIndex={0}>
          <table aria-label={texts.team.freeDaysLabel} data-testid="free-days-table">
            <thead>
              <tr>
                <th scope="col">{texts.team.date}</th>
                <th scope="col">{texts.team.day}</th>
                <th scope="col">{texts.team.part}</th>
                <th scope="col">{texts.team.kind}</th>
                {team.may.change ? (
                  <th scope="col">
                    <span className="visually-hidden">{texts.team.acts}</span>
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {shown.map((day) => (
                <tr key={`${day.date} ${day.half ?? ''} ${day.region ?? ''} ${day.name}`}>
                  <th scope="row">{dates.day(day.date)}</th>
                  <td className="team-words">{day.name}</td>
                  <td>{texts.team.oneHalf[day.half ?? 'whole']}</td>
                  <td>
                    {day.region === null
                      ? texts.team.company
                      : texts.team.holidayOf(regionName(day.region, supportedLocale(locale)))}
                  </td>
                  {team.may.change ? (
                    <td className="team-row-acts">
                      {day.region === null ? (
                        <IconButton
                          icon={EditIcon}
                          label={texts.team.editOf(day.name)}
                          appearance="subtle"
                          spacing="compact"
                          onClick={() => {
                            setEdited(day);
                          }}
                        />
                      ) : null}
                      <IconButton
                        icon={DeleteIcon}
                        label={texts.team.removeOf(`${day.name}, ${dates.day(day.date)}`)}
                        appearance="subtle"
                        spacing="compact"
                        onClick={() => {
                          setRemoved(day);
                        }}
                      />
                    </td>
                  ) : null}
                </tr>
              ))}
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
          <FreeDayDialog
            day={edited === 'new' ? null : edited}
            save={(day) => save(withFreeDay(team.freeDays, edited === 'new' ? null : edited, day))}
            onClose={() => {
              setEdited(null);
            }}
          />
        )}
      </ModalTransition>
      <ModalTransition>
        {adding ? (
          <HolidaysDialog
            locale={locale}
            dates={dates}
            today={today}
            save={(region, years, days) => save(withHolidays(team.freeDays, region, years, days))}
            onClose={() => {
              setAdding(false);
            }}
          />
        ) : null}
      </ModalTransition>
      <ModalTransition>
        {removed === null ? null : (
          <RemoveFreeDayDialog
            sentence={texts.team.removeFreeDay(removed.name, dates.day(removed.date))}
            remove={() => save(withoutFreeDay(team.freeDays, removed))}
            onClose={() => {
              setRemoved(null);
            }}
          />
        )}
      </ModalTransition>
    </section>
  );
}

interface RemoveFreeDayDialogProps {
  sentence: string;
  remove: () => Saving;
  onClose: () => void;
}

function RemoveFreeDayDialog({ sentence, remove, onClose }: RemoveFreeDayDialogProps): ReactElement {
  const saving = useSaving(onClose);
  return (
    <TeamDialog
      title={texts.team.removeFreeDayTitle}
      act={texts.team.remove}
      danger
      saving={saving}
      testId="remove-free-day-dialog"
      onClose={onClose}
      onAct={() => {
        saving.run(remove());
      }}
    >
      <p>{sentence}</p>
    </TeamDialog>
  );
}
