import './project-page.css';

import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { lazy, type ReactElement, Suspense, useCallback, useEffect, useState } from 'react';

import { openHistory, type PageHistory, type Place } from '../bridge';
import { free, type Leaving, LeavingContext } from '../leaving';
import { PlannerApp, type SprintChoice } from '../planner-app';
import { BoardSettings } from '../settings/board-settings';
import { PageWaiting } from '../states/page';
import { Waiting } from '../states/waiting';
import { texts } from '../texts';
import { BoardPicker } from './board-picker';
import { TabLink } from './tab-link';
import { isSamePlace, pathOfPlace, pathOfTab, placeOfPath, tabs } from './tabs';
import { useBoards } from './use-boards';

const HistoryTab = lazy(() => import('../history/history-tab').then(({ HistoryTab: tab }) => ({ default: tab })));
const TeamTab = lazy(() => import('../team/team-tab').then(({ TeamTab: tab }) => ({ default: tab })));

/** PlanPrism's page in a project: tabs, each with an address of its own. */
export function ProjectPage({ place }: { place: Place }): ReactElement {
  const [history, setHistory] = useState<PageHistory | null>(null);
  /** What the address says, and what is shown: the two differ while something unsaved is in the way. */
  const [path, setPath] = useState('/');
  const [shown, setShown] = useState('/');
  const [leaving, setLeaving] = useState<Leaving>(free);
  const [attempt, setAttempt] = useState(0);
  const boards = useBoards();
  /** What the planner showed last, and what was changed in Jira from there: it is gone while another tab is shown. */
  const [planned, setPlanned] = useState<SprintChoice>(nothingPlanned);
  const [changedIssues, setChangedIssues] = useState<readonly string[]>([]);

  const show = useCallback((next: string) => {
    setShown(next);
    const { tab, boardId, sprintId } = placeOfPath(next);
    if (tab === 'planner') setPlanned({ boardId, sprintId });
  }, []);

  useEffect(() => {
    let current = true;
    const follow = (changed: string): void => {
      if (current) setPath(changed);
    };
    void openHistory(follow).then((opened) => {
      if (!current) return;
      setPath(opened.path);
      show(opened.path);
      setHistory(opened);
    });
    return () => {
      current = false;
    };
  }, [attempt, show]);
  useEffect(() => {
    if (path === shown) return;
    if (leaving.status === 'saved') show(path);
    else leaving.hurry();
  }, [path, shown, leaving, show]);

  const here = placeOfPath(shown);
  const { tab, boardId, sprintId } = here;
  const go = useCallback(
    (to: string) => {
      if (!isSamePlace(to, path)) history?.go(to);
    },
    [history, path],
  );
  const choose = useCallback(
    (choice: SprintChoice) => {
      go(pathOfPlace({ tab: 'planner', ...choice }));
    },
    [go],
  );
  const openSettings = useCallback(
    (board: number) => {
      go(pathOfPlace({ tab: 'settings', boardId: board, sprintId: null }));
    },
    [go],
  );
  if (history === null)
    return (
      <Waiting
        key={attempt}
        onRetry={() => {
          setAttempt(attempt + 1);
        }}
      />
    );
  const stay = (): void => {
    history.correct(shown);
  };
  const content = (): ReactElement => {
    switch (tab) {
      case 'planner':
        return (
          <PlannerApp
            place={place}
            choice={choiceOf(place, boardId, sprintId)}
            onChoose={choose}
            onSettings={openSettings}
            changedBefore={changedIssues}
            onChangedIssues={setChangedIssues}
          />
        );
      case 'team':
        return (
          <TeamTab
            place={place}
            choice={choiceOf(place, boardId, sprintId)}
            onChoose={(choice) => {
              go(pathOfPlace({ tab: 'team', ...choice }));
            }}
          />
        );
      case 'history':
        return <HistoryTab key={boardId} place={place} boardId={boardId ?? place.boardId} onSettings={openSettings} />;
      case 'settings':
        return <BoardSettings key={boardId} place={place} boardId={boardId ?? place.boardId} />;
    }
  };
  return (
    <div className="project-page">
      <header className="tab-bar">
        <nav className="tabs" aria-label={texts.settings.tabsLabel}>
          {tabs.map((each) => (
            <TabLink
              key={each}
              path={pathOfTab(each, here, planned)}
              projectKey={place.projectKey}
              current={each === tab}
              testId={`tab-${each}`}
              onGo={go}
            >
              {texts.settings.tabs[each]}
            </TabLink>
          ))}
        </nav>
        <BoardPicker
          boards={boards}
          boardId={boardId ?? place.boardId}
          onChoose={(board) => {
            go(pathOfPlace({ tab, boardId: board, sprintId: null }));
          }}
        />
      </header>
      <LeavingContext.Provider value={setLeaving}>
        <div className="project-body">
          <Suspense fallback={<PageWaiting said={texts.settings.tabs[tab]} />}>{content()}</Suspense>
        </div>
      </LeavingContext.Provider>
      <ModalTransition>
        {path !== shown && leaving.status === 'unsaved' ? (
          <Modal onClose={stay} width="small" testId="leave-dialog">
            <ModalHeader>
              <ModalTitle>{texts.settings.leaveTitle}</ModalTitle>
            </ModalHeader>
            <ModalBody>{texts.settings.leaveWhy}</ModalBody>
            <ModalFooter>
              <Button appearance="subtle" onClick={stay}>
                {texts.settings.stay}
              </Button>
              <Button
                appearance="warning"
                onClick={() => {
                  show(path);
                }}
              >
                {texts.settings.leave}
              </Button>
            </ModalFooter>
          </Modal>
        ) : null}
      </ModalTransition>
    </div>
  );
}

const nothingPlanned: SprintChoice = { boardId: null, sprintId: null };

/** What the address does not say, Jira says. */
function choiceOf(place: Place, boardId: number | null, sprintId: number | null): SprintChoice {
  return boardId === null ? place : { boardId, sprintId };
}
