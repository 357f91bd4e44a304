import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { ReactElement } from 'react';

import { useNumbers } from '../numbers/numbers';
import { texts } from '../texts';
import type { TeamPerson } from './team-types';
import { worksHereOn } from './works-here';

interface OverShareProps {
  /** undefined: not of the team any more. */
  person: TeamPerson | undefined;
  /** yyyy-mm-dd */
  today: string;
}

/** A warning about somebody who is planned for more than all of their time today, over all boards. */
export function OverShare({ person, today }: OverShareProps): ReactElement | null {
  const numbers = useNumbers();
  if (person === undefined || !worksHereOn(person, today)) return null;
  const { share, shareElsewhere } = person;
  if (share + shareElsewhere <= 100) return null;
  return (
    <span className="team-below team-warning" data-testid="over-share">
      <WarningIcon label={texts.team.overShareTitle} size="small" />
      {texts.team.overShare(numbers.percent(share / 100), numbers.percent(shareElsewhere / 100))}
    </span>
  );
}
