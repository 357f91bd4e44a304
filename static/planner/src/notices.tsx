import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import type { ReactElement } from 'react';

import type { NumberStyle } from '../../../src/estimation/hours';
import { isPartly } from './issue/estimate-cell';
import { useNumbers } from './numbers/numbers';
import type { PlanChange } from './plan/plan-draft';
import type { PlanView } from './plan/plan-view';
import type { Flight, PlannerEvent, PlannerState } from './plan/planner-state';
import { problemText, texts } from './texts';

interface NoticesProps {
  state: PlannerState;
  view: PlanView;
  dispatch: (event: PlannerEvent) => void;
}

/** What needs a person's attention: a failed save, somebody else's plan, values that are missing. */
export function Notices({ state, view, dispatch }: NoticesProps): ReactElement {
  const numbers = useNumbers();
  const { stored, kept, failures } = state;
  const failure = failures[0];
  const unestimated = view.items.filter(({ hours }) => hours === null).map(({ key }) => key);
  const partly = view.items.filter(isPartly).map(({ key }) => key);
  return (
    <div className="notices">
      {kept === null ? null : (
        <SectionMessage
          appearance="warning"
          title={texts.conflict}
          actions={[
            <SectionMessageAction
              key="apply"
              onClick={() => {
                dispatch({ type: 'keptApplied' });
              }}
            >
              {texts.applyMine}
            </SectionMessageAction>,
            <SectionMessageAction
              key="drop"
              onClick={() => {
                dispatch({ type: 'keptDropped' });
              }}
            >
              {texts.dropChange}
            </SectionMessageAction>,
          ]}
        >
          <p role="alert">{texts.conflictMine(changeInWords(kept, view, numbers))}</p>
        </SectionMessage>
      )}
      {failure === undefined ? null : (
        <SectionMessage
          appearance="error"
          title={texts.saveFailed(flightInWords(failure.flight, view, numbers))}
          actions={[
            <SectionMessageAction
              key="retry"
              onClick={() => {
                dispatch({ type: 'retried' });
              }}
            >
              {failure.problem.code === 'issue.conflict' || failure.problem.code === 'settings.conflict'
                ? texts.saveMine
                : texts.retry}
            </SectionMessageAction>,
            <SectionMessageAction
              key="drop"
              onClick={() => {
                dispatch({ type: 'failureDropped' });
              }}
            >
              {texts.dropChange}
            </SectionMessageAction>,
          ]}
        >
          <p role="alert">{problemText(failure.problem)}</p>
        </SectionMessage>
      )}
      {stored.may.plan ? null : (
        <SectionMessage appearance="information">
          <p>{stored.may.edit ? texts.readOnlyPlan : texts.readOnly}</p>
        </SectionMessage>
      )}
      {stored.sprint.state === 'closed' ? (
        <SectionMessage appearance="information">
          <p>{texts.closedSprint(stored.sprint.name)}</p>
        </SectionMessage>
      ) : null}
      {unestimated.length === 0 || unestimated.length === view.items.length ? null : (
        <SectionMessage appearance="warning">
          <p>{texts.detailed(texts.unestimatedTitle(unestimated.length), someKeys(unestimated))}</p>
        </SectionMessage>
      )}
      {partly.length === 0 ? null : (
        <SectionMessage appearance="warning">
          <p>{texts.detailed(texts.partlyTitle(partly.length), someKeys(partly))}</p>
        </SectionMessage>
      )}
      {stored.unreadable.length === 0 ? null : (
        <SectionMessage appearance="warning">
          <p>{texts.detailed(texts.unreadableTitle, someKeys(stored.unreadable))}</p>
        </SectionMessage>
      )}
    </div>
  );
}

const keysNamed = 8;

function someKeys(keys: readonly string[]): string {
  const named = keys.slice(0, keysNamed).join(', ');
  return keys.length > keysNamed ? `${named} ${texts.andMore(keys.length - keysNamed)}` : named;
}

/** A change as a person would tell it, so that they know what they would apply or drop. */
function changeInWords(change: PlanChange, { outcome }: PlanView, numbers: NumberStyle): string {
  const moved = new Set(change.moves.map(({ issueId }) => issueId)).size;
  return [
    ...(moved === 0 ? [] : [texts.mine.order(moved)]),
    ...(change.line === undefined ? [] : [change.line.mode === 'auto' ? texts.mine.auto : texts.mine.line]),
    ...(change.desired === undefined
      ? []
      : [texts.mine.desired[outcome.drives](numbers.percent(change.desired / 100))]),
    ...(change.policy === undefined ? [] : [texts.mine.policy]),
    ...(change.capacityHours === undefined
      ? []
      : [
          change.capacityHours === null
            ? texts.mine.noCapacity
            : texts.mine.capacity(numbers.capacity(change.capacityHours)),
        ]),
  ].join(', ');
}

function flightInWords(flight: Flight, view: PlanView, numbers: NumberStyle): string {
  if (flight.kind === 'plan') return changeInWords(flight.change, view, numbers);
  if (flight.kind === 'settings') {
    const { subtasks, steps } = flight.settings;
    return [
      ...(subtasks === undefined ? [] : [texts.mine.subtasks]),
      ...(steps === undefined ? [] : [texts.mine.steps]),
    ].join(', ');
  }
  const { edit } = flight;
  const key = [...view.items, ...view.backlog].find(({ issueId }) => issueId === edit.issueId)?.key ?? '';
  switch (edit.field) {
    case 'hours':
      return edit.value === null ? texts.mine.noEstimate(key) : texts.mine.estimate(key, numbers.hours(edit.value));
    case 'status':
      return texts.mine.status(key, edit.value.name);
    case 'confidence':
      return edit.value === null
        ? texts.mine.defaultConfidence(key)
        : texts.mine.confidence(key, numbers.percent(edit.value / 100));
  }
}
