import Button, { IconButton } from '@atlaskit/button/new';
import DeleteIcon from '@atlaskit/icon/core/delete';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import Textfield from '@atlaskit/textfield';
import { type ReactElement, useRef, useState } from 'react';

import type { BoardSettings, ConfidenceStep } from '../../../../src/contract';
import { surestFirst } from '../../../../src/estimation/confidence-steps';
import { mostSteps, readSteps, type StepDraft, stepsOf } from './confidence-steps';
import './steps-dialog.css';
import { texts } from '../texts';

interface StepsDialogProps {
  /** null: those that count without a choice. */
  steps: BoardSettings['steps'];
  /** What counts without a choice; null is what PlanPrism brings. */
  inherited?: BoardSettings['steps'];
  /** What it is called to go back to these. */
  back?: string;
  onClose: () => void;
  /** null: those that count without a choice, again. */
  onSave: (steps: BoardSettings['steps']) => void;
}

/** Where a team gives the steps of confidence its own words. */
export function StepsDialog({
  steps,
  inherited = null,
  back = texts.issue.resetSteps,
  onClose,
  onSave,
}: StepsDialogProps): ReactElement {
  const [drafts, setDrafts] = useState(() => draftsOf(stepsOf(steps ?? inherited), 0));
  // As long as nothing is changed in them, inherited steps are not stored: each reader sees them in their language.
  const [brought, setBrought] = useState(steps === null);
  const [checked, setChecked] = useState(false);
  const addButton = useRef<HTMLButtonElement>(null);
  const reading = readSteps(drafts);
  const nextId = Math.max(-1, ...drafts.map(({ id }) => id)) + 1;

  const change = (next: StepDraft[]): void => {
    setDrafts(next);
    setBrought(false);
  };
  const save = (): void => {
    setChecked(true);
    if ('problems' in reading) return;
    if (brought && steps === null) {
      onClose();
      return;
    }
    onSave(brought ? null : reading.steps);
    onClose();
  };
  return (
    <ModalTransition>
      <Modal onClose={onClose} width="medium" shouldCloseOnOverlayClick={false} testId="steps-dialog">
        <ModalHeader hasCloseButton closeButtonLabel={texts.issue.cancel}>
          <ModalTitle>{texts.issue.stepsTitle}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <div className="steps">
            <p>{texts.issue.stepsIntro}</p>
            <div className="steps-head" aria-hidden="true">
              <span>{texts.issue.stepPercent}</span>
              <span>{texts.issue.stepName}</span>
            </div>
            {drafts.map((draft, index) => {
              const wrong = checked && 'problems' in reading ? reading.problems.get(draft.id) : undefined;
              const problemId = `step-problem-${String(draft.id)}`;
              return (
                <div key={draft.id} className="steps-row">
                  <Textfield
                    isCompact
                    inputMode="numeric"
                    aria-label={texts.issue.stepPercentOf(index + 1)}
                    aria-describedby={wrong === undefined ? undefined : problemId}
                    isInvalid={wrong === 'percent' || wrong === 'samePercent'}
                    value={draft.percent}
                    autoFocus={draft.percent === '' && draft.name === ''}
                    testId={`step-percent-${String(index + 1)}`}
                    onChange={(event) => {
                      change(withDraft(drafts, { ...draft, percent: event.currentTarget.value }));
                    }}
                  />
                  <Textfield
                    isCompact
                    aria-label={texts.issue.stepNameOf(index + 1)}
                    aria-describedby={wrong === undefined ? undefined : problemId}
                    isInvalid={wrong === 'noName' || wrong === 'longName'}
                    value={draft.name}
                    testId={`step-name-${String(index + 1)}`}
                    onChange={(event) => {
                      change(withDraft(drafts, { ...draft, name: event.currentTarget.value }));
                    }}
                  />
                  <IconButton
                    icon={DeleteIcon}
                    label={texts.issue.removeStep(index + 1)}
                    appearance="subtle"
                    spacing="compact"
                    isDisabled={drafts.length === 1}
                    onClick={() => {
                      change(drafts.filter(({ id }) => id !== draft.id));
                      // The button that had the focus is gone with its step.
                      addButton.current?.focus();
                    }}
                  />
                  {wrong === undefined ? null : (
                    <span id={problemId} className="steps-problem" role="alert">
                      {texts.issue.stepProblems[wrong]}
                    </span>
                  )}
                </div>
              );
            })}
            <div className="steps-links">
              <Button
                ref={addButton}
                appearance="subtle"
                spacing="compact"
                isDisabled={drafts.length >= mostSteps}
                onClick={() => {
                  change([...drafts, { id: nextId, percent: '', name: '' }]);
                }}
              >
                {texts.issue.addStep}
              </Button>
              <Button
                appearance="subtle"
                spacing="compact"
                isDisabled={brought}
                onClick={() => {
                  setDrafts(draftsOf(stepsOf(inherited), nextId));
                  setBrought(true);
                  setChecked(false);
                }}
              >
                {back}
              </Button>
            </div>
          </div>
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" onClick={onClose}>
            {texts.issue.cancel}
          </Button>
          <Button appearance="primary" onClick={save} testId="save-steps">
            {texts.issue.save}
          </Button>
        </ModalFooter>
      </Modal>
    </ModalTransition>
  );
}

function draftsOf(steps: readonly ConfidenceStep[], firstId: number): StepDraft[] {
  return surestFirst(steps).map(({ percent, name }, index) => ({
    id: firstId + index,
    percent: String(percent),
    name,
  }));
}

function withDraft(drafts: readonly StepDraft[], changed: StepDraft): StepDraft[] {
  return drafts.map((draft) => (draft.id === changed.id ? changed : draft));
}
