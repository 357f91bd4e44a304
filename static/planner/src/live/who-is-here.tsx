import Tooltip from '@atlaskit/tooltip';
import type { ReactElement } from 'react';

import { PersonBadge } from '../list/assignee';
import type { LiveView } from './live-session';
import { texts } from '../texts';

import './who-is-here.css';

/** More of them would push the header's buttons away; the hover names everybody. */
const mostBadges = 3;

/** The other people on this plan: 'Jana is here'. Nothing when nobody is. */
export function WhoIsHere({ here }: Pick<LiveView, 'here'>): ReactElement | null {
  if (here.length === 0) return null;
  const names = here.map(({ name }) => name);
  return (
    <Tooltip content={texts.live.alsoPlanning(names.join(', '))}>
      <span className="who-is-here" data-testid="who-is-here">
        {here.slice(0, mostBadges).map((person) => (
          <PersonBadge key={person.accountId} person={person} label={null} />
        ))}
        <span className="who-is-here-names subtle small">{texts.live.here(names.map(firstName))}</span>
      </span>
    </Tooltip>
  );
}

/** What colleagues call each other; a name of one word stays whole. */
function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}
