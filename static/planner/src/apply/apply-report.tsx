import SectionMessage from '@atlaskit/section-message';
import { type ReactElement, useEffect, useRef } from 'react';

import type { ApplyReport as Report } from '../../../../src/contract';
import { doneCount } from './apply-run';
import { IssueNames } from './issue-names';
import { problemText, texts } from '../texts';
import type { ApplyRun } from './use-apply-run';

interface ApplyReportProps {
  run: ApplyRun;
  sprintName: string;
  /** null when there is none. */
  nextSprintName: string | null;
}

/** How applying or undoing went: the outcome in a sentence, then every issue that was changed or refused. */
export function ApplyReport({ run, sprintName, nextSprintName }: ApplyReportProps): ReactElement {
  const { act, report, problem } = run;
  const outcome = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone; the outcome is what the person waits for.
  useEffect(() => {
    outcome.current?.focus();
  }, []);
  const whole = problem === null && report.left === 0 && report.refused.length === 0;
  return (
    <>
      <div ref={outcome} tabIndex={-1} className="apply-outcome">
        <SectionMessage appearance={whole ? 'success' : problem === null ? 'warning' : 'error'} title={outcomeOf(run)}>
          {problem === null ? null : (
            <p>
              {problemText(problem)} {texts.apply.safeToRepeat}
            </p>
          )}
        </SectionMessage>
      </div>
      <IssueNames title={texts.apply.notMoved} issues={report.refused.filter(({ what }) => what === 'move')} />
      <IssueNames title={texts.apply.notRanked} issues={report.refused.filter(({ what }) => what === 'rank')} />
      <DoneLists act={act} report={report} sprintName={sprintName} nextSprintName={nextSprintName} />
    </>
  );
}

/** What was done, list by list. */
export function DoneLists({
  act,
  report,
  sprintName,
  nextSprintName,
}: Omit<ApplyReportProps, 'run'> & { act: ApplyRun['act']; report: Report }): ReactElement {
  if (act === 'undo') {
    return (
      <>
        <IssueNames title={texts.apply.undidIn(sprintName)} issues={report.in} />
        <IssueNames title={texts.apply.undidOut} issues={report.out} />
        <IssueNames title={texts.apply.undidRank} issues={report.ranked} atFirst={5} />
      </>
    );
  }
  return (
    <>
      <IssueNames title={texts.apply.didIn(sprintName)} issues={report.in} />
      <IssueNames title={texts.apply.didToBacklog} issues={report.out.filter(({ to }) => to === 'backlog')} />
      <IssueNames
        title={texts.apply.didToSprint(nextSprintName ?? texts.apply.nextSprint)}
        issues={report.out.filter(({ to }) => to === 'nextSprint')}
      />
      <IssueNames title={texts.apply.didRank} issues={report.ranked} atFirst={5} />
    </>
  );
}

function outcomeOf({ act, report, problem }: ApplyRun): string {
  if (problem !== null) return doneCount(report) === 0 ? texts.apply.failedAtOnce : texts.apply.failed;
  if (report.left > 0) return texts.apply.stopped(report.left);
  if (report.refused.length > 0) {
    return act === 'apply'
      ? texts.apply.appliedPartly(report.refused.length)
      : texts.apply.undonePartly(report.refused.length);
  }
  return act === 'apply' ? texts.apply.applied : texts.apply.undone;
}
