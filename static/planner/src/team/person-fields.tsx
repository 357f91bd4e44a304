import { type ReactElement, useId } from 'react';

import { supportedLocale } from '../../../../src/estimation/hours';
import { texts } from '../texts';
import { DialogField, DialogSelect } from './dialog-fields';
import { regionsOf } from './free-days';
import { MembershipFields } from './membership-fields';
import type { PersonForm, PersonProblem } from './person-form';
import { regionName } from './region-name';
import type { DateStyle } from './team-dates';
import type { OpenedTeam } from './team-types';

interface PersonFieldsProps {
  form: PersonForm;
  /** What is to be said to be wrong. */
  problems: ReadonlySet<PersonProblem>;
  team: OpenedTeam;
  dates: DateStyle;
  locale: string;
  /** yyyy-mm-dd */
  today: string;
  /** How much of their time is on other boards already, in words. */
  shareHint: string | null;
  onChange: (part: Partial<PersonForm>) => void;
}

const statuses = ['active', 'probation', 'left', 'suspended', 'moved'] as const;

/** How somebody works: days, hours, dates, shares, and where they belong. */
export function PersonFields(props: PersonFieldsProps): ReactElement {
  const { form, problems, team, dates, locale, today, shareHint, onChange } = props;
  const problem = (of: PersonProblem, sentence: string): string | null => (problems.has(of) ? sentence : null);
  const regions = regionsOf(team.freeDays, form.region);
  return (
    <>
      <div className="team-fields">
        <DialogField
          label={texts.team.hoursPerDayField}
          unit="h"
          value={form.hoursPerDay}
          problem={problem('hoursPerDay', texts.team.badHoursPerDay)}
          testId="hours-per-day"
          onChange={(hoursPerDay) => {
            onChange({ hoursPerDay });
          }}
        />
        <WeekdayField
          weekdays={form.weekdays}
          dates={dates}
          problem={problem('weekdays', texts.team.badWeekdays)}
          onChange={(weekdays) => {
            onChange({ weekdays });
          }}
        />
      </div>
      <div className="team-fields">
        <DialogField
          label={texts.team.shareField}
          unit="%"
          {...(shareHint === null ? {} : { hint: shareHint })}
          value={form.share}
          problem={problem('share', texts.team.badPercent)}
          testId="share"
          onChange={(share) => {
            onChange({ share });
          }}
        />
        <DialogField
          label={texts.team.focusField}
          unit="%"
          hint={texts.team.focusHint}
          value={form.focus}
          problem={problem('focus', texts.team.badPercent)}
          testId="focus"
          onChange={(focus) => {
            onChange({ focus });
          }}
        />
      </div>
      <div className="team-fields">
        <DialogField
          label={texts.team.first}
          type="date"
          hint={texts.team.firstHint}
          value={form.from}
          problem={problem('from', texts.team.badDate)}
          testId="first-day"
          onChange={(from) => {
            onChange({ from });
          }}
        />
        <DialogField
          label={texts.team.last}
          type="date"
          hint={texts.team.lastDayHint}
          value={form.until}
          problem={problem('until', texts.team.badLast)}
          testId="last-day"
          onChange={(until) => {
            onChange({ until });
          }}
        />
      </div>
      <div className="team-fields">
        <DialogField
          label={texts.team.role}
          value={form.role}
          problem={null}
          maxLength={80}
          testId="role"
          onChange={(role) => {
            onChange({ role });
          }}
        />
        <DialogSelect
          label={texts.team.status}
          options={statuses.map((status) => ({ label: texts.team.statuses[status], value: status }))}
          value={form.status}
          testId="status"
          onChange={(chosen) => {
            const status = statuses.find((each) => each === chosen);
            if (status !== undefined) onChange({ status });
          }}
        />
      </div>
      {regions.length === 0 ? null : (
        <DialogSelect
          label={texts.team.keeps}
          hint={texts.team.keepsHint}
          options={[
            { label: texts.team.keepsAll, value: '' },
            ...regions.map((code) => ({ label: regionName(code, supportedLocale(locale)), value: code })),
          ]}
          value={form.region}
          testId="keeps"
          onChange={(region) => {
            onChange({ region });
          }}
        />
      )}
      {team.departments.length === 0 && form.departments.length === 0 ? null : (
        <MembershipFields
          lines={form.departments}
          departments={team.departments}
          isWrong={(line) => problems.has(`departments-${line}`)}
          today={today}
          onChange={(departments) => {
            onChange({ departments });
          }}
        />
      )}
    </>
  );
}

interface WeekdayFieldProps {
  weekdays: readonly boolean[];
  dates: DateStyle;
  problem: string | null;
  onChange: (weekdays: boolean[]) => void;
}

function WeekdayField({ weekdays, dates, problem, onChange }: WeekdayFieldProps): ReactElement {
  const problemId = useId();
  return (
    <fieldset className="team-weekdays" aria-describedby={problem === null ? undefined : problemId}>
      <legend>{texts.team.weekdays}</legend>
      <div className="team-weekday-boxes">
        {dates.weekdays.map(({ short, long }, day) => (
          <label key={long}>
            <input
              type="checkbox"
              aria-label={long}
              aria-invalid={problem !== null}
              checked={weekdays[day] === true}
              onChange={(event) => {
                onChange(weekdays.map((works, index) => (index === day ? event.currentTarget.checked : works)));
              }}
            />
            <span aria-hidden="true">{short}</span>
          </label>
        ))}
      </div>
      {problem === null ? null : (
        <p id={problemId} className="typed-field-problem" role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
