import type { ReactElement } from 'react';

import { texts } from '../texts';
import type { BoardSectionProps } from './board-sections';
import { Choice } from './choice';
import { wordedOptions } from './worded-options';

/** What the chance to finish is learnt from, who sees how well that goes, and whether it draws the line. */
export function ChanceSection({ form, disabled, onChange }: BoardSectionProps): ReactElement {
  return (
    <section className="settings-section">
      <h2>{texts.settings.chance}</h2>
      <Choice
        legend={texts.settings.drives}
        value={form.drives}
        disabled={disabled}
        testId="drives"
        options={wordedOptions(['ratio', 'chance'], texts.settings.driveChoices, texts.settings.driveHints)}
        onChoose={(drives) => {
          onChange({ drives });
        }}
      />
      <Choice
        legend={texts.settings.actualSource}
        hint={texts.settings.actualFromNowOn}
        value={form.actualSource}
        disabled={disabled}
        testId="actual-source"
        options={wordedOptions(['logged', 'inProgress'], texts.settings.actualSources, texts.settings.actualHints)}
        onChoose={(actualSource) => {
          onChange({ actualSource });
        }}
      />
      <Choice
        legend={texts.settings.whoSeesOthers}
        hint={texts.settings.othersAnyway}
        value={form.whoSeesOthers}
        disabled={disabled}
        testId="who-sees-others"
        options={wordedOptions(['nobody', 'planners'], texts.settings.othersChoices, texts.settings.othersHints)}
        onChoose={(whoSeesOthers) => {
          onChange({ whoSeesOthers });
        }}
      />
    </section>
  );
}
