import type { Sprint } from '../jira/sprints';
import { loggedIn, useSite } from '../site-info';
import { sprintDates } from '../sprint-dates';
import { BacklogSection } from './backlog-section';

import './closed-sprints.css';

/** What a board without an open sprint still knows of its past. */
export function ClosedSprints({ sprints }: { sprints: readonly Sprint[] }) {
  const site = useSite();
  const timeZone = loggedIn(site)?.timeZone;
  return (
    <BacklogSection name="Closed sprints" details={[`(${String(sprints.length)})`]} startsOpen={false}>
      <ul className="closed-sprints">
        {sprints.map((sprint) => (
          <li key={sprint.id}>
            <span>{sprint.name}</span>
            <span className="closed-sprint-dates">{sprintDates(sprint, site.locale, timeZone)}</span>
          </li>
        ))}
      </ul>
    </BacklogSection>
  );
}
