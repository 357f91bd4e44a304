import { lazy, type ReactElement, Suspense, useEffect, useState } from 'react';

import { closePlanner, type Place, readPlace } from './bridge';
import { PlannerApp, type SprintChoice } from './planner-app';
import { CannotOpen } from './states/cannot-open';
import { openSettings } from './project/open-settings';
import { Waiting } from './states/waiting';
import { speak, texts } from './texts';

const ProjectPage = lazy(() => import('./project/project-page').then(({ ProjectPage: page }) => ({ default: page })));
const SiteSettings = lazy(() =>
  import('./settings/site-settings').then(({ SiteSettings: page }) => ({ default: page })),
);

type Learnt = { step: 'asking' } | { step: 'nowhere' } | { step: 'here'; place: Place };

/** Learns from Jira where it mounted this page, and for whom, and shows what belongs there. */
export function App(): ReactElement {
  const [learnt, setLearnt] = useState<Learnt>({ step: 'asking' });
  const [attempt, setAttempt] = useState(0);
  useBrowserLanguage();

  useEffect(() => {
    let current = true;
    void learn().then((place) => {
      if (current) setLearnt(place === null ? { step: 'nowhere' } : { step: 'here', place });
    });
    return () => {
      current = false;
    };
  }, [attempt]);
  const retry = (): void => {
    setLearnt({ step: 'asking' });
    setAttempt(attempt + 1);
  };

  switch (learnt.step) {
    case 'asking':
      return <Waiting key={attempt} onRetry={retry} />;
    case 'nowhere':
      return (
        <CannotOpen
          problem={{ code: 'bridge.no-place', message: texts.noPlace }}
          board={false}
          closable
          onStep={(step) => {
            if (step === 'backToJira') closePlanner();
            else retry();
          }}
        />
      );
    case 'here':
      return <Mounted place={learnt.place} />;
  }
}

function Mounted({ place }: { place: Place }): ReactElement {
  const [choice, setChoice] = useState<SprintChoice>(place);
  const { projectKey } = place;
  switch (place.kind) {
    case 'planner':
      return (
        <PlannerApp
          place={place}
          choice={choice}
          onChoose={setChoice}
          onSettings={
            projectKey === null
              ? null
              : (boardId) => {
                  openSettings(projectKey, boardId);
                }
          }
        />
      );
    case 'project':
      return (
        <Suspense>
          <ProjectPage place={place} />
        </Suspense>
      );
    case 'admin':
      return (
        <Suspense>
          <SiteSettings place={place} />
        </Suspense>
      );
  }
}

/** Until Jira has said what this person reads, the browser's own language is the best guess. */
function useBrowserLanguage(): void {
  const [, draw] = useState('');
  useEffect(() => {
    void speakHere(navigator.language).then(draw);
  }, []);
}

async function speakHere(locale: string): Promise<string> {
  const language = await speak(locale);
  document.documentElement.lang = language;
  return language;
}

async function learn(): Promise<Place | null> {
  const place = await readPlace().catch(() => null);
  if (place !== null) await speakHere(place.locale);
  return place;
}
