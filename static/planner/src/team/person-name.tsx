import type { ReactElement } from 'react';

import { PersonBadge } from '../list/assignee';
import type { Names } from './use-names';

/** Somebody of the team; Jira may not know them any more, and then has no name for them. */
export function PersonName({ accountId, names }: { accountId: string; names: Names }): ReactElement {
  return (
    <span className="team-person">
      <PersonBadge person={{ accountId, name: names.of(accountId) ?? '?' }} label={null} />
      <span>{names.said(accountId)}</span>
    </span>
  );
}
