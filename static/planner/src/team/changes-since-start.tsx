import type { ReactElement } from 'react';

import { texts } from '../texts';
import type { DateStyle } from './team-dates';
import type { SprintCapacity } from './team-types';

type Change = SprintCapacity['changedSinceStart'][number];

/** What was changed after the sprint had started: what was promised then did not know it. */
export function ChangesSinceStart({
  changes,
  dates,
}: {
  changes: readonly Change[];
  dates: DateStyle;
}): ReactElement | null {
  if (changes.length === 0) return null;
  return (
    <details className="team-changes" data-testid="changed-since-start">
      <summary>{texts.team.changesTitle(changes.length)}</summary>
      <ul>
        {changes.map((change, index) => (
          // Two changes can be the same in all that is told of them.
          <li key={index}>
            <strong>{change.by ?? texts.team.somebody}</strong> {sentenceOf(change)}{' '}
            <span className="subtle">{dates.instant(change.at)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function sentenceOf({ what, about }: Change): string {
  switch (what) {
    case 'person':
      return texts.team.change.person(about?.name ?? null);
    case 'timeOff':
      return texts.team.change.timeOff(about?.name ?? null);
    case 'freeDays':
    case 'timeZone':
    case 'import':
    case 'override':
    case 'overrideTakenBack':
      return texts.team.change[what];
  }
}
