import './project-page.css';

import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { lazy, type ReactElement, Suspense, useCallback, useEffect, useState } from 'react';

import { openHistory, type PageHistory, type Place } from '../bridge';
import { free, type Leaving, LeavingContext } from '../leaving';
import { PlannerApp, type SprintChoice } from '../planner-app';
import { BoardSettings } from '../settings/board-settings';
import { pathOfPlace, placeOfPath, tabs } from './tabs';
import { texts } from '../texts';

const TeamTab = lazy(() => import('../team/team-tab').then(({ TeamTab: tab }) => ({ default: tab })));

/** PlanPrism's page in a project: tabs, each with an address of its own. */
export function ProjectPage({ place }: { place: Place }): ReactElement | null {
  const [history, setHistory] = useState<PageHistory | null>(null);
  /** What the address says, and what is shown: the two differ while something unsaved is in the way. */
  const [path, setPath] = useState('/');
  const [shown, setShown] = useState('/');
  const [leaving, setLeaving] = useState<Leaving>(free);

  useEffect(() => {
    let current = true;
    const follow = (changed: string): void => {
      if (current) setPath(changed);
    };
    void openHistory(follow).then((opened) => {
      if (!current) return;
      setPath(opened.path);
      setShown(opened.path);
      setHistory(opened);
    });
    return () => {
      current = false;
    };
  }, []);
  useEffect(() => {
    if (path === shown) return;
    if (leaving.status === 'saved') setShown(path);
    else leaving.hurry();
  }, [path, shown, leaving]);

  const { tab, boardId, sprintId } = placeOfPath(shown);
  const go = useCallback(
    (to: string) => {
      if (to !== path) history?.go(to);
    },
    [history, path],
  );
  const choose = useCallback(
    (choice: SprintChoice) => {
      go(pathOfPlace({ tab: 'planner', ...choice }));
    },
    [go],
  );
  if (history === null) return null;
  const stay = (): void => {
    go(shown);
  };
  return (
    <div className="project-page">
      <nav className="tabs" aria-label={texts.settings.tabsLabel}>
        {tabs.map((each) => {
          const to = pathOfPlace({ tab: each, boardId, sprintId: each === 'settings' ? null : sprintId });
          return (
            <a
              key={each}
              href={to}
              aria-current={each === tab ? 'page' : undefined}
              data-testid={`tab-${each}`}
              onClick={(event) => {
                // The address is Jira's to change: this page is a frame in it.
                event.preventDefault();
                go(to);
              }}
            >
              {texts.settings.tabs[each]}
            </a>
          );
        })}
      </nav>
      <LeavingContext.Provider value={setLeaving}>
        <div className="project-body">
          {tab === 'planner' ? (
            <PlannerApp place={place} choice={choiceOf(place, boardId, sprintId)} onChoose={choose} />
          ) : tab === 'team' ? (
            <Suspense>
              <TeamTab
                place={place}
                choice={choiceOf(place, boardId, sprintId)}
                onChoose={(choice) => {
                  go(pathOfPlace({ tab: 'team', ...choice }));
                }}
              />
            </Suspense>
          ) : (
            <BoardSettings
              key={boardId}
              place={place}
              boardId={boardId ?? place.boardId}
              onBoard={(id) => {
                go(pathOfPlace({ tab: 'settings', boardId: id, sprintId: null }));
              }}
            />
          )}
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
                  setShown(path);
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

/** What the address does not say, Jira says. */
function choiceOf(place: Place, boardId: number | null, sprintId: number | null): SprintChoice {
  return boardId === null ? place : { boardId, sprintId };
}
