import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import SectionMessage from '@atlaskit/section-message';
import { type ReactNode, useState } from 'react';

import { reasonOf } from '../jira/ask-jira';

import './sprint-dialog.css';

interface SprintDialogProps {
  title: string;
  /** What the button that does it says. */
  action: string;
  /** What went wrong is shown, and the dialog stays. */
  act(): Promise<void>;
  onClosed(): void;
  onDone(): void;
  children: ReactNode;
}

/** A question about a sprint, with a button that does it and one that does not. */
export function SprintDialog({ title, action, act, onClosed, onDone, children }: SprintDialogProps) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const submit = async (): Promise<void> => {
    setBusy(true);
    setProblem('');
    try {
      await act();
      onDone();
    } catch (error) {
      setProblem(reasonOf(error));
      setBusy(false);
    }
  };
  return (
    <ModalTransition>
      <Modal width="small" onClose={onClosed}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <ModalHeader>
            <ModalTitle>{title}</ModalTitle>
          </ModalHeader>
          <ModalBody>
            <div className="sprint-dialog">
              {problem === '' ? null : (
                <SectionMessage appearance="error">
                  <p role="alert">{problem}</p>
                </SectionMessage>
              )}
              {children}
            </div>
          </ModalBody>
          <ModalFooter>
            <Button appearance="subtle" onClick={onClosed}>
              Cancel
            </Button>
            <Button appearance="primary" type="submit" isLoading={isBusy}>
              {action}
            </Button>
          </ModalFooter>
        </form>
      </Modal>
    </ModalTransition>
  );
}
