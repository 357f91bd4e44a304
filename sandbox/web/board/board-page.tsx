import { useCallback } from 'react';

import { pathOf } from '../address';
import { useModuleItems } from '../app-module/module-items';
import { OpenModule } from '../app-module/open-module';
import { AssigneeMark } from '../issue/assignee-mark';
import { EstimatePill } from '../issue/estimate-pill';
import { IssueKindGlyph } from '../issue/issue-kind-glyph';
import { type Board, readBoard } from '../jira/boards';
import { type Issue, readBacklogIssues, readSprintIssues, type StatusCategory } from '../jira/issues';
import { readSprints, type Sprint } from '../jira/sprints';
import { SiteLink } from '../navigation';
import { BoardFrame } from '../page/board-frame';
import { Notice } from '../page/notice';
import { usePageTitle } from '../page/page-title';
import { Waiting } from '../page/waiting';
import { useLoaded } from '../use-loaded';

import './board-page.css';

interface BoardData {
  board: Board;
  sprints: Sprint[];
  /** Of the active sprint, or of the whole board when it is a kanban board; undefined when no sprint is active. */
  issues: Issue[] | undefined;
}

async function readBoardData(boardId: number): Promise<BoardData> {
  const board = await readBoard(boardId);
  if (board.type === 'kanban') return { board, sprints: [], issues: await readBacklogIssues(boardId) };
  const sprints = await readSprints(board, ['active', 'future']);
  const active = sprints.find(({ state }) => state === 'active');
  return { board, sprints, issues: active === undefined ? undefined : await readSprintIssues(boardId, active.id) };
}

export function BoardPage({ boardId }: { boardId: number }) {
  const [data, again] = useLoaded(useCallback(() => readBoardData(boardId), [boardId]));
  const moduleItems = useModuleItems();
  usePageTitle('Board', data.state === 'ready' ? data.value.board.name : '');
  if (data.state === 'loading') {
    return (
      <main>
        <Waiting />
      </main>
    );
  }
  if (data.state === 'failed') {
    return (
      <main>
        <Notice title="You can't see this board">{data.message}</Notice>
      </main>
    );
  }
  const { board, sprints, issues } = data.value;
  return (
    <BoardFrame board={board} view="board" menuItems={moduleItems('jira:boardAction')}>
      {issues === undefined ? (
        <Notice title="No sprint is active" level={2}>
          Start one in the backlog, and its issues are here.
        </Notice>
      ) : (
        <Columns issues={issues} />
      )}
      <OpenModule board={board} sprints={sprints} onClosed={again} />
    </BoardFrame>
  );
}

const columns: { category: StatusCategory; name: string }[] = [
  { category: 'new', name: 'To do' },
  { category: 'indeterminate', name: 'In progress' },
  { category: 'done', name: 'Done' },
];

function Columns({ issues }: { issues: readonly Issue[] }) {
  return (
    <div className="board-columns">
      {columns.map(({ category, name }) => {
        const inColumn = issues.filter(({ status }) => status.category === category);
        return (
          <section key={category} className="board-column" aria-labelledby={`column-${category}`}>
            <h2 id={`column-${category}`}>
              {name} <span className="board-column-count">{inColumn.length}</span>
            </h2>
            <ul>
              {inColumn.map((issue) => (
                <Card key={issue.id} issue={issue} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Card({ issue }: { issue: Issue }) {
  return (
    <li className="board-card">
      <p>{issue.summary}</p>
      <div className="board-card-foot">
        <IssueKindGlyph type={issue.type} />
        <SiteLink href={pathOf({ kind: 'issue', key: issue.key })}>{issue.key}</SiteLink>
        <span className="board-card-end">
          <EstimatePill estimate={issue.estimate} />
          <AssigneeMark assignee={issue.assignee} />
        </span>
      </div>
    </li>
  );
}
