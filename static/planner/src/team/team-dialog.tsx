import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import SectionMessage from '@atlaskit/section-message';
import { type ReactElement, type ReactNode, useEffect, useId, useRef } from 'react';

import { problemText, texts } from '../texts';
import type { DialogSaving } from './use-saving';

interface TeamDialogProps {
  title: string;
  /** What the button says that does it; null: there is nothing to do but close. */
  act: string | null;
  danger?: boolean;
  wide?: boolean;
  /** How often it was not sent because a field is wrong; the focus then goes to the first of these. */
  refused?: number;
  saving: DialogSaving;
  testId: string;
  onAct: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog that changes one thing of the team, and stays open until that is saved. */
export function TeamDialog(props: TeamDialogProps): ReactElement {
  const { title, act, danger = false, wide = false, refused = 0, saving, testId, onAct, onClose, children } = props;
  const { busy, problem } = saving;
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refused > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refused]);
  useEffect(() => {
    // It stands at the top, and the button that was pressed at the bottom.
    if (problem !== null) form.current?.scrollIntoView({ block: 'start' });
  }, [problem]);
  const close = (): void => {
    if (!busy) onClose();
  };
  return (
    <Modal onClose={close} width={wide ? 'large' : 'medium'} shouldCloseOnOverlayClick={false} testId={testId}>
      <ModalHeader hasCloseButton={!busy} closeButtonLabel={texts.team.close}>
        <ModalTitle>{title}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <form
          ref={form}
          id={id}
          className="team-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy && act !== null) onAct();
          }}
        >
          {problem === null ? null : problem.code === 'team.conflict' ? (
            <SectionMessage appearance="warning" title={texts.team.conflict}>
              <p role="alert">{texts.team.conflictWhy}</p>
            </SectionMessage>
          ) : (
            <SectionMessage appearance="error" title={texts.team.saveFailed}>
              <p role="alert">{problemText(problem)}</p>
            </SectionMessage>
          )}
          {children}
        </form>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" isDisabled={busy} onClick={close}>
          {act === null ? texts.team.close : texts.team.cancel}
        </Button>
        {act === null ? null : (
          <Button
            type="submit"
            form={id}
            appearance={danger ? 'danger' : 'primary'}
            isLoading={busy}
            testId={`${testId}-act`}
          >
            {act}
          </Button>
        )}
      </ModalFooter>
    </Modal>
  );
}
