import { type ReactElement, useMemo } from 'react';

import { numberStyle } from '../../../../src/estimation/hours';
import type { Answer, Value } from '../../../../src/contract';
import { call, type Place } from '../bridge';
import { NumbersContext, useNumbers } from '../numbers/numbers';
import { texts } from '../texts';
import { Choice } from './choice';
import { isHeld } from './desk';
import { Mirror } from './mirror';
import { SettingsPage } from './settings-page';
import { readSiteForm, type SiteChange, type SiteForm, siteFormOf, type SiteProblem } from './site-form';
import { StepsChoice } from './steps-choice';
import { TypedField } from './typed-field';
import { type SettingsKind, useSettings } from './use-settings';
import { wordedOptions } from './worded-options';

type OpenedSite = Value<'openSiteSettings'>;

/** What holds on the whole site, and writing all confidences to Jira. Only a Jira administrator may change it. */
export function SiteSettings({ place: { locale, timeZone } }: { place: Place }): ReactElement {
  const numbers = useMemo(() => numberStyle(locale), [locale]);
  const kind = useMemo((): SettingsKind<OpenedSite, SiteForm> => {
    return {
      open: () => call('openSiteSettings', {}),
      formOf: ({ settings }) => siteFormOf(settings, numbers.typed),
      read: (_opened, base, form) => readSiteForm(base, form),
      save: (opened, base, form) => {
        const reading = readSiteForm(base, form);
        return 'problems' in reading ? null : saveSite(opened, reading.change);
      },
    };
  }, [numbers]);
  const acts = useSettings(kind);
  return (
    <NumbersContext.Provider value={numbers}>
      <SettingsPage
        acts={acts}
        title={texts.settings.siteTitle}
        intro={texts.settings.siteIntro}
        readOnly={({ may }) => (may.change ? null : texts.settings.siteReadOnly)}
        after={({ may, mirror }) => <Mirror run={mirror} locale={locale} timeZone={timeZone} disabled={!may.change} />}
      >
        {(desk) => {
          const { base, form, checked, opened } = desk;
          const reading = readSiteForm(base, form);
          return (
            <SiteFields
              form={form}
              problems={checked && 'problems' in reading ? reading.problems : noProblems}
              disabled={!opened.may.change || isHeld(desk)}
              onChange={acts.change}
            />
          );
        }}
      </SettingsPage>
    </NumbersContext.Provider>
  );
}

async function saveSite(opened: OpenedSite, change: SiteChange): Promise<Answer<OpenedSite>> {
  const answer = await call('saveSiteSettings', { revision: opened.settings.revision, ...change });
  return 'value' in answer ? { value: { ...opened, settings: answer.value } } : answer;
}

const noProblems: ReadonlySet<never> = new Set();

/** What PlanPrism brings, in percent. */
const broughtConfidence = 80;

interface SiteFieldsProps {
  form: SiteForm;
  /** What is to be said to be wrong. */
  problems: ReadonlySet<SiteProblem>;
  disabled: boolean;
  onChange: (part: Partial<SiteForm>) => void;
}

function SiteFields({ form, problems, disabled, onChange }: SiteFieldsProps): ReactElement {
  const numbers = useNumbers();
  return (
    <>
      <section className="settings-section">
        <h2>{texts.settings.confidence}</h2>
        <div className="setting">
          <h3>{texts.settings.defaultConfidence}</h3>
          <p className="setting-hint">
            {texts.settings.defaultConfidenceHint} {texts.settings.brought(numbers.percent(broughtConfidence / 100))}
          </p>
          <TypedField
            label={texts.settings.percentField(texts.settings.defaultConfidence)}
            hiddenLabel
            unit="%"
            value={form.confidence}
            problem={problems.has('confidence') ? texts.badConfidence : null}
            disabled={disabled}
            testId="default-confidence"
            onChange={(confidence) => {
              onChange({ confidence });
            }}
          />
        </div>
        <StepsChoice
          steps={form.steps}
          inherited={null}
          said={form.steps === null ? texts.settings.stepsBrought : texts.settings.stepsOfSite}
          back={texts.settings.stepsLikeBrought}
          disabled={disabled}
          onChange={(steps) => {
            onChange({ steps });
          }}
        />
      </section>
      <section className="settings-section">
        <h2>{texts.settings.estimates}</h2>
        <Choice
          legend={texts.settings.defaultEstimate}
          value={form.withEstimate ? 'on' : 'off'}
          disabled={disabled}
          testId="default-estimate"
          options={[
            { value: 'off', label: texts.settings.withEstimate.off, hint: texts.settings.withEstimateHints.off },
            {
              value: 'on',
              label: texts.settings.withEstimate.on,
              hint: texts.settings.withEstimateHints.on,
              field: (
                <TypedField
                  label={texts.settings.estimateField}
                  hiddenLabel
                  unit="h"
                  value={form.estimate}
                  problem={problems.has('estimate') ? texts.settings.badEstimate : null}
                  disabled={disabled}
                  testId="default-estimate"
                  onChange={(estimate) => {
                    onChange({ estimate });
                  }}
                />
              ),
            },
          ]}
          onChoose={(choice) => {
            onChange({ withEstimate: choice === 'on' });
          }}
        />
      </section>
      <section className="settings-section">
        <h2>{texts.settings.planning}</h2>
        <Choice
          legend={texts.settings.line}
          value={form.policy}
          disabled={disabled}
          testId="line-policy"
          options={wordedOptions(['closest', 'atLeast'], texts.settings.policies, texts.policyHint)}
          onChoose={(policy) => {
            onChange({ policy });
          }}
        />
        <Choice
          legend={texts.settings.whoMayPlan}
          hint={texts.settings.plannersHint}
          value={form.whoMayPlan}
          disabled={disabled}
          testId="who-may-plan"
          options={(['editors', 'sprintManagers'] as const).map((value) => ({
            value,
            label: texts.settings.planners[value],
          }))}
          onChoose={(whoMayPlan) => {
            onChange({ whoMayPlan });
          }}
        />
      </section>
    </>
  );
}
