import Select from '@atlaskit/select';
import { type ReactElement, useId } from 'react';

import type { Value } from '../../../../src/contract';
import { texts } from '../texts';

interface BoardPickerProps {
  boards: Value<'openBoards'>['boards'];
  /** The board whose tabs are shown; null: the first. */
  boardId: number | null;
  onChoose: (boardId: number) => void;
}

/** Whose planner, team, history and settings these are. */
export function BoardPicker({ boards, boardId, onChoose }: BoardPickerProps): ReactElement | null {
  const id = useId();
  const options = boards.map(({ name, id: value }) => ({ label: name, value }));
  const [first] = options;
  if (first === undefined) return null;
  const chosen = boardId === null ? first : (options.find(({ value }) => value === boardId) ?? null);
  if (options.length === 1 && chosen !== null)
    return <p className="board-picker subtle small">{texts.detailed(texts.settings.board, chosen.label)}</p>;
  return (
    <div className="board-picker">
      <label htmlFor={id} className="subtle small">
        {texts.settings.board}
      </label>
      <Select
        inputId={id}
        options={options}
        value={chosen}
        placeholder={texts.settings.chooseBoard}
        spacing="compact"
        className="board-picker-select"
        classNamePrefix="board-picker-select"
        onChange={(option) => {
          if (option !== null && option !== chosen) onChoose(option.value);
        }}
      />
    </div>
  );
}
