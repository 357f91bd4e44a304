import Button from '@atlaskit/button/new';
import ProgressBar from '@atlaskit/progress-bar';
import SectionMessage from '@atlaskit/section-message';
import type { ReactElement } from 'react';

import type { MirrorRun } from '../../../../src/contract';
import { supportedLocale } from '../../../../src/estimation/hours';
import { useNumbers } from '../numbers/numbers';
import { problemText, texts } from '../texts';
import { useMirror } from './use-mirror';

interface MirrorProps {
  /** The last run, when the page was opened. */
  run: MirrorRun | null;
  locale: string;
  disabled: boolean;
}

/** As Jira's search knows it; the manifest names it. */
const example = 'planprism.confidence < 50';

/** Writes the confidences to Jira's issues, so that its search knows them, and shows how far that is. */
export function Mirror({ run: first, locale, disabled }: MirrorProps): ReactElement {
  const { run, problem, start } = useMirror(first);
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
      {running ? <Progress run={run} /> : <LastRun run={run} locale={locale} />}
      {disabled ? null : (
        <Button isDisabled={running} onClick={start} testId="start-mirror">
          {run === null ? texts.settings.writeNow : texts.settings.writeAgain}
        </Button>
      )}
    </section>
  );
}

function Progress({ run: { done, total } }: { run: MirrorRun }): ReactElement {
  const numbers = useNumbers();
  const said =
    total === null ? texts.settings.counting : texts.settings.written(numbers.plain(done), numbers.plain(total));
  return (
    <div className="mirror-progress">
      <ProgressBar
        ariaLabel={said}
        isIndeterminate={total === null}
        value={total === null || total === 0 ? 0 : Math.min(1, done / total)}
      />
      <p className="subtle small">{said}</p>
    </div>
  );
}

function LastRun({ run, locale }: { run: MirrorRun | null; locale: string }): ReactElement {
  const numbers = useNumbers();
  const when =
    run === null
      ? ''
      : new Intl.DateTimeFormat(supportedLocale(locale), { dateStyle: 'medium', timeStyle: 'short' }).format(
          new Date(run.updatedAt),
        );
  return (
    <p role="status" data-testid="last-mirror">
      {run === null
        ? texts.settings.neverWritten
        : run.state === 'failed'
          ? texts.settings.stoppedAt(numbers.plain(run.done), when)
          : texts.settings.writtenAt(numbers.plain(run.done), when)}
      {run === null || run.left === 0 ? '' : ` ${texts.settings.notWritten(numbers.plain(run.left))}`}
    </p>
  );
}
