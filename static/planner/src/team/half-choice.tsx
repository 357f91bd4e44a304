import type { ReactElement } from 'react';

import { Choice } from '../settings/choice';
import { texts } from '../texts';
import type { HalfDay } from './team-types';

interface HalfChoiceProps {
  half: HalfDay;
  /** A single date, and not each of several. */
  oneDay: boolean;
  disabled: boolean;
  onChange: (half: HalfDay) => void;
}

/** Which part of a day is meant. */
export function HalfChoice({ half, oneDay, disabled, onChange }: HalfChoiceProps): ReactElement {
  const names = oneDay ? texts.team.oneHalf : texts.team.halves;
  return (
    <Choice
      legend={texts.team.part}
      value={half ?? 'whole'}
      disabled={disabled}
      testId="half"
      options={(['whole', 'am', 'pm'] as const).map((value) => ({ value, label: names[value] }))}
      onChoose={(value) => {
        onChange(value === 'whole' ? null : value);
      }}
    />
  );
}
