import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import { type ReactElement, useMemo, useState } from 'react';

import { supportedLocale } from '../../../../src/estimation/hours';
import { texts } from '../texts';
import { FreeDayDialog } from './free-day-dialog';
import { inDateOrder, withFreeDay, withHolidays, withoutFreeDay } from './free-days';
import { HolidaysDialog } from './holidays-dialog';
import { MoreRows } from './more-rows';
import { regionName } from './region-name';
import { PartHead, RemoveDialog, RowActs, RowTable, usePast } from './team-rows';
import type { FreeDay } from './team-types';
import type { TeamViewProps } from './team-view';
import { useMore } from './use-more';
import type { Saving } from './use-team';

/** The days on which nobody of a board works: the company's own, and public holidays. */
export function FreeDaysSection({ team, acts, dates, today, locale }: TeamViewProps): ReactElement {
  const [edited, setEdited] = useState<FreeDay | 'new' | null>(null);
  const [removed, setRemoved] = useState<FreeDay | null>(null);
  const [adding, setAdding] = useState(false);
  const all = useMemo(() => inDateOrder(team.freeDays), [team.freeDays]);
  const [rows, pastButton] = usePast(all, ({ date }) => date >= today);
  const { shown, hidden, more } = useMore(rows);
  const save = (freeDays: FreeDay[]): Saving => acts.save({ freeDays });
  return (
    <section className="team-part">
      <PartHead title={texts.team.freeDaysTitle} intro={texts.team.freeDaysIntro}>
        {team.may.change ? (
          <>
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
          </>
        ) : null}
      </PartHead>
      {shown.length === 0 ? (
        <p className="team-nothing">{texts.team.noFreeDays}</p>
      ) : (
        <RowTable
          label={texts.team.freeDaysLabel}
          testId="free-days-table"
          heads={[texts.team.date, texts.team.day, texts.team.part, texts.team.kind]}
          withActs={team.may.change}
        >
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
                  <RowActs
                    what={texts.detailed(day.name, dates.day(day.date))}
                    onEdit={
                      day.region === null
                        ? () => {
                            setEdited(day);
                          }
                        : null
                    }
                    onRemove={() => {
                      setRemoved(day);
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
          <RemoveDialog
            title={texts.team.removeFreeDayTitle}
            sentence={texts.team.removeFreeDay(removed.name, dates.day(removed.date))}
            act={texts.team.remove}
            testId="remove-free-day-dialog"
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
