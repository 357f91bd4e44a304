import { lazy, type ReactElement, Suspense, useCallback, useMemo, useState } from 'react';

import type { Planner } from '../../../src/contract';
import type { Place } from './bridge';
import { numberStyle } from './hours';
import { IssueList } from './issue-list';
import { Notices } from './notices';
import { NumbersContext } from './numbers';
import { changeToSequence, noChange, type PlanChange, putBeside } from './plan-draft';
import { viewOf } from './plan-view';
import { PlannerHeader } from './planner-header';
import { changeOnScreen, type IssueEdit } from './planner-state';
import { PrismPanel } from './prism-panel';
import { useLift } from './use-lift';
import { usePlanner } from './use-planner';

/** The dialog and its table are a third of the page's weight and seldom opened. */
const SumDialog = lazy(() => import('./sum-dialog').then(({ SumDialog: dialog }) => ({ default: dialog })));

interface PlannerPageProps {
  planner: Planner;
  place: Place;
  /** Issues that were changed in Jira from here, before this sprint was opened. */
  changedIssues: readonly string[];
  onOpenSprint: (boardId: number, sprintId: number, changedIssues: readonly string[]) => void;
}

/** The planner of one sprint. */
export function PlannerPage({ planner, place, changedIssues, onOpenSprint }: PlannerPageProps): ReactElement {
  const [state, dispatch] = usePlanner(planner, changedIssues);
  const { liftedId, tentative: lifted, mover } = useLift(state, dispatch);
  const [dragged, setDragged] = useState<PlanChange>(noChange);
  const [showsSum, setShowsSum] = useState(false);
  const numbers = useMemo(() => numberStyle(place.locale), [place.locale]);

  // What is lifted moves on the page as it goes; what is dragged leaves the rows alone until it is dropped.
  const view = useMemo(() => viewOf(state, lifted), [state, lifted]);
  const shown = useMemo(() => (dragged === noChange ? view : viewOf(state, dragged)), [state, dragged, view]);

  const change = useCallback(
    (part: Omit<PlanChange, 'moves'>) => {
      dispatch({ type: 'planChanged', change: { moves: [], ...part } });
    },
    [dispatch],
  );
  const tryOut = useCallback(
    (drag: { moved: string; target: string; side: 'before' | 'after' } | null) => {
      setDragged(
        drag === null
          ? noChange
          : changeToSequence(putBeside(view.sequence, drag.moved, drag.target, drag.side), drag.moved, view.draft.mode),
      );
    },
    [view.sequence, view.draft.mode],
  );
  const edit = useCallback(
    (made: IssueEdit) => {
      dispatch({ type: 'issueEdited', edit: made });
    },
    [dispatch],
  );
  const backToAuto = useCallback(() => {
    change({ line: { mode: 'auto' } });
  }, [change]);

  const { may, sprint } = state.stored;
  return (
    <NumbersContext.Provider value={numbers}>
      <main className="planner">
        <PlannerHeader
          planner={state.stored}
          locale={place.locale}
          state={state}
          onOpenSprint={(sprintId) => {
            onOpenSprint(planner.board.id, sprintId, state.changedIssues);
          }}
        />
        <Notices state={state} view={view} dispatch={dispatch} />
        <PrismPanel
          view={shown}
          planner={state.stored}
          ownCapacity={changeOnScreen(state).capacityHours != null}
          disabled={!may.plan}
          onChange={change}
          onSeeSum={() => {
            setShowsSum(true);
          }}
        />
        <IssueList
          view={view}
          tentative={shown}
          planner={state.stored}
          siteUrl={place.siteUrl}
          mayMove={may.plan}
          // What was estimated for a closed sprint is history.
          mayEdit={may.edit && sprint.state !== 'closed'}
          liftedId={liftedId}
          mover={mover}
          onTryOut={tryOut}
          onEdit={edit}
          onBackToAuto={backToAuto}
        />
        {showsSum ? (
          <Suspense>
            <SumDialog
              view={view}
              onClose={() => {
                setShowsSum(false);
              }}
            />
          </Suspense>
        ) : null}
      </main>
    </NumbersContext.Provider>
  );
}
