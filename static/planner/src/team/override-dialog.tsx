import { type ReactElement, useState } from 'react';

import { mostCapacityHours } from '../../../../src/estimation/bounds';
import { parseHours } from '../../../../src/estimation/hours';
import { useNumbers } from '../numbers/numbers';
import type { OpenedBoard } from '../settings/board-form';
import { texts } from '../texts';
import { DialogField } from './dialog-fields';
import { TeamDialog } from './team-dialog';
import type { OpenedTeam, SprintCapacity } from './team-types';
import { useSaving } from './use-saving';
import type { Saving } from './use-team';

interface OverrideDialogProps {
  sprint: SprintCapacity;
  mode: OpenedTeam['capacityMode'];
  workingTime: OpenedBoard['timeTracking'];
  save: (capacityHours: number, reason: string) => Saving;
  onClose: () => void;
}

/** Gives one sprint a capacity of its own, and says why. */
export function OverrideDialog({ sprint, mode, workingTime, save, onClose }: OverrideDialogProps): ReactElement {
  const numbers = useNumbers();
  const saving = useSaving(onClose);
  const start = sprint.override?.hours ?? sprint.hours;
  const [hours, setHours] = useState(start === null ? '' : numbers.typed(start));
  const [reason, setReason] = useState(sprint.override?.reason ?? '');
  const [refused, setRefused] = useState(0);
  const read = parseHours(hours, workingTime);
  const wrong = read === null || read > mostCapacityHours;
  const noReason = reason.trim() === '';
  return (
    <TeamDialog
      title={texts.team.overrideTitle}
      act={texts.team.save}
      saving={saving}
      refused={refused}
      testId="override-dialog"
      onClose={onClose}
      onAct={() => {
        if (wrong || noReason) setRefused(refused + 1);
        else saving.run(save(read, reason.trim()));
      }}
    >
      <p>{texts.team.overrideHint[mode]}</p>
      <DialogField
        label={texts.team.overrideHours}
        unit="h"
        value={hours}
        problem={refused > 0 && wrong ? texts.team.badCapacity : null}
        testId="override-hours"
        onChange={setHours}
      />
      <DialogField
        label={texts.team.reason}
        hint={texts.team.overrideReasonHint}
        value={reason}
        problem={refused > 0 && noReason ? texts.team.badReason : null}
        maxLength={200}
        testId="override-reason"
        onChange={setReason}
      />
    </TeamDialog>
  );
}
