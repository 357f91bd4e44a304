import type { Issue } from '../jira/issues';
import { NobodyMark, PersonMark } from '../person/person-mark';

export function AssigneeMark({ assignee }: { assignee: Issue['assignee'] }) {
  const text = assignee === null ? 'Unassigned' : `Assignee: ${assignee.name}`;
  return (
    <span role="img" aria-label={text} title={text} style={{ display: 'inline-flex' }}>
      {assignee === null ? <NobodyMark /> : <PersonMark accountId={assignee.accountId} name={assignee.name} />}
    </span>
  );
}
