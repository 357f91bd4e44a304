import Spinner from '@atlaskit/spinner';
import { type ReactElement, useEffect, useState } from 'react';

import { supportedLocale } from '../../../../src/estimation/hours';
import { texts } from '../texts';
import { type ChoiceOption, DialogSelect } from './dialog-fields';
import { type HolidayRegions, loadHolidayRegions, type Region, regionCode } from './public-holidays';
import { countryName } from './region-name';
import type { DateStyle } from './team-dates';
import { TeamDialog } from './team-dialog';
import type { FreeDay } from './team-types';
import { useSaving } from './use-saving';
import type { Saving } from './use-team';

interface HolidaysDialogProps {
  locale: string;
  dates: DateStyle;
  today: string;
  save: (region: string, years: readonly number[], days: FreeDay[]) => Saving;
  onClose: () => void;
}

type Known = { step: 'loading' } | { step: 'failed' } | { step: 'known'; regions: HolidayRegions };

/** The public holidays of a country, a state or a region, of this year and the next, to be added as free days. */
export function HolidaysDialog({ locale, dates, today, save, onClose }: HolidaysDialogProps): ReactElement {
  const saving = useSaving(onClose);
  const [known, setKnown] = useState<Known>({ step: 'loading' });
  const [region, setRegion] = useState<Region>({ country: '', state: '', region: '' });
  const [refused, setRefused] = useState(0);
  const tag = supportedLocale(locale);
  useEffect(() => {
    let current = true;
    void loadHolidayRegions(tag.slice(0, 2).toLowerCase()).then((regions) => {
      if (current) setKnown(regions === null ? { step: 'failed' } : { step: 'known', regions });
    });
    return () => {
      current = false;
    };
  }, [tag]);
  const year = Number(today.slice(0, 4));
  const years = [year, year + 1];
  const days = known.step === 'known' && region.country !== '' ? known.regions.holidays(region, years) : [];
  return (
    <TeamDialog
      title={texts.team.holidaysTitle}
      act={known.step === 'known' && (region.country === '' || days.length > 0) ? texts.team.addDays : null}
      saving={saving}
      refused={refused}
      testId="holidays-dialog"
      onClose={onClose}
      onAct={() => {
        if (region.country === '') setRefused(refused + 1);
        else saving.run(save(regionCode(region), years, days));
      }}
    >
      <p>{texts.team.holidaysIntro}</p>
      <p className="subtle">{texts.team.holidaysSource}</p>
      {known.step === 'known' ? (
        <>
          <RegionFields
            regions={known.regions}
            region={region}
            tag={tag}
            problem={refused > 0 && region.country === '' ? texts.team.badCountry : null}
            onChange={setRegion}
          />
          {region.country === '' ? null : (
            <div>
              <h3 className="team-small-heading" role="status">
                {days.length === 0 ? texts.team.noHolidays : texts.team.holidaysShown(days.length, years.join(' – '))}
              </h3>
              <ul className="team-days" data-testid="holidays">
                {days.map(({ date, half, name }) => (
                  <li key={date}>
                    <span>{dates.day(date)}</span>
                    <span>
                      {name}
                      {half === null ? '' : ` (${texts.team.oneHalf[half]})`}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </>
      ) : known.step === 'loading' ? (
        <p className="team-loading">
          <Spinner size="small" label={texts.team.loadingHolidays} />
          <span>{texts.team.loadingHolidays}</span>
        </p>
      ) : (
        <p role="alert">{texts.team.holidaysNotLoaded}</p>
      )}
    </TeamDialog>
  );
}

interface RegionFieldsProps {
  regions: HolidayRegions;
  region: Region;
  /** BCP 47 */
  tag: string;
  problem: string | null;
  onChange: (region: Region) => void;
}

function RegionFields({ regions, region, tag, problem, onChange }: RegionFieldsProps): ReactElement {
  const { country, state } = region;
  const countries = optionsOf(regions.countries(), (code, name) => countryName(code, tag) ?? name);
  const states = country === '' ? [] : optionsOf(regions.states(country), (_, name) => name);
  const parts = state === '' ? [] : optionsOf(regions.regions(country, state), (_, name) => name);
  return (
    <>
      <DialogSelect
        label={texts.team.country}
        options={countries}
        value={country}
        placeholder={texts.team.chooseCountry}
        problem={problem}
        testId="country"
        onChange={(chosen) => {
          onChange({ country: chosen, state: '', region: '' });
        }}
      />
      {states.length === 0 ? null : (
        <DialogSelect
          label={texts.team.state}
          options={[{ label: texts.team.wholeCountry, value: '' }, ...states]}
          value={state}
          testId="state"
          onChange={(chosen) => {
            onChange({ country, state: chosen, region: '' });
          }}
        />
      )}
      {parts.length === 0 ? null : (
        <DialogSelect
          label={texts.team.region}
          options={[{ label: texts.team.wholeState, value: '' }, ...parts]}
          value={region.region}
          testId="region"
          onChange={(chosen) => {
            onChange({ country, state, region: chosen });
          }}
        />
      )}
    </>
  );
}

function optionsOf(
  names: Readonly<Record<string, string>>,
  nameOf: (code: string, name: string) => string,
): ChoiceOption[] {
  return Object.entries(names)
    .map(([value, name]) => ({ label: nameOf(value, name), value }))
    .sort((one, other) => one.label.localeCompare(other.label));
}
