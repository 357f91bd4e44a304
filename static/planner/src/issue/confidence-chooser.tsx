import Popup, { type TriggerProps } from '@atlaskit/popup';
import { type ReactElement, useEffect, useRef, useState } from 'react';

import type { ConfidenceStep, PlannerItem } from '../../../../src/contract';
import { leastConfidence, mostConfidence } from '../../../../src/estimation/bounds';
import { nearestStep } from '../../../../src/estimation/confidence-steps';
import { parsePercent } from '../../../../src/estimation/hours';
import './confidence-chooser.css';
import { ConfidencePanel } from './confidence-panel';
import { stepsOf } from './confidence-steps';
import { useNumbers } from '../numbers/numbers';
import type { IssueEdit } from '../plan/planner-state';
import { texts } from '../texts';

interface ConfidenceChooserProps {
  item: PlannerItem;
  /** The board's own; null are those that PlanPrism brings. */
  steps: readonly ConfidenceStep[] | null;
  /** What counts when none is set, in whole percents. */
  defaultConfidence: number;
  disabled: boolean;
  onEdit: (edit: IssueEdit) => void;
  onRename: () => void;
}

/** The confidence of an issue: a number to type, or words to choose. Enter or leaving saves what is typed, escape goes back. */
export function ConfidenceChooser(props: ConfidenceChooserProps): ReactElement {
  const { item, defaultConfidence, disabled, onEdit, onRename } = props;
  const numbers = useNumbers();
  const steps = stepsOf(props.steps);
  const [popup, setPopup] = useState<'never' | 'open' | 'closed'>('never');
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [refocus, setRefocus] = useState(false);
  const cell = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    if (!refocus) return;
    cell.current?.querySelector('button')?.focus();
    setRefocus(false);
  }, [refocus]);

  const text = item.confidenceSource === 'default' ? '' : String(item.confidence);
  const percent = numbers.percent(item.confidence / 100);
  const words = nearestStep(steps, item.confidence)?.name ?? '';
  const open = (): void => {
    setTyped(text);
    setProblem(null);
    setPopup('open');
  };
  const close = (backToButton: boolean): void => {
    setPopup('closed');
    setRefocus(backToButton);
  };
  const choose = (value: number | null): void => {
    if (value !== (item.confidenceSource === 'default' ? null : item.confidence)) {
      onEdit({ issueId: item.issueId, field: 'confidence', value });
    }
    close(true);
  };
  const save = (backToButton: boolean): void => {
    if (typed.trim() === text) {
      close(backToButton);
      return;
    }
    const value = typed.trim() === '' ? null : parsePercent(typed);
    if (typed.trim() !== '' && (value === null || value < leastConfidence || value > mostConfidence)) {
      setProblem(texts.badConfidence);
      return;
    }
    onEdit({ issueId: item.issueId, field: 'confidence', value });
    close(backToButton);
  };

  const byDefault = item.confidenceSource === 'default';
  const button = (extra: Partial<TriggerProps> = {}): ReactElement => (
    <button
      {...extra}
      type="button"
      className="editable"
      aria-label={texts.editConfidence(
        item.key,
        words === '' ? percent : texts.issue.inWords(percent, words),
        texts.confidenceSource[item.confidenceSource],
      )}
      title={byDefault ? texts.issue.defaultInWords(words) : words}
      disabled={disabled}
      data-testid={`confidence-${item.key}`}
      onClick={() => {
        if (popup === 'open') save(true);
        else open();
      }}
    >
      {byDefault ? <span className="defaulted">{percent}</span> : percent}
    </button>
  );
  return (
    <span ref={cell}>
      {popup === 'never' ? (
        // A popup for each of thousands of rows would be paid for by everybody; it is made for who asks for it.
        button()
      ) : (
        <Popup
          isOpen={popup === 'open'}
          placement="bottom-end"
          role="dialog"
          label={texts.issue.confidenceOf(item.key)}
          shouldReturnFocus={false}
          onClose={() => {
            // Turned away from twice, what is wrong is given up.
            if (problem === null) save(false);
            else close(false);
          }}
          trigger={button}
          content={({ setInitialFocusRef }) => (
            <ConfidencePanel
              item={item}
              steps={steps}
              defaultConfidence={defaultConfidence}
              typed={typed}
              problem={problem}
              focusFirst={setInitialFocusRef}
              onType={(now) => {
                setTyped(now);
                setProblem(null);
              }}
              onSave={() => {
                save(true);
              }}
              onCancel={() => {
                close(true);
              }}
              onChoose={choose}
              onRename={() => {
                close(true);
                onRename();
              }}
            />
          )}
        />
      )}
    </span>
  );
}
