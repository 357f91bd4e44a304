import { useCallback } from 'react';

import { useModuleItems } from '../app-module/module-items';
import { OpenModule } from '../app-module/open-module';
import { MoreMenu } from '../menu/more-menu';
import { BoardFrame } from '../page/board-frame';
import { Notice } from '../page/notice';
import { usePageTitle } from '../page/page-title';
import { Waiting } from '../page/waiting';
import { loggedIn, useSite } from '../site-info';
import { sprintDates } from '../sprint-dates';
import { useLoaded } from '../use-loaded';
import { type BacklogData, readBacklog } from './backlog-data';
import { BacklogSection } from './backlog-section';
import { ClosedSprints } from './closed-sprints';
import { HourSums, issueCount } from './hour-sums';
import { IssueRows } from './issue-rows';
import { SprintStep } from './sprint-step';

export function BacklogPage({ boardId }: { boardId: number }) {
  const [data, again] = useLoaded(useCallback(() => readBacklog(boardId), [boardId]));
  usePageTitle('Backlog', data.state === 'ready' ? data.value.board.name : '');
  switch (data.state) {
    case 'loading':
      return (
        <main>
          <Waiting />
        </main>
      );
    case 'failed':
      return (
        <main>
          <Notice title="You can't see this board">{data.message}</Notice>
        </main>
      );
    case 'ready':
      return <Backlog data={data.value} onStale={again} />;
  }
}

function Backlog({ data, onStale }: { data: BacklogData; onStale: () => void }) {
  const { board, sprints, backlog, closedSprints, mayManageSprints } = data;
  const site = useSite();
  const moduleItems = useModuleItems();
  const timeZone = loggedIn(site)?.timeZone;
  return (
    <BoardFrame board={board} view="backlog" menuItems={moduleItems('jira:backlogAction')}>
      {sprints.map(({ sprint, issues }) => (
        <BacklogSection
          key={sprint.id}
          name={sprint.name}
          details={[sprintDates(sprint, site.locale, timeZone), `(${issueCount(issues.length)})`]}
          aside={
            <>
              <HourSums issues={issues} />
              {mayManageSprints ? (
                <SprintStep sprint={sprint} issues={issues} sprints={sprints} onDone={onStale} />
              ) : null}
              <MoreMenu label={`Actions of ${sprint.name}`} items={moduleItems('jira:sprintAction', sprint.id)} />
            </>
          }
        >
          <IssueRows issues={issues} whenEmpty="This sprint has no issues yet." />
        </BacklogSection>
      ))}
      {closedSprints.length === 0 ? null : <ClosedSprints sprints={closedSprints} />}
      <BacklogSection
        name="Backlog"
        details={[`(${issueCount(backlog.length)})`]}
        aside={<HourSums issues={backlog} />}
      >
        <IssueRows issues={backlog} whenEmpty="The backlog is empty." />
      </BacklogSection>
      <OpenModule board={board} sprints={sprints.map(({ sprint }) => sprint)} onClosed={onStale} />
    </BoardFrame>
  );
}
