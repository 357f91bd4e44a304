import { lazy, type ReactElement, Suspense } from 'react';

import { totalAbove } from './chance/total-above';
import { settingsOnScreen } from './plan/on-screen';
import type { PlanView } from './plan/plan-view';
import type { PlannerEvent, PlannerState } from './plan/planner-state';
import { PartMissing } from './states/cannot-load';
import { Unbroken } from './unbroken';

/** Dialogs are a third of the page's weight and seldom opened. */
const SumDialog = lazy(() => import('./prism/sum-dialog').then(({ SumDialog: dialog }) => ({ default: dialog })));
const ApplyDialog = lazy(() => import('./apply/apply-dialog').then(({ ApplyDialog: dialog }) => ({ default: dialog })));
const WhyDialog = lazy(() => import('./chance/why-dialog').then(({ WhyDialog: dialog }) => ({ default: dialog })));
const HelpSheet = lazy(() => import('./help/help-sheet').then(({ HelpSheet: dialog }) => ({ default: dialog })));
const FirstRun = lazy(() => import('./first-run/first-run').then(({ FirstRun: dialog }) => ({ default: dialog })));
const StepsDialog = lazy(() => import('./issue/steps-dialog').then(({ StepsDialog: dialog }) => ({ default: dialog })));

export type PlannerDialog = 'first-run' | 'sum' | 'why' | 'apply' | 'help' | 'steps';

interface PlannerDialogsProps {
  /** null: none. */
  open: PlannerDialog | null;
  state: PlannerState;
  view: PlanView;
  dispatch: (event: PlannerEvent) => void;
  onClose: () => void;
  /** The plan is other than the page has it. */
  onOvertaken: () => void;
  /** Jira is other than the page has it: these issues by our own doing. */
  onChangedInJira: (issueIds: readonly string[]) => void;
  /** The board's closed sprints are to be learnt from. */
  onLearn: () => void;
}

/** The dialog that is open over the planner. One that cannot be loaded or breaks leaves the plan behind it alone. */
export function PlannerDialogs(props: PlannerDialogsProps): ReactElement {
  const { open, state, view, dispatch, onClose, onOvertaken, onChangedInJira, onLearn } = props;
  const { stored, changedIssues } = state;
  const { steps, drives } = settingsOnScreen(state);
  return (
    <Unbroken key={open} instead={() => <PartMissing />}>
      <Suspense>
        {open === 'first-run' ? (
          <FirstRun
            planner={stored}
            onClose={(changed, learns) => {
              onClose();
              if (learns) onLearn();
              if (changed === 'nothing') return;
              if (changed === 'revision') {
                onOvertaken();
                return;
              }
              // What was saved holds here even where the plan cannot be read anew at once.
              dispatch({ type: 'settingsSaved', settings: changed });
              onChangedInJira([]);
            }}
          />
        ) : null}
        {open === 'sum' ? <SumDialog view={view} onClose={onClose} /> : null}
        {open === 'why' ? (
          <WhyDialog view={view} planner={stored} above={totalAbove(view, stored)} onClose={onClose} />
        ) : null}
        {open === 'help' ? <HelpSheet drives={drives} onClose={onClose} /> : null}
        {open === 'steps' ? (
          <StepsDialog
            steps={steps}
            onClose={onClose}
            onSave={(saved) => {
              dispatch({ type: 'settingsChanged', settings: { steps: saved } });
            }}
          />
        ) : null}
        {open === 'apply' ? (
          <ApplyDialog
            planner={stored}
            changedIssues={changedIssues}
            onClose={(changed, overtaken) => {
              onClose();
              if (overtaken || changed.length > 0) onChangedInJira(changed);
            }}
          />
        ) : null}
      </Suspense>
    </Unbroken>
  );
}
