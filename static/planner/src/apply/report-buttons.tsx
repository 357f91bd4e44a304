import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';

import { doneCount } from './apply-run';
import { texts } from '../texts';
import type { ApplyRun } from './use-apply-run';

interface ReportButtonsProps {
  run: ApplyRun;
  /** Without it there is nothing to undo: the run was the undo. */
  onUndo?: () => void;
  onAgain: () => void;
  onClose: () => void;
}

/** What can be done after a run: go on with what is not done yet, take back what is, or leave it. */
export function ReportButtons({ run, onUndo, onAgain, onClose }: ReportButtonsProps): ReactElement {
  const { act, report, problem } = run;
  const unfinished = report.left > 0 || problem !== null;
  const again = (unfinished || report.refused.length > 0) && problem?.code !== 'apply.nothing-to-undo';
  return (
    <>
      {onUndo === undefined || act === 'undo' || doneCount(report) === 0 ? null : (
        <Button appearance="subtle" onClick={onUndo} testId="apply-undo">
          {texts.apply.undo}
        </Button>
      )}
      {again ? (
        <Button appearance={unfinished ? 'primary' : 'default'} onClick={onAgain}>
          {problem === null && report.left > 0 ? texts.apply.goOn : texts.apply.again}
        </Button>
      ) : null}
      <Button appearance={again && unfinished ? 'default' : 'primary'} onClick={onClose}>
        {texts.apply.close}
      </Button>
    </>
  );
}
