import './calendar-strip.css';

import type { ReactElement } from 'react';

import { supportedLocale } from '../../../../src/estimation/hours';
import { texts } from '../texts';
import { MoreRows } from './more-rows';
import type { SprintCapacity } from './team-types';
import { useMore } from './use-more';
import { type Names, useAskedNames } from './use-names';

type HalfState = SprintCapacity['people'][number]['calendar'][number]['am'];

const states = ['works', 'holiday', 'off', 'none'] as const satisfies readonly HalfState[];

interface CalendarStripProps {
  people: SprintCapacity['people'];
  names: Names;
  /** BCP 47, for the dates. */
  locale: string;
}

/** Who works when in a sprint: a row for each person, a column for each date, each of two halves. */
export function CalendarStrip({ people, names, locale }: CalendarStripProps): ReactElement | null {
  const { shown, hidden, more } = useMore(people);
  useAskedNames(
    names,
    shown.map(({ accountId }) => accountId),
  );
  const dates = people[0]?.calendar.map(({ date }) => date) ?? [];
  if (dates.length === 0) return null;
  const tag = supportedLocale(locale);
  // A date is no instant: it is written as it is, wherever the reader is.
  const weekday = new Intl.DateTimeFormat(tag, { weekday: 'short', timeZone: 'UTC' });
  const day = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (
    <section className="calendar">
      <Legend />
      {/* Who has no mouse must be able to scroll it too. */}
      <div className="calendar-scroll" role="region" aria-label={texts.teamImport.calendar} tabIndex={0}>
        <table>
          <caption className="calendar-unseen">{texts.teamImport.calendar}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.teamImport.calendarPerson}</th>
              {dates.map((date) => (
                <th key={date} scope="col">
                  <time dateTime={date}>
                    <span>{weekday.format(new Date(date))}</span> <span>{day.format(new Date(date))}</span>
                  </time>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ accountId, calendar }) => (
              <tr key={accountId}>
                <th scope="row">
                  <bdi>{names.said(accountId)}</bdi>
                </th>
                {calendar.map(({ date, am, pm }) => (
                  <DayCell key={date} am={am} pm={pm} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <MoreRows hidden={hidden} more={more} />
    </section>
  );
}

function DayCell({ am, pm }: { am: HalfState; pm: HalfState }): ReactElement {
  const said = am === pm ? inWords(am) : texts.teamImport.halves(inWords(am), inWords(pm));
  return (
    <td title={said}>
      <span className="calendar-unseen">{said}</span>
      <span className="calendar-day" aria-hidden="true">
        <Half state={am} />
        <Half state={pm} />
      </span>
    </td>
  );
}

function Half({ state }: { state: HalfState }): ReactElement {
  return (
    <span className="calendar-half" data-state={state}>
      {state === 'holiday' || state === 'off' ? texts.teamImport.letters[state] : null}
    </span>
  );
}

function Legend(): ReactElement {
  return (
    <ul className="calendar-legend" aria-label={texts.teamImport.calendarLegend}>
      {states.map((state) => (
        <li key={state}>
          <span aria-hidden="true">
            <Half state={state} />
          </span>
          {inWords(state)}
        </li>
      ))}
    </ul>
  );
}

function inWords(state: HalfState): string {
  return state === 'none' ? texts.teamImport.noWork : texts.teamImport[state];
}
