import './settings-page.css';

import Button from '@atlaskit/button/new';
import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';

import { PageFailed, PageHead, PageWaiting } from '../states/page';
import { problemText, texts } from '../texts';
import type { SettingsDesk } from './desk';
import type { SettingsActs } from './use-settings';

interface SettingsPageProps<Opened, Form> {
  acts: SettingsActs<Opened, Form>;
  title: string;
  intro: string;
  /** Why nothing can be changed; null when it can. */
  readOnly: (opened: Opened) => string | null;
  /** Below the form, with a life of its own. */
  after?: (opened: Opened) => ReactNode;
  children: (desk: SettingsDesk<Opened, Form>) => ReactNode;
}

/** Settings while they are read, as a form, and with what became of saving it. */
export function SettingsPage<Opened, Form>(props: SettingsPageProps<Opened, Form>): ReactElement {
  const { acts, title, intro, readOnly, after, children } = props;
  const { state } = acts;
  const form = useRef<HTMLFormElement>(null);
  const refused = state.step === 'open' && state.desk.last === 'refused';
  useEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refused]);
  switch (state.step) {
    case 'opening':
      return <PageWaiting said={texts.settings.opening} />;
    case 'failed':
      return (
        <PageFailed
          title={texts.settings.cannotOpen}
          problem={state.problem}
          testId="settings-failed"
          onAgain={acts.again}
        />
      );
    case 'open': {
      const { desk } = state;
      const why = readOnly(desk.opened);
      return (
        <main className="page settings">
          <PageHead title={title} intro={intro} />
          {why === null ? null : (
            <SectionMessage appearance="information">
              <p>{why}</p>
            </SectionMessage>
          )}
          <form
            ref={form}
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              acts.save();
            }}
          >
            {children(desk)}
            <SaveBar acts={acts} desk={desk} />
          </form>
          {after?.(desk.opened)}
        </main>
      );
    }
  }
}

function SaveBar<Opened, Form>({
  acts,
  desk,
}: {
  acts: SettingsActs<Opened, Form>;
  desk: SettingsDesk<Opened, Form>;
}): ReactElement {
  const { busy, last, turns, problem, kept } = desk;
  const { changed } = acts;
  const shown = changed || last !== null || problem !== null || kept !== null;
  const status = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    // What was pressed, or the field that was left by Enter, may be gone by now, and the focus with it.
    const { activeElement } = document;
    if (turns > 0 && (activeElement === null || activeElement === document.body)) status.current?.focus();
  }, [turns]);
  return (
    <div className="save-bar" data-shown={shown}>
      {kept === null ? null : (
        <SectionMessage
          appearance="warning"
          title={texts.settings.conflict}
          actions={[
            <SectionMessageAction key="mine" onClick={acts.applyKept}>
              {texts.settings.applyMine}
            </SectionMessageAction>,
            <SectionMessageAction key="theirs" onClick={acts.dropKept}>
              {texts.settings.dropMine}
            </SectionMessageAction>,
          ]}
        >
          <p role="alert">{texts.settings.conflictWhy}</p>
        </SectionMessage>
      )}
      {problem === null ? null : (
        <SectionMessage appearance="error" title={texts.settings.saveFailed}>
          <p role="alert">{problemText(problem)}</p>
        </SectionMessage>
      )}
      <div className="save-bar-acts">
        {changed && kept === null ? (
          <>
            <Button type="submit" appearance="primary" isLoading={busy} testId="save-settings">
              {texts.settings.save}
            </Button>
            <Button appearance="subtle" isDisabled={busy} onClick={acts.discard} testId="discard-settings">
              {texts.settings.discard}
            </Button>
          </>
        ) : null}
        <span ref={status} className="subtle" role="status" tabIndex={-1} data-testid="settings-status">
          {busy
            ? texts.settings.saving
            : last === 'refused'
              ? texts.settings.wrong
              : changed
                ? texts.settings.unsaved
                : last === null
                  ? ''
                  : texts.settings[last]}
        </span>
      </div>
    </div>
  );
}
