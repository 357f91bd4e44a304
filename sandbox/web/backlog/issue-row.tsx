import { memo } from 'react';

import { pathOf } from '../address';
import { AssigneeMark } from '../issue/assignee-mark';
import { EstimatePill } from '../issue/estimate-pill';
import { IssueKindGlyph } from '../issue/issue-kind-glyph';
import { StatusLozenge } from '../issue/status-lozenge';
import type { Issue } from '../jira/issues';
import { SiteLink } from '../navigation';

import './issue-row.css';

export const IssueRow = memo(function IssueRow({ issue }: { issue: Issue }) {
  const { key, summary, type, status, estimate, assignee } = issue;
  return (
    <li className="issue-row" data-done={status.category === 'done'}>
      <IssueKindGlyph type={type} />
      <SiteLink className="issue-row-key" href={pathOf({ kind: 'issue', key })}>
        {key}
      </SiteLink>
      <span className="issue-row-summary" title={summary}>
        {summary}
      </span>
      <span className="issue-row-status">
        <StatusLozenge status={status} />
      </span>
      <span className="issue-row-estimate">
        <EstimatePill estimate={estimate} />
      </span>
      <AssigneeMark assignee={assignee} />
    </li>
  );
});
