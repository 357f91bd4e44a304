import { useCallback } from 'react';

import { DeleteIssue } from '../delete-issue/delete-issue';
import { hoursText } from '../hours';
import { type Issue, readIssue } from '../jira/issues';
import { SiteLink } from '../navigation';
import { Notice } from '../page/notice';
import { usePageTitle } from '../page/page-title';
import { Waiting } from '../page/waiting';
import { loggedIn, useSite } from '../site-info';
import { useLoaded } from '../use-loaded';
import { AssigneeMark } from './assignee-mark';
import { IssueKindGlyph } from './issue-kind-glyph';
import { LogTime } from './log-time';
import { ModulePanel } from './module-panel';
import { StatusLozenge } from './status-lozenge';

import './issue-page.css';

export function IssuePage({ issueKey }: { issueKey: string }) {
  const [issue, again] = useLoaded(useCallback(() => readIssue(issueKey), [issueKey]));
  usePageTitle(issue.state === 'ready' ? `[${issueKey}] ${issue.value.summary}` : issueKey);
  switch (issue.state) {
    case 'loading':
      return (
        <main>
          <Waiting />
        </main>
      );
    case 'failed':
      return (
        <main>
          <Notice title={`You can't see ${issueKey}`}>{issue.message}</Notice>
        </main>
      );
    case 'ready':
      return <IssueView issue={issue.value} onChanged={again} />;
  }
}

function IssueView({ issue, onChanged }: { issue: Issue; onChanged: () => void }) {
  const site = useSite();
  const { locale } = site;
  const user = loggedIn(site);
  const hours = (seconds: number | null) => (seconds === null ? 'None' : hoursText(seconds, locale));
  return (
    <main className="issue-page">
      <nav aria-label="Breadcrumbs">
        <ol className="breadcrumbs">
          <li>
            <SiteLink href="/">Projects</SiteLink>
          </li>
          <li>{issue.key.replace(/-\d+$/, '')}</li>
          <li className="issue-page-key" aria-current="page">
            <IssueKindGlyph type={issue.type} />
            {issue.key}
          </li>
        </ol>
      </nav>
      <div className="issue-page-title">
        <h1>{issue.summary}</h1>
        <DeleteIssue issueKey={issue.key} />
      </div>
      <div className="issue-page-columns">
        <dl className="issue-page-details">
          <dt>Status</dt>
          <dd>
            <StatusLozenge status={issue.status} />
          </dd>
          <dt>Assignee</dt>
          <dd className="issue-page-person">
            <AssigneeMark assignee={issue.assignee} />
            <span aria-hidden="true">{issue.assignee?.name ?? 'Unassigned'}</span>
          </dd>
          <dt>Original estimate</dt>
          <dd>{hours(issue.estimate)}</dd>
          <dt>Remaining estimate</dt>
          <dd>{hours(issue.remaining)}</dd>
          <dt>Time spent</dt>
          <dd className="issue-page-spent">
            {hours(issue.spent)}
            <LogTime issueKey={issue.key} onLogged={onChanged} />
          </dd>
        </dl>
        {user === undefined ? null : (
          <aside className="issue-page-panels" aria-label="Apps">
            {site.modules
              .filter(({ type }) => type === 'jira:issueContext')
              .map((module) => (
                <ModulePanel
                  key={`${module.key} ${issue.id}`}
                  module={module}
                  user={user}
                  issue={issue}
                  onChanged={onChanged}
                />
              ))}
          </aside>
        )}
      </div>
    </main>
  );
}
