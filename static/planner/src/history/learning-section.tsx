import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { type ReactElement, useCallback, useEffect, useRef, useState } from 'react';

import { call } from '../bridge';
import { JobProgress } from '../jobs/job-progress';
import { useJob } from '../jobs/use-job';
import { momentText } from '../numbers/moment';
import { useNumbers } from '../numbers/numbers';
import { problemText, texts } from '../texts';
import type { LearnRun, OpenedHistory } from './opened-history';

interface LearningSectionProps {
  history: OpenedHistory;
  locale: string;
  /** The reader's, as Jira has it. */
  timeZone: string;
  /** A run has come to its end: there is more to read. */
  onLearnt: () => void;
  /** To where the board says what issues took. */
  onSettings: () => void;
}

/** What is learnt so far, and the job that reads the closed sprints. */
export function LearningSection({
  history,
  locale,
  timeZone,
  onLearnt,
  onSettings,
}: LearningSectionProps): ReactElement {
  const numbers = useNumbers();
  const { board, may, readOtherwise } = history;
  const boardId = board.id;
  const read = useCallback(() => call('readLearning', { boardId }), [boardId]);
  const { run, problem, busy, act } = useJob(history.run, read);
  const running = run?.state === 'running';

  // It ends with the sprint that it is reading.
  const [stopping, setStopping] = useState(false);

  const wasRunning = useRef(running);
  useEffect(() => {
    if (wasRunning.current && !running) onLearnt();
    wasRunning.current = running;
    if (!running) setStopping(false);
  }, [running, onLearnt]);
  useEffect(() => {
    if (problem !== null) setStopping(false);
  }, [problem]);

  return (
    <section className="history-learning" aria-label={texts.history.learning} data-testid="learning">
      <div className="history-learnt">
        <Learnt history={history} running={running} />
        {running || readOtherwise === 0 ? null : (
          <p data-testid="read-otherwise">
            {texts.history.readOtherwise(readOtherwise, numbers.plain(readOtherwise), history.sprints.length)}
          </p>
        )}
        {running ? (
          <Progress run={run} stopping={stopping} />
        ) : (
          <p role="status" className="setting-hint" data-testid="last-learning">
            <LastRun run={run} mayChange={may.change} locale={locale} timeZone={timeZone} />
          </p>
        )}
        {running || run?.lacks == null || readOtherwise > 0 ? null : (
          <p data-testid="learnt-nothing-why">
            <Lack of={run.lacks} actualSource={history.actualSource} onSettings={may.change ? onSettings : null} />
          </p>
        )}
        {problem === null ? null : (
          <SectionMessage appearance="error" title={texts.history.actFailed}>
            <p role="alert">{problemText(problem)}</p>
          </SectionMessage>
        )}
      </div>
      {!may.change ? null : running ? (
        <Button
          isLoading={busy || stopping}
          testId="stop-learning"
          onClick={() => {
            setStopping(true);
            act(() => call('stopLearning', { boardId }));
          }}
        >
          {texts.history.stop}
        </Button>
      ) : (
        <Button
          appearance={run === null || readOtherwise > 0 ? 'primary' : 'default'}
          isLoading={busy}
          testId="start-learning"
          onClick={() => {
            act(() => call('startLearning', { boardId }));
          }}
        >
          {run === null ? texts.history.learn : run.state === 'stopped' ? texts.history.goOn : texts.history.learnAgain}
        </Button>
      )}
    </section>
  );
}

function Learnt({ history, running }: { history: OpenedHistory; running: boolean }): ReactElement {
  const numbers = useNumbers();
  const { finished, sprints, left, actualSource } = history;
  const { withoutTime, withoutEstimate, withoutRoom } = left;
  if (sprints.length === 0) return <h2>{running ? texts.history.learningFirst : texts.history.learntNothing}</h2>;
  const { leftOut } = texts.history;
  const [time, estimate] = [numbers.plain(withoutTime), numbers.plain(withoutEstimate)];
  const said =
    withoutTime > 0 && withoutEstimate > 0
      ? leftOut.both(time, estimate)
      : withoutTime > 0
        ? leftOut.time(time)
        : withoutEstimate > 0
          ? leftOut.estimate(estimate)
          : '';
  return (
    <>
      <h2>{texts.history.learnt(finished, numbers.plain(finished), sprints.length, numbers.plain(sprints.length))}</h2>
      <p>
        {texts.history.took[actualSource]} {said}{' '}
        {withoutRoom === 0 ? '' : texts.history.withoutRoom(withoutRoom, numbers.plain(withoutRoom))}
      </p>
    </>
  );
}

interface LackProps extends Pick<OpenedHistory, 'actualSource'> {
  of: NonNullable<LearnRun['lacks']>;
  /** null for who may not change them. */
  onSettings: (() => void) | null;
}

/** Why a run ended before it had read all sprints, and what helps. */
function Lack({ of, actualSource, onSettings }: LackProps): ReactElement {
  const { lacks } = texts.history;
  if (of === 'estimates') return <>{lacks.estimates}</>;
  if (actualSource === 'inProgress') return <>{lacks.timeInProgress}</>;
  return (
    <>
      {lacks.timeLogged}{' '}
      {onSettings === null ? null : (
        <Button spacing="compact" onClick={onSettings}>
          {texts.settings.tabs.settings}
        </Button>
      )}
    </>
  );
}

function Progress({ run, stopping }: { run: LearnRun; stopping: boolean }): ReactElement {
  const { done, total, issues } = run;
  const numbers = useNumbers();
  const said = stopping
    ? texts.history.stopping
    : total === null
      ? texts.history.counting
      : texts.history.progress(numbers.plain(done), total, numbers.plain(total), issues, numbers.plain(issues));
  return <JobProgress done={done} total={total} said={said} />;
}

interface LastRunProps extends Pick<LearningSectionProps, 'locale' | 'timeZone'> {
  run: LearnRun | null;
  mayChange: boolean;
}

function LastRun({ run, mayChange, locale, timeZone }: LastRunProps): ReactElement {
  const numbers = useNumbers();
  if (run === null) return <>{mayChange ? texts.history.neverRun : texts.history.neverRunLook}</>;
  const { state, done, total, updatedAt } = run;
  const when = momentText(updatedAt, locale, timeZone);
  if (state === 'done')
    return <>{done === 0 ? texts.history.noneClosed(when) : texts.history.done(done, numbers.plain(done), when)}</>;
  const failed = state === 'failed';
  if (total === null || done === 0)
    return <>{failed ? texts.history.failedEarly(when) : texts.history.stoppedEarly(when)}</>;
  const far = texts.history.ofSprints(numbers.plain(done), total, numbers.plain(total));
  return <>{failed ? texts.history.failed(far, when) : texts.history.stopped(far, when)}</>;
}
