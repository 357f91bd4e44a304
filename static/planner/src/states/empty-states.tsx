import './empty-states.css';

import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import type { ReactElement } from 'react';

import type { Planner } from '../../../../src/contract';
import { type PlanState, sprintAfter } from './plan-state';
import { texts } from '../texts';

interface EmptyStateProps {
  /** null when the plan can be read by itself; then nothing is drawn. */
  state: PlanState;
  planner: Pick<Planner, 'sprint' | 'sprints' | 'may'>;
  onOpenSprint: (sprintId: number) => void;
}

/** Says what a plan without issues, without estimates or with nothing left to do is waiting for. */
export function EmptyState({ state, planner, onOpenSprint }: EmptyStateProps): ReactElement | null {
  if (state === null) return null;
  return (
    <div className="plan-state" data-testid={`plan-${state}`}>
      {state === 'empty' ? (
        <EmptySprint planner={planner} />
      ) : state === 'done' ? (
        <AllDone planner={planner} onOpenSprint={onOpenSprint} />
      ) : (
        <SectionMessage appearance="information" title={texts.states.unestimated}>
          <p>{texts.states.unestimatedNext}</p>
        </SectionMessage>
      )}
    </div>
  );
}

/** Stands where the issues would, above the backlog. */
function EmptySprint({ planner: { sprint, may } }: Pick<EmptyStateProps, 'planner'>): ReactElement {
  const fillable = may.plan && sprint.state !== 'closed';
  return (
    <div className="empty-plan">
      <h2>{texts.emptySprint(sprint.name)}</h2>
      {fillable ? <p>{texts.states.emptyNext}</p> : null}
    </div>
  );
}

function AllDone({ planner, onOpenSprint }: Pick<EmptyStateProps, 'planner' | 'onOpenSprint'>): ReactElement {
  const next = sprintAfter(planner.sprint, planner.sprints);
  return (
    <SectionMessage
      appearance="success"
      title={texts.states.done(planner.sprint.name)}
      actions={
        next === null
          ? []
          : [
              <SectionMessageAction
                key="next"
                onClick={() => {
                  onOpenSprint(next.id);
                }}
              >
                {texts.states.planNext(next.name)}
              </SectionMessageAction>,
            ]
      }
    >
      <p>{next === null ? texts.states.doneLast : texts.states.doneNext}</p>
    </SectionMessage>
  );
}
