import { type ReactElement, useState } from 'react';

import { texts } from '../texts';
import { DialogField, DialogSelect } from './dialog-fields';
import { HalfChoice } from './half-choice';
import { TeamDialog } from './team-dialog';
import type { OpenedTeam, TimeOff } from './team-types';
import { readTimeOff, type TimeOffForm } from './time-off-form';
import { type Names, useAskedNames } from './use-names';
import { useSaving } from './use-saving';
import type { Saving } from './use-team';

interface TimeOffDialogProps {
  team: OpenedTeam;
  names: Names;
  /** null: a new one. */
  entry: TimeOff | null;
  makeId: () => string;
  save: (entry: TimeOff) => Saving;
  onClose: () => void;
}

/** When somebody does not work. */
export function TimeOffDialog({ team, names, entry, makeId, save, onClose }: TimeOffDialogProps): ReactElement {
  const saving = useSaving(onClose);
  const [id] = useState(() => entry?.id ?? makeId());
  const [form, setForm] = useState<TimeOffForm>(entry ?? { accountId: '', from: '', to: '', half: null, reason: '' });
  const [refused, setRefused] = useState(0);
  useAskedNames(
    names,
    team.people.map(({ accountId }) => accountId),
  );
  const reading = readTimeOff(form, id);
  const problems = refused > 0 && 'problems' in reading ? reading.problems : noProblems;
  const change = (part: Partial<TimeOffForm>): void => {
    setForm({ ...form, ...part });
  };
  return (
    <TeamDialog
      title={texts.team.timeOffDialog}
      act={texts.team.save}
      saving={saving}
      refused={refused}
      testId="time-off-dialog"
      onClose={onClose}
      onAct={() => {
        if ('timeOff' in reading) saving.run(save(reading.timeOff));
        else setRefused(refused + 1);
      }}
    >
      <DialogSelect
        label={texts.team.person}
        options={team.people
          .map(({ accountId }) => ({ label: names.said(accountId), value: accountId }))
          .sort((one, other) => one.label.localeCompare(other.label))}
        value={form.accountId}
        placeholder={texts.team.choosePerson}
        problem={problems.has('accountId') ? texts.team.badPerson : null}
        testId="time-off-person"
        onChange={(accountId) => {
          change({ accountId });
        }}
      />
      <div className="team-fields">
        <DialogField
          label={texts.team.first}
          type="date"
          value={form.from}
          problem={problems.has('from') ? texts.team.badDate : null}
          testId="time-off-from"
          onChange={(from) => {
            change({ from });
          }}
        />
        <DialogField
          label={texts.team.last}
          type="date"
          hint={texts.team.lastHint}
          value={form.to}
          problem={problems.has('to') ? texts.team.badLast : null}
          testId="time-off-to"
          onChange={(to) => {
            change({ to });
          }}
        />
      </div>
      <HalfChoice
        half={form.half}
        oneDay={form.to === '' || form.to === form.from}
        disabled={saving.busy}
        onChange={(half) => {
          change({ half });
        }}
      />
      <DialogField
        label={texts.team.reason}
        hint={texts.team.reasonHint}
        value={form.reason ?? ''}
        problem={null}
        maxLength={200}
        testId="time-off-reason"
        onChange={(reason) => {
          change({ reason });
        }}
      />
    </TeamDialog>
  );
}

const noProblems: ReadonlySet<never> = new Set();
