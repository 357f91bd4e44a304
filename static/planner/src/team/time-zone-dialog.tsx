import { type ReactElement, useMemo, useState } from 'react';

import { texts } from '../texts';
import { DialogSelect } from './dialog-fields';
import { TeamDialog } from './team-dialog';
import { useSaving } from './use-saving';
import type { Saving } from './use-team';

interface TimeZoneDialogProps {
  timeZone: string;
  save: (timeZone: string) => Saving;
  onClose: () => void;
}

/** On whose clock a sprint starts and ends. */
export function TimeZoneDialog({ timeZone, save, onClose }: TimeZoneDialogProps): ReactElement {
  const saving = useSaving(onClose);
  const [zone, setZone] = useState(timeZone);
  const options = useMemo(() => {
    const known = Intl.supportedValuesOf('timeZone');
    return (known.includes(timeZone) ? known : [timeZone, ...known]).map((value) => ({ label: value, value }));
  }, [timeZone]);
  return (
    <TeamDialog
      title={texts.team.timeZone}
      act={texts.team.save}
      saving={saving}
      testId="time-zone-dialog"
      onClose={onClose}
      onAct={() => {
        saving.run(save(zone));
      }}
    >
      <p>{texts.team.timeZoneHint}</p>
      <DialogSelect label={texts.team.timeZone} options={options} value={zone} testId="time-zone" onChange={setZone} />
    </TeamDialog>
  );
}
