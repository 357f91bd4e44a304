import '../tab-texts';
import './history.css';

import { type ReactElement, useMemo } from 'react';

import { numberStyle } from '../../../../src/estimation/hours';
import type { Place } from '../bridge';
import { NumbersContext } from '../numbers/numbers';
import { PageFailed, PageHead, PageWaiting } from '../states/page';
import { texts } from '../texts';
import { EstimatesSection } from './estimates-section';
import { HonestySection } from './honesty-section';
import { LearningSection } from './learning-section';
import type { OpenedHistory } from './opened-history';
import { PastSprints } from './past-sprints';
import { SaidThenSection } from './said-then-section';
import { StepsSection } from './steps-section';
import { useHistory } from './use-history';

interface HistoryTabProps {
  place: Place;
  /** null: the first board of the project. */
  boardId: number | null;
  onSettings: (boardId: number) => void;
}

/** What a board has learnt from its own past, and how honest its numbers have been. */
export function HistoryTab({ place, boardId, onSettings }: HistoryTabProps): ReactElement {
  const { state, again } = useHistory(boardId);
  switch (state.step) {
    case 'opening':
      return <PageWaiting said={texts.history.opening} />;
    case 'failed':
      return (
        <PageFailed title={texts.history.cannotOpen} problem={state.problem} testId="history-failed" onAgain={again} />
      );
    case 'open':
      return <OpenHistory history={state.history} place={place} onLearnt={again} onSettings={onSettings} />;
  }
}

interface OpenHistoryProps extends Pick<HistoryTabProps, 'onSettings'> {
  history: OpenedHistory;
  place: Place;
  onLearnt: () => void;
}

function OpenHistory({ history, place, onLearnt, onSettings }: OpenHistoryProps): ReactElement {
  const { locale, timeZone } = place;
  // Decimal hours, whatever the site's format is: they stand beside axes that are in hours.
  const numbers = useMemo(() => numberStyle(locale), [locale]);
  return (
    <NumbersContext.Provider value={numbers}>
      <main className="page" data-testid="history">
        <PageHead title={texts.history.title} intro={texts.history.intro} />
        <LearningSection
          history={history}
          locale={locale}
          timeZone={timeZone}
          onLearnt={onLearnt}
          onSettings={() => {
            onSettings(history.board.id);
          }}
        />
        {history.finished === 0 ? null : (
          <>
            <HonestySection replay={history.replay} locale={locale} />
            <SaidThenSection sprints={history.sprints} />
            <StepsSection steps={history.steps} />
            <EstimatesSection history={history} />
          </>
        )}
        <PastSprints sprints={history.sprints} locale={locale} />
      </main>
    </NumbersContext.Provider>
  );
}
