import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { ReactElement } from 'react';

import { useNumbers } from '../numbers/numbers';
import { texts } from '../texts';

/** A warning about somebody who is planned for more than all of their time, over all boards. Shares in percent. */
export function OverShare({ here, elsewhere }: { here: number; elsewhere: number }): ReactElement | null {
  const numbers = useNumbers();
  if (here + elsewhere <= 100) return null;
  return (
    <span className="team-below team-warning" data-testid="over-share">
      <WarningIcon label={texts.team.overShareTitle} size="small" />
      {texts.team.overShare(numbers.percent(here / 100), numbers.percent(elsewhere / 100))}
    </span>
  );
}
