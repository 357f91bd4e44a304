import { announce } from '@atlaskit/pragmatic-drag-and-drop-live-region';
import { type ReactElement, useCallback, useEffect, useMemo, useRef, useState } from 'react';

import type { Planner, Value } from '../../../src/contract';
import { numberStyle } from '../../../src/estimation/hours';
import type { Place } from './bridge';
import { BriefMessage } from './brief-message';
import { useFirstLearning } from './chance/use-first-learning';
import { stepsOf } from './issue/confidence-steps';
import { EmptyState } from './states/empty-states';
import { isFiltering, matches, noFilter } from './filter/filter';
import { FilterBar } from './filter/filter-bar';
import { type AsDropped, newDrag, onceForAll } from './list/as-dropped';
import { IssueList } from './list/issue-list';
import { LoadPanel } from './load/load-panel';
import { Notices } from './notices';
import { NumbersContext } from './numbers/numbers';
import { changeOnScreen, settingsOnScreen } from './plan/on-screen';
import { changeToSequence, noChange, type PlanChange, putBeside } from './plan/plan-draft';
import { planState } from './states/plan-state';
import { viewOf } from './plan/plan-view';
import { type PlannerDialog, PlannerDialogs } from './planner-dialogs';
import { PlannerHeader } from './planner-header';
import type { IssueEdit } from './plan/planner-state';
import { PrintView } from './export/print-view';
import { PrismPanel } from './prism/prism-panel';
import { SelectionBar } from './list/selection-bar';
import { sumOf } from './list/sum-of';
import { SubtaskMenu } from './issue/subtask-menu';
import { takeOut } from './export/take-out';
import { TakeOutMenu } from './export/take-out-menu';
import { texts } from './texts';
import { UndoApply } from './apply/undo-apply';
import { useBacklog } from './plan/use-backlog';
import { useKeptFocus } from './list/use-kept-focus';
import { useLift } from './list/use-lift';
import { useLive } from './live/use-live';
import { usePageKeys } from './use-page-keys';
import { usePlanner } from './plan/use-planner';
import { useSelection } from './list/use-selection';
import { WhoIsHere } from './live/who-is-here';

interface PlannerPageProps {
  planner: Planner;
  place: Place;
  /** Issues that were changed in Jira from here, before this sprint was opened. */
  changedIssues: readonly string[];
  onOpenSprint: (boardId: number, sprintId: number) => void;
  /** Hears of all that was changed in Jira from here. The same function each time. */
  onChangedIssues: (changedIssues: readonly string[]) => void;
  /** null: the settings cannot be reached from here. */
  onSettings: ((boardId: number) => void) | null;
}

/** The planner of one sprint. */
export function PlannerPage(props: PlannerPageProps): ReactElement {
  const { planner, place, changedIssues, onOpenSprint, onChangedIssues, onSettings } = props;
  const { state, dispatch, refresh } = usePlanner(planner, changedIssues);
  const { stored } = state;
  useEffect(() => {
    onChangedIssues(state.changedIssues);
  }, [onChangedIssues, state.changedIssues]);
  const boardId = stored.board.id;
  const numbers = useMemo(() => numberStyle(place.locale, stored.timeTracking), [place.locale, stored.timeTracking]);
  const [dialog, setDialog] = useState<PlannerDialog | null>(planner.setUp || !planner.may.plan ? null : 'first-run');
  const [filter, setFilter] = useState(noFilter);
  const [showsBacklog, setShowsBacklog] = useState(true);
  const [drag] = useState(newDrag);
  const [said, setSaid] = useState('');
  const [toRead, setToRead] = useState(0);

  const onBacklog = useCallback(
    (backlog: Value<'openBacklog'>) => {
      dispatch({ type: 'backlogRead', backlog });
    },
    [dispatch],
  );
  const backlog = useBacklog(state, planner.sprint.state !== 'closed', onBacklog);
  const { readAgain, readSoon } = backlog;
  const changedElsewhere = useCallback(() => {
    refresh();
    if (planner.sprint.state !== 'closed') readSoon();
  }, [refresh, readSoon, planner.sprint.state]);
  const live = useLive({ boardId, sprintId: stored.sprint.id, saves: state.saves, onChanged: changedElsewhere });

  const base = useMemo(() => viewOf(state), [state]);
  const all = useMemo(() => [...base.items, ...base.backlog], [base.items, base.backlog]);
  const found = useMemo(() => base.backlog.filter((item) => matches(item, filter)), [base.backlog, filter]);
  const shown = useMemo(
    () =>
      [...base.items.filter((item) => matches(item, filter)), ...(showsBacklog ? found : [])].map(
        ({ issueId }) => issueId,
      ),
    [base.items, found, showsBacklog, filter],
  );
  const selection = useSelection(shown);
  const { liftedIds, tentative: lifted, mover } = useLift(state, dispatch, selection.ids, shown);

  // What is lifted moves on the page as it goes; what is dragged leaves the rows alone until it is dropped.
  const view = useMemo(() => (lifted === noChange ? base : viewOf(state, lifted)), [state, lifted, base]);
  const asDropped = useMemo((): AsDropped => {
    const { sequence, draft } = view;
    return {
      drag,
      view: onceForAll((now) => {
        if (now === null) return view;
        const moved = mover.group(now.moved);
        const next = putBeside(sequence, moved, now.target, now.side);
        return viewOf(state, changeToSequence(next, moved, draft.mode, draft.order));
      }),
    };
  }, [drag, state, view, mover]);

  const change = useCallback(
    (part: Omit<PlanChange, 'moves'>) => {
      dispatch({ type: 'planChanged', change: { moves: [], ...part } });
    },
    [dispatch],
  );
  const edit = useCallback(
    (...edits: readonly IssueEdit[]) => {
      dispatch({ type: 'issuesEdited', edits });
    },
    [dispatch],
  );
  const setConfidence = useCallback(
    (ids: readonly string[], value: number) => {
      edit(...ids.map((issueId): IssueEdit => ({ issueId, field: 'confidence', value })));
    },
    [edit],
  );
  const settings = settingsOnScreen(state);
  const cannotLearn = useCallback(() => {
    setSaid(texts.chance.learningFailed);
  }, []);
  const { learning, start: startLearning } = useFirstLearning(boardId, refresh, cannotLearn);
  const forgetSaid = useCallback(() => {
    setSaid('');
  }, []);
  const openSteps = useCallback(() => {
    setDialog('steps');
  }, []);
  // Read anew in place: where the person is, their filter and their steps back stay.
  const changedInJira = (issueIds: readonly string[]): void => {
    dispatch({ type: 'jiraChanged', issueIds });
    setToRead((count) => count + 1);
  };
  // Estimates may be other ones when sub-tasks are counted differently.
  const { subtasks } = stored.settings;
  const readFor = useRef(subtasks);
  useEffect(() => {
    if (readFor.current === subtasks) return;
    readFor.current = subtasks;
    refresh();
    readAgain();
  }, [subtasks, refresh, readAgain]);
  useEffect(() => {
    if (toRead === 0) return;
    refresh();
    readAgain();
  }, [toRead, refresh, readAgain]);

  const undo = (): void => {
    if (state.history.past.length === 0) return;
    dispatch({ type: 'undone' });
    announce(texts.undid);
  };
  const redo = (): void => {
    if (state.history.future.length === 0) return;
    dispatch({ type: 'redone' });
    announce(texts.redid);
  };
  useKeptFocus();
  usePageKeys({
    onUndo: undo,
    onRedo: redo,
    onHelp: () => {
      setDialog('help');
    },
    onEscape: () => {
      const selecting = selection.ids.size > 0;
      selection.clear();
      return selecting;
    },
  });

  const { may, sprint } = stored;
  const { choose } = selection;
  // What was estimated for a closed sprint is history.
  const mayEdit = may.edit && sprint.state !== 'closed';
  const rows = useMemo(
    () => ({
      timeTracking: stored.timeTracking,
      sprintName: sprint.name,
      siteUrl: place.siteUrl,
      steps: settings.steps,
      defaultConfidence: stored.defaults.confidence,
      withBacklog: sprint.state !== 'closed',
      mayMove: may.plan,
      mayEdit,
      mover,
      onEdit: edit,
      onChoose: choose,
      onRenameSteps: openSteps,
    }),
    [
      sprint.state,
      stored.timeTracking,
      sprint.name,
      place.siteUrl,
      settings.steps,
      stored.defaults.confidence,
      may.plan,
      mayEdit,
      mover,
      edit,
      choose,
      openSteps,
    ],
  );
  const chosen = all.filter(({ issueId }) => selection.ids.has(issueId));
  const planned = new Set(view.draft.order);
  const takenOut = () => takeOut(view, sprint, place.locale);
  return (
    <NumbersContext.Provider value={numbers}>
      <main className="planner" data-dialog={dialog}>
        <PlannerHeader
          locale={place.locale}
          state={state}
          onOpenSprint={(sprintId) => {
            onOpenSprint(boardId, sprintId);
          }}
          onUndo={undo}
          onRedo={redo}
          onHelp={() => {
            setDialog('help');
          }}
          onApply={() => {
            setDialog('apply');
          }}
          onSettings={
            onSettings === null
              ? null
              : () => {
                  onSettings(boardId);
                }
          }
          ofBoard={
            <>
              {all.some(({ subtasks }) => subtasks !== null) ? (
                <SubtaskMenu
                  settings={settings}
                  disabled={!may.plan}
                  onChoose={(rule) => {
                    dispatch({ type: 'settingsChanged', settings: { subtasks: rule } });
                  }}
                />
              ) : null}
              <UndoApply
                planner={stored}
                locale={place.locale}
                changedIssues={state.changedIssues}
                disabled={!may.plan}
                onDone={changedInJira}
              />
            </>
          }
        >
          <WhoIsHere here={live.here} />
        </PlannerHeader>
        <Notices state={state} view={view} dispatch={dispatch} />
        <PrismPanel
          view={view}
          asDropped={asDropped}
          planner={stored}
          learning={learning}
          ownCapacity={changeOnScreen(state).capacityHours != null}
          disabled={!may.plan}
          onChange={change}
          onSeeSum={() => {
            setDialog('sum');
          }}
          onWhy={() => {
            setDialog('why');
          }}
        />
        <LoadPanel asDropped={asDropped} team={stored.team} />
        <FilterBar items={all} filter={filter} shown={shown.length} onChange={setFilter}>
          <BriefMessage text={said} onGone={forgetSaid} />
          <TakeOutMenu takeOut={takenOut} today={() => new Date()} onSaid={setSaid} />
        </FilterBar>
        <EmptyState
          state={planState({ sprint, items: view.items })}
          planner={stored}
          onOpenSprint={(sprintId) => {
            onOpenSprint(boardId, sprintId);
          }}
        />
        <IssueList
          view={view}
          asDropped={asDropped}
          planner={stored}
          shown={shown}
          filtering={isFiltering(filter)}
          selected={selection.ids}
          liftedIds={liftedIds}
          rows={rows}
          backlog={{
            count: state.backlog === null ? null : view.backlog.length,
            matching: isFiltering(filter) ? found.length : null,
            more: state.backlog?.more ?? false,
            onReadMore: backlog.readMore,
            readingOn: backlog.readingOn,
            wanted: rows.withBacklog,
            open: showsBacklog,
            problem: backlog.problem,
          }}
          onToggleBacklog={() => {
            setShowsBacklog((shows) => !shows);
          }}
          onReadBacklog={() => {
            readAgain();
          }}
          onConfidence={(id, percent) => {
            setConfidence(mover.group(id), percent);
          }}
          onBackToAuto={() => {
            change({ line: { mode: 'auto' } });
          }}
        />
        <SelectionBar
          count={chosen.length}
          hours={sumOf(chosen)}
          canPull={chosen.some(({ issueId }) => !planned.has(issueId))}
          canDrop={sprint.state !== 'closed' && chosen.some(({ issueId }) => planned.has(issueId))}
          mayMove={may.plan}
          mayEdit={mayEdit}
          onSend={(to) => {
            mover.send([...selection.ids], to);
          }}
          onConfidence={(percent) => {
            setConfidence([...selection.ids], percent);
          }}
          steps={stepsOf(settings.steps)}
          onClear={selection.clear}
        />
        <PlannerDialogs
          open={dialog}
          state={state}
          view={view}
          dispatch={dispatch}
          onClose={() => {
            setDialog(null);
          }}
          onOvertaken={refresh}
          onChangedInJira={changedInJira}
          onLearn={startLearning}
        />
      </main>
      <PrintView takeOut={takenOut} />
    </NumbersContext.Provider>
  );
}
