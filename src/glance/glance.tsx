import { Button, Inline, SectionMessage, Spinner, Stack, Text } from '@forge/react';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';

import { calls, type Place, readPlace } from './bridge';
import { GlanceBody } from './glance-body';
import { glanceSession, type GlanceState } from './glance-session';
import { problemText } from './glance-view';
import { type GlanceTexts, textsFor } from './texts';

/** Nowhere yet, or where Jira did not say. */
const nowhere: Place = { issueId: null, locale: 'en', timeZone: 'UTC' };

/** The panel of the issue view: finds out where it is, then shows the issue. */
export function Glance() {
  const [place, setPlace] = useState<Place>();
  useEffect(() => {
    readPlace().then(setPlace, () => {
      setPlace(nowhere);
    });
  }, []);
  // The language is not known yet.
  if (place === undefined) return <Spinner />;
  if (place.issueId === null) return <Failure sentence={textsFor(place.locale).noIssue} />;
  return <OpenGlance issueId={place.issueId} place={place} texts={textsFor(place.locale)} />;
}

function OpenGlance({ issueId, place, texts }: { issueId: string; place: Place; texts: GlanceTexts }) {
  const session = useMemo(() => glanceSession(issueId, calls, afterMilliseconds), [issueId]);
  const state = useSyncExternalStore(session.subscribe, session.state);
  useEffect(() => {
    session.open();
    // What was moved last is not lost with the panel.
    return session.settle;
  }, [session]);
  if (state.glance !== null) {
    return <GlanceBody glance={state.glance} state={state} session={session} texts={texts} reader={place} />;
  }
  return <BeforeOpen state={state} texts={texts} place={place} onRetry={session.open} />;
}

interface BeforeOpenProps {
  state: GlanceState;
  texts: GlanceTexts;
  place: Place;
  onRetry: () => void;
}

function BeforeOpen({ state, texts, place, onRetry }: BeforeOpenProps) {
  if (state.problem === null) {
    return (
      <Inline space="space.100" alignBlock="center">
        <Spinner size="small" />
        <Text>{texts.opening}</Text>
      </Inline>
    );
  }
  const retry = { text: texts.retry, onRetry };
  return <Failure sentence={problemText(state.problem, null, texts, place)} retry={retry} />;
}

function Failure({ sentence, retry }: { sentence: string; retry?: { text: string; onRetry: () => void } }) {
  return (
    <SectionMessage appearance="error">
      <Stack space="space.100">
        <Text>{sentence}</Text>
        {retry === undefined ? null : (
          <Inline>
            <Button spacing="compact" onClick={retry.onRetry}>
              {retry.text}
            </Button>
          </Inline>
        )}
      </Stack>
    </SectionMessage>
  );
}

function afterMilliseconds(milliseconds: number, act: () => void): () => void {
  const timer = setTimeout(act, milliseconds);
  return () => {
    clearTimeout(timer);
  };
}
