import Select from '@atlaskit/select';
import { type ReactElement, useId, useMemo } from 'react';

import type { SettingsActs, SettingsDesk } from './use-settings';
import { numberStyle } from '../../../../src/estimation/hours';
import { call, type Place } from '../bridge';
import { NumbersContext } from '../numbers/numbers';
import { texts } from '../texts';
import { type BoardForm, boardFormOf, type OpenedBoard, readBoardForm, sourceChange } from './board-form';
import { CapacitySection, ConfidenceSection, EstimateSection } from './board-sections';
import { SettingsPage } from './settings-page';
import { type SettingsKind, useSettings } from './use-settings';

interface BoardSettingsProps {
  place: Place;
  /** null: the first board of the project. */
  boardId: number | null;
  onBoard: (boardId: number) => void;
}

/** How a board plans: where its numbers come from, and what counts where one is missing. */
export function BoardSettings({ place, boardId, onBoard }: BoardSettingsProps): ReactElement {
  const kind = useMemo((): SettingsKind<OpenedBoard, BoardForm> => {
    const formOf = (opened: OpenedBoard): BoardForm => boardFormOf(opened, numberStyle(place.locale).typed);
    return {
      read: () => call('openBoardSettings', boardId === null ? {} : { boardId }),
      formOf,
      save: (opened, form) => {
        const reading = readBoardForm(formOf(opened), form, opened.timeTracking);
        if ('problems' in reading) return null;
        return call('saveBoardSettings', {
          boardId: opened.board.id,
          revision: opened.revision,
          ...reading.change,
          // Who has chosen here need not be asked at first.
          ...(opened.setUp ? {} : { setUp: true }),
        });
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
      {(desk) => <BoardFields desk={desk} acts={acts} locale={place.locale} onBoard={onBoard} />}
    </SettingsPage>
  );
}

interface BoardFieldsProps {
  desk: SettingsDesk<OpenedBoard, BoardForm>;
  acts: SettingsActs<OpenedBoard, BoardForm>;
  locale: string;
  onBoard: (boardId: number) => void;
}

function BoardFields({ desk, acts, locale, onBoard }: BoardFieldsProps): ReactElement {
  const { opened, base, form, checked } = desk;
  const { timeTracking } = opened;
  const numbers = useMemo(() => numberStyle(locale, timeTracking), [locale, timeTracking]);
  const reading = useMemo(() => readBoardForm(base, form, timeTracking), [base, form, timeTracking]);
  const sections = {
    opened,
    form,
    problems: checked && 'problems' in reading ? reading.problems : noProblems,
    sources: sourceChange(base, form),
    disabled: !opened.may.change,
    onChange: acts.change,
  };
  return (
    <NumbersContext.Provider value={numbers}>
      <BoardPicker opened={opened} onBoard={onBoard} />
      <CapacitySection {...sections} />
      <ConfidenceSection {...sections} />
      <EstimateSection {...sections} />
    </NumbersContext.Provider>
  );
}

const noProblems: ReadonlySet<never> = new Set();

function BoardPicker({ opened, onBoard }: Pick<BoardFieldsProps, 'onBoard'> & { opened: OpenedBoard }): ReactElement {
  const id = useId();
  const { board, boards } = opened;
  if (boards.length < 2) return <p className="settings-board">{texts.detailed(texts.settings.board, board.name)}</p>;
  const options = boards.map((each) => ({ label: each.name, value: each.id }));
  return (
    <div className="typed-field settings-board">
      <label htmlFor={id}>{texts.settings.board}</label>
      <Select
        inputId={id}
        options={options}
        value={options.find(({ value }) => value === board.id) ?? null}
        spacing="compact"
        onChange={(option) => {
          if (option !== null && option.value !== board.id) onBoard(option.value);
        }}
      />
    </div>
  );
}
