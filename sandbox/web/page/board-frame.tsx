import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import { type ReactNode, useCallback } from 'react';

import { pathOf } from '../address';
import { type Board, readBoards } from '../jira/boards';
import { ChoiceMenu } from '../menu/choice-menu';
import { MoreMenu, type MoreMenuItem } from '../menu/more-menu';
import { SiteLink, useNavigation } from '../navigation';
import { ProjectViews } from '../project/project-views';
import { useLoaded } from '../use-loaded';

import './board-frame.css';

interface BoardFrameProps {
  board: Board;
  view: 'backlog' | 'board';
  menuItems: readonly MoreMenuItem[];
  children: ReactNode;
}

/** What the backlog and the board have around them: where one is, the board's name, the views, the ••• menu. */
export function BoardFrame({ board, view, menuItems, children }: BoardFrameProps) {
  const project = board.location?.projectName ?? board.location?.projectKey;
  return (
    <main className="board-frame">
      <div className="board-head">
        <nav aria-label="Breadcrumbs">
          <ol className="breadcrumbs">
            <li>
              <SiteLink href="/">Projects</SiteLink>
            </li>
            {project === undefined ? null : <li>{project}</li>}
          </ol>
        </nav>
        <div className="board-title">
          <h1>{board.name}</h1>
          <BoardSwitcher board={board} view={view} />
          <span className="board-title-menu">
            <MoreMenu label={view === 'backlog' ? 'Backlog actions' : 'Board actions'} items={menuItems} />
          </span>
        </div>
        <ProjectViews board={board} here={view} />
      </div>
      {children}
    </main>
  );
}

function BoardSwitcher({ board, view }: { board: Board; view: 'backlog' | 'board' }) {
  const { go } = useNavigation();
  const [boards] = useLoaded(useCallback(() => readBoards(), []));
  if (boards.state !== 'ready' || boards.value.length < 2) return null;
  return (
    <ChoiceMenu
      label="Switch board"
      heading="Boards"
      className="icon-button"
      choices={boards.value.map(({ id, name, location }) => ({
        id: String(id),
        text: name,
        ...(location?.projectKey === undefined ? {} : { detail: location.projectKey }),
      }))}
      chosen={String(board.id)}
      onChoose={(id) => {
        go(pathOf({ kind: view, boardId: Number(id) }));
      }}
    >
      <ChevronDownIcon label="" size="small" />
    </ChoiceMenu>
  );
}
