import { type ReactElement, useMemo } from 'react';

import type { Answer } from '../../../../src/contract';
import { numberStyle } from '../../../../src/estimation/hours';
import { call, type Place } from '../bridge';
import { NumbersContext } from '../numbers/numbers';
import { texts } from '../texts';
import {
  type BoardChange,
  type BoardForm,
  boardFormOf,
  type OpenedBoard,
  readBoardForm,
  sourceChange,
} from './board-form';
import { CapacitySection, ConfidenceSection, EstimateSection } from './board-sections';
import { ChanceSection } from './chance-section';
import { isHeld, type SettingsDesk } from './desk';
import { SettingsPage } from './settings-page';
import { type SettingsActs, type SettingsKind, useSettings } from './use-settings';

interface BoardSettingsProps {
  place: Place;
  /** null: the first board of the project. */
  boardId: number | null;
}

/** How a board plans: where its numbers come from, and what counts where one is missing. */
export function BoardSettings({ place, boardId }: BoardSettingsProps): ReactElement {
  const kind = useMemo((): SettingsKind<OpenedBoard, BoardForm> => {
    const { typed } = numberStyle(place.locale);
    return {
      open: () => call('openBoardSettings', boardId === null ? {} : { boardId }),
      formOf: (opened) => boardFormOf(opened, typed),
      read: (opened, base, form) => readBoardForm(base, form, opened.timeTracking),
      save: (opened, base, form) => {
        const reading = readBoardForm(base, form, opened.timeTracking);
        return 'problems' in reading ? null : saveBoard(opened, reading.change);
      },
    };
  }, [place.locale, boardId]);
  const acts = useSettings(kind);
  return (
    <SettingsPage
      acts={acts}
      title={texts.settings.boardTitle}
      intro={texts.settings.boardIntro}
      readOnly={({ may }) => (may.change ? null : texts.settings.readOnly)}
    >
      {(desk) => <BoardFields desk={desk} acts={acts} locale={place.locale} />}
    </SettingsPage>
  );
}

async function saveBoard(opened: OpenedBoard, change: BoardChange): Promise<Answer<OpenedBoard>> {
  const answer = await call('saveBoardSettings', {
    boardId: opened.board.id,
    revision: opened.revision,
    ...change,
    // Who has chosen here need not be asked at first.
    ...(opened.setUp ? {} : { setUp: true }),
  });
  return 'value' in answer ? { value: { ...opened, revision: answer.value.revision, setUp: true } } : answer;
}

interface BoardFieldsProps {
  desk: SettingsDesk<OpenedBoard, BoardForm>;
  acts: SettingsActs<OpenedBoard, BoardForm>;
  locale: string;
}

function BoardFields({ desk, acts, locale }: BoardFieldsProps): ReactElement {
  const { opened, base, form, checked } = desk;
  const { timeTracking } = opened;
  const numbers = useMemo(() => numberStyle(locale, timeTracking), [locale, timeTracking]);
  const reading = useMemo(() => readBoardForm(base, form, timeTracking), [base, form, timeTracking]);
  const sections = {
    opened,
    form,
    problems: checked && 'problems' in reading ? reading.problems : noProblems,
    sources: sourceChange(base, form),
    disabled: !opened.may.change || isHeld(desk),
    onChange: acts.change,
  };
  return (
    <NumbersContext.Provider value={numbers}>
      <CapacitySection {...sections} />
      <ConfidenceSection {...sections} />
      <EstimateSection {...sections} />
      <ChanceSection {...sections} />
    </NumbersContext.Provider>
  );
}

const noProblems: ReadonlySet<never> = new Set();
