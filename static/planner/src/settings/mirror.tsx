import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import type { ReactElement } from 'react';

import type { MirrorRun } from '../../../../src/contract';
import { call } from '../bridge';
import { JobProgress } from '../jobs/job-progress';
import { useJob } from '../jobs/use-job';
import { momentText } from '../numbers/moment';
import { useNumbers } from '../numbers/numbers';
import { problemText, texts } from '../texts';

interface MirrorProps {
  /** The last run, when the page was opened. */
  run: MirrorRun | null;
  locale: string;
  /** The reader's, as Jira has it. */
  timeZone: string;
  disabled: boolean;
}

/** As Jira's search knows it; the manifest names it. */
const example = 'planprism.confidence < 50';

/** Writes the confidences to Jira's issues, so that its search knows them, and shows how far that is. */
export function Mirror({ run: first, locale, timeZone, disabled }: MirrorProps): ReactElement {
  const { run, problem, busy, act } = useJob(first, readMirror);
  const running = run?.state === 'running';
  return (
    <section className="settings-section mirror" data-testid="mirror">
      <h2>{texts.settings.mirror}</h2>
      <p>
        {texts.settings.mirrorWhy} <code>{example}</code>
      </p>
      <p className="setting-hint">{texts.settings.mirrorOnce}</p>
      {problem === null ? null : (
        <SectionMessage appearance="error" title={texts.settings.mirrorFailed}>
          <p role="alert">{problemText(problem)}</p>
        </SectionMessage>
      )}
      {running ? <Progress run={run} /> : <LastRun run={run} locale={locale} timeZone={timeZone} />}
      {disabled ? null : (
        <Button
          isDisabled={running}
          isLoading={busy}
          testId="start-mirror"
          onClick={() => {
            act(startMirror);
          }}
        >
          {run === null ? texts.settings.writeNow : texts.settings.writeAgain}
        </Button>
      )}
    </section>
  );
}

const readMirror = () => call('readMirror', {});
const startMirror = () => call('startMirror', {});

function Progress({ run: { done, total } }: { run: MirrorRun }): ReactElement {
  const numbers = useNumbers();
  const said =
    total === null ? texts.settings.counting : texts.settings.written(done, numbers.plain(done), numbers.plain(total));
  return <JobProgress done={done} total={total} said={said} />;
}

function LastRun({ run, locale, timeZone }: Omit<MirrorProps, 'disabled'>): ReactElement {
  const numbers = useNumbers();
  const when = run === null ? '' : momentText(run.updatedAt, locale, timeZone);
  return (
    <p role="status" data-testid="last-mirror">
      {run === null
        ? texts.settings.neverWritten
        : run.state === 'failed'
          ? texts.settings.stoppedAt(numbers.plain(run.done), when)
          : texts.settings.writtenAt(run.done, numbers.plain(run.done), when)}
      {run === null || run.left === 0 ? '' : ` ${texts.settings.notWritten(run.left, numbers.plain(run.left))}`}
    </p>
  );
}
