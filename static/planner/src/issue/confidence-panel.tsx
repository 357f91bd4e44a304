import Textfield from '@atlaskit/textfield';
import { type KeyboardEvent, type ReactElement, useId } from 'react';

import type { ConfidenceStep, PlannerItem } from '../../../../src/contract';
import { surestFirst } from '../../../../src/estimation/confidence-steps';
import { useNumbers } from '../numbers/numbers';
import { texts } from '../texts';

interface ConfidencePanelProps {
  item: PlannerItem;
  steps: readonly ConfidenceStep[];
  defaultConfidence: number;
  typed: string;
  problem: string | null;
  /** Told which element the popup is to focus when it opens. */
  focusFirst: (element: HTMLElement | null) => void;
  onType: (typed: string) => void;
  onSave: () => void;
  onCancel: () => void;
  onChoose: (percent: number | null) => void;
  onRename: () => void;
}

/** What opens below a confidence: the number to type, and the steps to choose from. */
export function ConfidencePanel(props: ConfidencePanelProps): ReactElement {
  const { item, steps, defaultConfidence, typed, problem, focusFirst } = props;
  const { onType, onSave, onCancel, onChoose, onRename } = props;
  const numbers = useNumbers();
  const problemId = useId();
  const inOrder = surestFirst(steps);
  const chosen =
    item.confidenceSource === 'default' ? -1 : inOrder.findIndex((step) => step.percent === item.confidence);
  return (
    <div
      className="confidence-panel"
      // The row that React sees around this has keys and clicks of its own.
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') {
          event.preventDefault();
          onCancel();
        }
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') moveFocus(event);
      }}
      onClick={(event) => {
        event.stopPropagation();
      }}
    >
      <Textfield
        ref={focusFirst}
        isCompact
        inputMode="numeric"
        autoComplete="off"
        aria-label={texts.columns.confidenceLong}
        aria-describedby={problem === null ? undefined : problemId}
        isInvalid={problem !== null}
        value={typed}
        placeholder={String(defaultConfidence)}
        elemAfterInput={<span className="confidence-unit">%</span>}
        testId={`confidence-${item.key}-field`}
        onChange={(event) => {
          onType(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          // Otherwise the same key press would click the button that gets the focus back.
          event.preventDefault();
          onSave();
        }}
      />
      {problem === null ? null : (
        <span className="confidence-problem" id={problemId} role="alert">
          {problem}
        </span>
      )}
      <div role="radiogroup" aria-label={texts.issue.stepsOfConfidence} className="confidence-steps">
        {inOrder.map((step, index) => (
          <button
            key={step.percent}
            type="button"
            role="radio"
            aria-checked={index === chosen}
            tabIndex={index === Math.max(chosen, 0) ? 0 : -1}
            className="confidence-step"
            data-testid={`confidence-${item.key}-step-${String(step.percent)}`}
            onClick={() => {
              onChoose(step.percent);
            }}
          >
            <strong>{numbers.percent(step.percent / 100)}</strong> <span>{step.name}</span>
          </button>
        ))}
      </div>
      <div className="confidence-links">
        {item.confidenceSource !== 'default' ? (
          <button
            type="button"
            className="link"
            onClick={() => {
              onChoose(null);
            }}
          >
            {texts.issue.backToDefault(numbers.percent(defaultConfidence / 100))}
          </button>
        ) : null}
        <button type="button" className="link confidence-rename" onClick={onRename}>
          {texts.issue.renameSteps}
        </button>
      </div>
    </div>
  );
}

/** From the field down into the steps, through them, and back up into the field. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, [role="radio"]')];
  const now = stops.findIndex((stop) => stop === document.activeElement);
  const next = stops[now + (event.key === 'ArrowDown' ? 1 : -1)];
  if (now === -1 || next === undefined) return;
  event.preventDefault();
  next.focus();
}
