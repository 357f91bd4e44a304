import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { type ReactElement, useState } from 'react';

import type { Planner } from '../../../../src/contract';
import './apply-dialog.css';
import { ApplyProgress } from './apply-progress';
import { ApplyReport, DoneLists } from './apply-report';
import { doneIds, nothingDone, toReconcile } from './apply-run';
import { call } from '../bridge';
import { ReportButtons } from './report-buttons';
import { texts } from '../texts';
import { useApplyRun } from './use-apply-run';

interface UndoDialogProps {
  planner: Planner;
  applied: NonNullable<Planner['applied']>;
  when: string;
  changedIssues: readonly string[];
  /** `tried` even when nothing was done: a call that failed may have done something. */
  onClose: (tried: boolean, changed: readonly string[]) => void;
}

/** Says what undoing the last apply will move, asks, does it and reports it. */
export default function UndoDialog({ planner, applied, when, changedIssues, onClose }: UndoDialogProps): ReactElement {
  const { board, sprint } = planner;
  const { run, start } = useApplyRun();
  const [before] = useState(changedIssues);
  const busy = run?.busy === true;
  const names = { sprintName: sprint.name, nextSprintName: null };

  const undo = (): void => {
    void start(
      'undo',
      (done) => call('undoApply', { boardId: board.id, sprintId: sprint.id, changedIssues: toReconcile(before, done) }),
      run?.report ?? nothingDone,
    );
  };
  const close = (): void => {
    if (!busy) onClose(run !== null, run === null ? [] : doneIds(run.report));
  };
  return (
    <ModalTransition>
      <Modal onClose={close} width="medium" shouldCloseOnOverlayClick={!busy} testId="undo-dialog">
        <ModalHeader hasCloseButton={!busy} closeButtonLabel={texts.apply.close}>
          <ModalTitle>{texts.apply.undoTitle}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <div className="apply">
            <ApplyProgress run={run} reading={false} />
            {run === null ? (
              <>
                <p>{texts.apply.undoWhat(sprint.name, when)}</p>
                <ul>
                  {applied.in === 0 ? null : <li>{texts.apply.undoIn(applied.in)}</li>}
                  {applied.out === 0 ? null : <li>{texts.apply.undoOut(applied.out)}</li>}
                  <li>{texts.apply.undoRank}</li>
                </ul>
                <p>{texts.apply.undoLimit}</p>
              </>
            ) : busy ? (
              <DoneLists act="undo" report={run.report} {...names} />
            ) : (
              <ApplyReport run={run} {...names} />
            )}
          </div>
        </ModalBody>
        <ModalFooter>
          {run !== null && !busy ? (
            <ReportButtons run={run} onAgain={undo} onClose={close} />
          ) : (
            <>
              {busy ? null : (
                <Button appearance="subtle" onClick={close}>
                  {texts.apply.cancel}
                </Button>
              )}
              <Button appearance="primary" isLoading={busy} onClick={undo} testId="undo">
                {texts.apply.undo}
              </Button>
            </>
          )}
        </ModalFooter>
      </Modal>
    </ModalTransition>
  );
}
