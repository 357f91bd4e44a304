import { lazy, type ReactElement, Suspense, useCallback, useMemo, useState } from 'react';

import type { Planner } from '../../../src/contract';
import type { Place } from './bridge';
import { numberStyle } from './hours';
import { IssueList } from './issue-list';
import { Notices } from './notices';
import { NumbersContext } from './numbers';
import { changeToSequence, type PlanChange, putBeside, sequenceOf } from './plan-draft';
import { changeOnScreen, viewOf } from './plan-view';
import { PlannerHeader } from './planner-header';
import { PrismPanel } from './prism-panel';
import { useLift } from './use-lift';
import { usePlanner } from './use-planner';

/** The dialog and its table are a third of the page's weight and seldom opened. */
const SumDialog = lazy(() => import('./sum-dialog').then(({ SumDialog: dialog }) => ({ default: dialog })));

interface PlannerPageProps {
  planner: Planner;
  place: Place;
  onOpenSprint: (boardId: number, sprintId: number) => void;
}

/** The planner of one sprint. */
export function PlannerPage({ planner, place, onOpenSprint }: PlannerPageProps): ReactElement {
  const [liftedId, setLiftedId] = useState<string | null>(null);
  const [state, dispatch] = usePlanner(planner, liftedId !== null);
  const [tentative, setTentative] = useState<PlanChange | undefined>(undefined);
  const [showsSum, setShowsSum] = useState(false);
  const numbers = useMemo(() => numberStyle(place.locale), [place.locale]);

  const view = useMemo(() => viewOf(state), [state]);
  const shown = useMemo(() => (tentative === undefined ? view : viewOf(state, tentative)), [state, tentative, view]);
  const { draft, outcome } = view;
  const sequence = useMemo(() => sequenceOf(draft.order, outcome.count), [draft.order, outcome.count]);

  const change = useCallback(
    (part: Omit<PlanChange, 'moves'>) => {
      dispatch({ type: 'planChanged', change: { moves: [], ...part } });
    },
    [dispatch],
  );
  const changeByPutting = useCallback(
    (moved: string, target: string, side: 'before' | 'after') =>
      changeToSequence(putBeside(sequence, moved, target, side), moved, draft.mode),
    [sequence, draft.mode],
  );
  const put = useCallback(
    (moved: string, target: string, side: 'before' | 'after') => {
      dispatch({ type: 'planChanged', change: changeByPutting(moved, target, side) });
    },
    [dispatch, changeByPutting],
  );
  const tryOut = useCallback(
    (moved: string, target: string | null, side: 'before' | 'after') => {
      setTentative(target === null ? undefined : changeByPutting(moved, target, side));
    },
    [changeByPutting],
  );
  const lift = useLift({ view, sequence, change: state.change, dispatch, liftedId, setLiftedId });
  const mayPlan = planner.may.plan;

  return (
    <NumbersContext.Provider value={numbers}>
      <main className="planner">
        <PlannerHeader
          planner={state.stored}
          locale={place.locale}
          state={state}
          onOpenSprint={(sprintId) => {
            onOpenSprint(planner.board.id, sprintId);
          }}
        />
        <Notices state={state} view={view} dispatch={dispatch} />
        <PrismPanel
          view={shown}
          planner={state.stored}
          ownCapacity={changeOnScreen(state).capacityHours !== undefined}
          disabled={!mayPlan}
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
          disabled={!mayPlan}
          lift={lift}
          onPut={put}
          onTryOut={tryOut}
          onEdit={(edit) => {
            dispatch({ type: 'issueEdited', edit });
          }}
          onBackToAuto={() => {
            change({ line: { mode: 'auto' } });
          }}
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
