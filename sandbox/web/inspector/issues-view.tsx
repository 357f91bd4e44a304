import DynamicTable from '@atlaskit/dynamic-table';

import { hoursText } from '../hours';
import { StatusLozenge } from '../issue/status-lozenge';
import { SiteLink } from '../navigation';
import { useSite } from '../site-info';
import { issuesSchema } from './inspector-data';
import { JsonAt } from './json-at';
import { ListTools, useListWish } from './list-tools';
import { Opener, useOpenRows } from './opener';
import { useWatched } from './use-watched';
import { WatchedPart } from './watched-part';

const columns = [
  { key: 'issue', content: 'Issue', width: 13 },
  { key: 'summary', content: 'Summary', width: 34 },
  { key: 'sprint', content: 'Sprint', width: 20 },
  { key: 'estimate', content: 'Original estimate', width: 12 },
  { key: 'status', content: 'Status', width: 12 },
  { key: 'page', content: 'Page', width: 9 },
];

/** Every issue of the site in rank order, whoever may see it. */
export function IssuesView() {
  const { locale } = useSite();
  const wish = useListWish();
  const watched = useWatched(`/sandbox/inspect/issues?${wish.query}`, issuesSchema);
  const [isOpen, toggle] = useOpenRows<string>();
  return (
    <>
      <ListTools label="Search key, summary, sprint, status, assignee" wish={wish} page={watched.value} />
      <WatchedPart watched={watched}>
        {({ rows }) => (
          <DynamicTable
            label="Issues in rank order"
            head={{ cells: columns }}
            emptyView={<p>No issue has that in it.</p>}
            rows={rows.flatMap((issue) => {
              const row = {
                key: issue.key,
                cells: [
                  {
                    key: 'issue',
                    content: (
                      <Opener
                        isOpen={isOpen(issue.key)}
                        onToggle={() => {
                          toggle(issue.key);
                        }}
                      >
                        {issue.key}
                      </Opener>
                    ),
                  },
                  { key: 'summary', content: <span className="inspector-text">{issue.summary}</span> },
                  {
                    key: 'sprint',
                    content: issue.sprints.map(({ name, isOpen: isOfNow }) => (
                      <div key={name} className={isOfNow ? undefined : 'inspector-subtle'}>
                        {isOfNow ? name : `${name} (closed)`}
                      </div>
                    )),
                  },
                  {
                    key: 'estimate',
                    content:
                      issue.estimate === null ? (
                        <span className="inspector-subtle">None</span>
                      ) : (
                        hoursText(issue.estimate, locale)
                      ),
                  },
                  { key: 'status', content: <StatusLozenge status={issue.status} /> },
                  {
                    key: 'page',
                    content: (
                      <SiteLink href={`/browse/${encodeURIComponent(issue.key)}`} aria-label={`Page of ${issue.key}`}>
                        Open
                      </SiteLink>
                    ),
                  },
                ],
              };
              if (!isOpen(issue.key)) return [row];
              const details = {
                key: `${issue.key}-details`,
                cells: [
                  {
                    key: 'details',
                    colSpan: columns.length,
                    content: (
                      <JsonAt
                        label={`${issue.key} as the sandbox keeps it`}
                        address={`/sandbox/inspect/issue?key=${encodeURIComponent(issue.key)}`}
                      />
                    ),
                  },
                ],
              };
              return [row, details];
            })}
          />
        )}
      </WatchedPart>
    </>
  );
}
