import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import SectionMessage from '@atlaskit/section-message';
import { type ReactElement, useEffect, useState } from 'react';

import type { ApplyPreview as Preview, ApplyReport as Report, Planner, ProblemAnswer } from '../../../../src/contract';
import './apply-dialog.css';
import { ApplyPreview } from './apply-preview';
import { ApplyProgress } from './apply-progress';
import { ApplyReport, DoneLists } from './apply-report';
import { doneCount, doneIds, nothingDone, toReconcile } from './apply-run';
import { call } from '../bridge';
import { ReportButtons } from './report-buttons';
import { problemText, texts } from '../texts';
import { useApplyRun } from './use-apply-run';

interface ApplyDialogProps {
  planner: Planner;
  /** Issues that this page changed in Jira, newest last. */
  changedIssues: readonly string[];
  /**
   * `changed` are the issues that were, or may have been, moved or ranked. `overtaken`: somebody saved a newer plan, so the
   * page must be read anew even when nothing was changed.
   */
  onClose: (changed: readonly string[], overtaken: boolean) => void;
}

/** Shows what applying the plan would change in Jira, does it, and reports it; undo is beside the report. */
export function ApplyDialog({ planner, changedIssues, onClose }: ApplyDialogProps): ReactElement {
  // What was previewed is what is applied, even when the page behind learns of a newer plan meanwhile.
  const [opened] = useState({ planner, changedIssues });
  const { board, sprint, plan } = opened.planner;
  const [below, setBelow] = useState<Preview['below']>('backlog');
  const [attempt, setAttempt] = useState(0);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [reading, setReading] = useState(true);
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const [stage, setStage] = useState<'preview' | 'changed' | 'run' | 'overtaken'>('preview');
  const [done, setDone] = useState<Report>(nothingDone);
  const [touched, setTouched] = useState<readonly string[]>([]);
  const { run, start } = useApplyRun();

  useEffect(() => {
    let wanted = true;
    setReading(true);
    setProblem(null);
    void call('previewApply', {
      boardId: opened.planner.board.id,
      sprintId: opened.planner.sprint.id,
      revision: opened.planner.plan.revision,
      below,
      changedIssues: toReconcile(opened.changedIssues),
    }).then((answer) => {
      if (!wanted) return;
      setReading(false);
      if ('value' in answer) setPreview(answer.value);
      else if (answer.problem.code === 'plan.conflict') setStage('overtaken');
      else setProblem(answer.problem);
    });
    return () => {
      wanted = false;
    };
  }, [opened, below, attempt]);

  const busy = run?.busy === true;
  const reconciled = (now: readonly string[]): string[] => toReconcile(opened.changedIssues, touched, now);

  const apply = async (seen: Preview): Promise<void> => {
    setStage('run');
    const end = await start(
      'apply',
      (now) =>
        call('applyPlan', {
          boardId: board.id,
          sprintId: sprint.id,
          revision: plan.revision,
          below: seen.below,
          seen: {
            in: seen.in.map(({ issueId }) => issueId),
            out: seen.out.map(({ issueId }) => issueId),
            nextSprint: seen.nextSprint?.id ?? null,
          },
          changedIssues: reconciled(now),
        }),
      done,
    );
    setDone(end.report);
    // A call that failed may have changed issues before it did, without a word about which.
    setTouched([...touched, ...(end.problem === null ? [] : doneIds(seen)), ...doneIds(end.report)]);
    if (end.problem?.code === 'plan.conflict') setStage('overtaken');
    if (end.problem?.preview !== undefined) {
      setPreview(end.problem.preview);
      setStage('changed');
    }
  };
  const undo = async (): Promise<void> => {
    const from = run?.act === 'undo' ? run.report : nothingDone;
    const end = await start(
      'undo',
      (now) => call('undoApply', { boardId: board.id, sprintId: sprint.id, changedIssues: reconciled(now) }),
      from,
    );
    setTouched([...touched, ...doneIds(end.report)]);
  };
  const close = (): void => {
    if (!busy) onClose([...new Set(touched)], stage === 'overtaken');
  };

  const previewing = stage === 'preview' || stage === 'changed';
  const nothingToDo = preview !== null && doneCount(preview) === 0;
  const names = { sprintName: sprint.name, nextSprintName: preview?.nextSprint?.name ?? null };
  return (
    <ModalTransition>
      <Modal onClose={close} width="x-large" shouldCloseOnOverlayClick={!busy} testId="apply-dialog">
        <ModalHeader hasCloseButton={!busy} closeButtonLabel={texts.apply.close}>
          <ModalTitle>{texts.apply.title}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <div className="apply">
            <ApplyProgress run={run} reading={previewing && reading} />
            {stage === 'overtaken' ? (
              <SectionMessage appearance="warning" title={texts.apply.overtakenTitle}>
                <p role="alert">{texts.apply.overtaken}</p>
              </SectionMessage>
            ) : null}
            {stage === 'changed' ? (
              <SectionMessage appearance="warning" title={texts.apply.changedTitle}>
                <p role="alert">{texts.apply.changed}</p>
              </SectionMessage>
            ) : null}
            {previewing && problem !== null ? (
              <SectionMessage appearance="error" title={texts.apply.previewFailed}>
                <p role="alert">{problemText(problem)}</p>
              </SectionMessage>
            ) : null}
            {previewing && preview !== null ? (
              <div className="apply-preview" aria-busy={reading}>
                <ApplyPreview
                  planner={opened.planner}
                  preview={preview}
                  below={below}
                  appliedBefore={doneCount(done) > 0}
                  onBelow={setBelow}
                />
              </div>
            ) : null}
            {stage === 'run' && run !== null && !busy ? <ApplyReport run={run} {...names} /> : null}
            {busy ? <DoneLists act={run.act} report={run.report} {...names} /> : null}
            {stage !== 'run' && doneCount(done) > 0 ? (
              <section className="apply-done">
                <h2>{texts.apply.doneSoFar}</h2>
                <DoneLists act="apply" report={done} {...names} />
              </section>
            ) : null}
          </div>
        </ModalBody>
        <ModalFooter>
          {run !== null && !busy && stage === 'run' ? (
            <ReportButtons
              run={run}
              onUndo={() => void undo()}
              onAgain={() => void (run.act === 'undo' || preview === null ? undo() : apply(preview))}
              onClose={close}
            />
          ) : busy ? (
            <Button appearance="primary" isLoading>
              {run.act === 'apply' ? texts.apply.apply : texts.apply.undo}
            </Button>
          ) : stage === 'overtaken' || nothingToDo ? (
            <Button appearance="primary" onClick={close}>
              {texts.apply.close}
            </Button>
          ) : (
            <>
              <Button appearance="subtle" onClick={close}>
                {texts.apply.cancel}
              </Button>
              {problem === null ? (
                <Button
                  appearance="primary"
                  isDisabled={preview === null || reading}
                  testId="apply"
                  onClick={() => {
                    if (preview !== null) void apply(preview);
                  }}
                >
                  {texts.apply.apply}
                </Button>
              ) : (
                <Button
                  appearance="primary"
                  onClick={() => {
                    setAttempt(attempt + 1);
                  }}
                >
                  {texts.apply.again}
                </Button>
              )}
            </>
          )}
        </ModalFooter>
      </Modal>
    </ModalTransition>
  );
}

export default ApplyDialog;
