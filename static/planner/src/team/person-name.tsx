import type { ReactElement } from 'react';

import { PersonBadge } from '../list/assignee';
import { texts } from '../texts';

/** Somebody of the team; Jira may not know them any more, and then has no name for them. */
export function PersonName({ accountId, name }: { accountId: string; name: string | null }): ReactElement {
  const shown = name ?? texts.team.unknownPerson(accountId);
  return (
    <span className="team-person">
      <PersonBadge person={{ accountId, name: name ?? '?' }} label={null} />
      <span>{shown}</span>
    </span>
  );
}
