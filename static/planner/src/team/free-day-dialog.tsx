import { type ReactElement, useState } from 'react';

import { texts } from '../texts';
import { DialogField } from './dialog-fields';
import { HalfChoice } from './half-choice';
import { isDate } from './team-dates';
import { TeamDialog } from './team-dialog';
import type { FreeDay } from './team-types';
import { useSaving } from './use-saving';
import type { Saving } from './use-team';

interface FreeDayDialogProps {
  /** null: a new one. */
  day: FreeDay | null;
  save: (day: FreeDay) => Saving;
  onClose: () => void;
}

/** A day on which the company does not work. */
export function FreeDayDialog({ day, save, onClose }: FreeDayDialogProps): ReactElement {
  const saving = useSaving(onClose);
  const [date, setDate] = useState(day?.date ?? '');
  const [name, setName] = useState(day?.name ?? '');
  const [half, setHalf] = useState(day?.half ?? null);
  const [refused, setRefused] = useState(0);
  const badDate = !isDate(date);
  const badName = name.trim() === '' || name.trim().length > 120;
  return (
    <TeamDialog
      title={texts.team.freeDayTitle}
      act={texts.team.save}
      saving={saving}
      refused={refused}
      testId="free-day-dialog"
      onClose={onClose}
      onAct={() => {
        if (badDate || badName) setRefused(refused + 1);
        else saving.run(save({ date, half, name: name.trim(), region: null }));
      }}
    >
      <DialogField
        label={texts.team.date}
        type="date"
        value={date}
        problem={refused > 0 && badDate ? texts.team.badDate : null}
        testId="free-day-date"
        onChange={setDate}
      />
      <DialogField
        label={texts.team.day}
        value={name}
        problem={refused > 0 && badName ? texts.team.badDayName : null}
        maxLength={120}
        testId="free-day-name"
        onChange={setName}
      />
      <HalfChoice half={half} oneDay disabled={saving.busy} onChange={setHalf} />
    </TeamDialog>
  );
}
