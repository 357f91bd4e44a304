import '../tab-texts';
import './team.css';

import Button from '@atlaskit/button/new';
import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import { type ReactElement, useMemo, useState } from 'react';

import { numberStyle } from '../../../../src/estimation/hours';
import type { Place } from '../bridge';
import { NumbersContext } from '../numbers/numbers';
import type { SprintChoice } from '../planner-app';
import { PageFailed, PageHead, PageWaiting } from '../states/page';
import { texts } from '../texts';
import { DepartmentsSection } from './departments-section';
import { FreeDaysSection } from './free-days-section';
import { ImportExport } from './import/import-export';
import { PeopleSection } from './people-section';
import { SprintSection } from './sprint-section';
import { dateStyle, todayIn } from './team-dates';
import type { TeamViewProps } from './team-view';
import { TimeOffSection } from './time-off-section';
import { useNames } from './use-names';
import { type TeamDesk, useTeam } from './use-team';

interface TeamTabProps {
  place: Place;
  choice: SprintChoice;
  onChoose: (choice: SprintChoice) => void;
}

/** In the order in which they stand beside each other. */
const parts = ['sprint', 'people', 'departments', 'timeOff', 'freeDays'] as const;
type Part = (typeof parts)[number];

/** The people of a board, when they work, and what that gives to a sprint. */
export function TeamTab({ place, choice, onChoose }: TeamTabProps): ReactElement {
  const acts = useTeam(choice);
  const { state } = acts;
  switch (state.step) {
    case 'opening':
      return <PageWaiting said={texts.team.opening} />;
    case 'failed':
      return (
        <PageFailed title={texts.team.cannotOpen} problem={state.problem} testId="team-failed" onAgain={acts.again} />
      );
    case 'open':
      return (
        <OpenTeam
          desk={state.desk}
          acts={acts}
          reading={state.reading}
          unread={state.unread}
          locale={place.locale}
          onChoose={onChoose}
        />
      );
  }
}

interface OpenTeamProps extends Pick<TeamViewProps, 'acts'>, Pick<TeamTabProps, 'onChoose'> {
  desk: TeamDesk;
  reading: boolean;
  /** What was saved could not be read after that. */
  unread: boolean;
  locale: string;
}

function OpenTeam({ desk, acts, reading, unread, locale, onChoose }: OpenTeamProps): ReactElement {
  const { team, settings } = desk;
  const [part, setPart] = useState<Part>('sprint');
  const [adding, setAdding] = useState(false);
  const numbers = useMemo(() => numberStyle(locale, settings.timeTracking), [locale, settings.timeTracking]);
  const dates = useMemo(() => dateStyle(locale), [locale]);
  const names = useNames(team);
  const view: TeamViewProps = { team, acts, names, dates, today: todayIn(team.timeZone, new Date()), locale };
  const empty = team.people.length === 0;
  const invite = (): void => {
    setPart('people');
    setAdding(true);
  };
  return (
    <NumbersContext.Provider value={numbers}>
      <main className="page team">
        <PageHead title={texts.team.title} intro={texts.team.intro}>
          <ImportExport team={team} onSaved={acts.replace} />
        </PageHead>
        {unread ? (
          <SectionMessage
            appearance="warning"
            title={texts.team.savedUnread}
            testId="team-unread"
            actions={[
              <SectionMessageAction key="again" onClick={acts.again}>
                {texts.tryAgain}
              </SectionMessageAction>,
            ]}
          >
            <p role="alert">{texts.team.savedUnreadWhy}</p>
          </SectionMessage>
        ) : null}
        {team.may.change ? null : (
          <SectionMessage appearance="information">
            <p>{texts.team.readOnly}</p>
          </SectionMessage>
        )}
        <nav className="team-parts" aria-label={texts.team.partsLabel}>
          {parts.map((each) => (
            <button
              key={each}
              type="button"
              aria-current={each === part ? 'true' : undefined}
              data-testid={`team-${each}`}
              onClick={() => {
                setPart(each);
              }}
            >
              {texts.team.parts[each]}
            </button>
          ))}
        </nav>
        {part === 'sprint' ? (
          empty && team.may.change ? (
            <Invitation onAdd={invite} />
          ) : (
            <SprintSection
              {...view}
              settings={settings}
              reading={reading}
              onSprint={(sprintId) => {
                onChoose({ boardId: team.board.id, sprintId });
              }}
            />
          )
        ) : part === 'people' ? (
          <PeopleSection {...view} adding={adding} onAdding={setAdding} />
        ) : part === 'departments' ? (
          <DepartmentsSection {...view} />
        ) : part === 'timeOff' ? (
          <TimeOffSection {...view} />
        ) : (
          <FreeDaysSection {...view} />
        )}
      </main>
    </NumbersContext.Provider>
  );
}

function Invitation({ onAdd }: { onAdd: () => void }): ReactElement {
  return (
    <section className="team-empty" data-testid="team-empty">
      <h2>{texts.team.emptyTitle}</h2>
      <p>{texts.team.empty}</p>
      <Button appearance="primary" onClick={onAdd} testId="invite-people">
        {texts.team.addPeople}
      </Button>
    </section>
  );
}
