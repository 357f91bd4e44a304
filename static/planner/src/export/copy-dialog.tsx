import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { type ReactElement, useRef } from 'react';

import { texts } from '../texts';

/** The text, selected, for a person to copy where the browser lets nobody else. */
export function CopyDialog({ text, onClose }: { text: string; onClose: () => void }): ReactElement {
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <ModalTransition>
      <Modal onClose={onClose} width="large" autoFocus={field} onOpenComplete={() => field.current?.select()}>
        <ModalHeader hasCloseButton closeButtonLabel={texts.close}>
          <ModalTitle>{texts.finding.copyByHand}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <p>{texts.finding.copyByHandWhy}</p>
          <textarea
            ref={field}
            className="copy-by-hand"
            aria-label={texts.finding.markdownTable}
            readOnly
            value={text}
            onFocus={(event) => {
              event.currentTarget.select();
            }}
          />
        </ModalBody>
        <ModalFooter>
          <Button appearance="primary" onClick={onClose}>
            {texts.close}
          </Button>
        </ModalFooter>
      </Modal>
    </ModalTransition>
  );
}
