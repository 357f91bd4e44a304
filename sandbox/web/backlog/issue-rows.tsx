import { startTransition, useEffect, useState } from 'react';

import type { Issue } from '../jira/issues';
import { IssueRow } from './issue-row';

/** More than any window shows at once. */
const rowsAtOnce = 150;

/** The issues of a section. A long list is drawn in two goes, so that its first rows do not wait for its last. */
export function IssueRows({ issues, whenEmpty }: { issues: readonly Issue[]; whenEmpty: string }) {
  const [isWhole, setWhole] = useState(issues.length <= rowsAtOnce);
  useEffect(() => {
    startTransition(() => {
      setWhole(true);
    });
  }, []);
  if (issues.length === 0) return <p className="backlog-section-empty">{whenEmpty}</p>;
  return (
    <ul className="issue-rows">
      {(isWhole ? issues : issues.slice(0, rowsAtOnce)).map((issue) => (
        <IssueRow key={issue.id} issue={issue} />
      ))}
    </ul>
  );
}
