import { type ReactElement, useState } from 'react';

import { useNumbers } from '../numbers/numbers';
import { rebased } from '../settings/draft';
import { texts } from '../texts';
import { PersonFields } from './person-fields';
import { type PersonForm, personFormOf, readPersonForm } from './person-form';
import type { DateStyle } from './team-dates';
import { TeamDialog } from './team-dialog';
import type { OpenedTeam, StoredPerson, TeamPerson } from './team-types';
import { useSaving } from './use-saving';
import type { Saving } from './use-team';

interface PersonDialogProps {
  person: TeamPerson;
  name: string;
  team: OpenedTeam;
  dates: DateStyle;
  locale: string;
  today: string;
  save: (person: StoredPerson) => Saving;
  onClose: () => void;
}

/** Changes how one person works. What somebody else has saved meanwhile stays, except where it was changed here too. */
export function PersonDialog(props: PersonDialogProps): ReactElement {
  const { person, name, team, dates, locale, today, save, onClose } = props;
  const numbers = useNumbers();
  const saving = useSaving(onClose);
  const [base, setBase] = useState(() => ({
    revision: team.revision,
    form: personFormOf(person, numbers.typed),
  }));
  const [form, setForm] = useState<PersonForm>(base.form);
  const [refused, setRefused] = useState(0);
  if (base.revision !== team.revision) {
    // Theirs came in after a conflict.
    const theirs = personFormOf(person, numbers.typed);
    setForm(rebased(base.form, form, theirs));
    setBase({ revision: team.revision, form: theirs });
  }
  const reading = readPersonForm(form, person.accountId);
  return (
    <TeamDialog
      title={texts.team.personTitle(name)}
      act={texts.team.save}
      saving={saving}
      refused={refused}
      testId="person-dialog"
      onClose={onClose}
      onAct={() => {
        if ('person' in reading) saving.run(save(reading.person));
        else setRefused(refused + 1);
      }}
    >
      <PersonFields
        form={form}
        problems={refused > 0 && 'problems' in reading ? reading.problems : noProblems}
        team={team}
        dates={dates}
        locale={locale}
        today={today}
        shareHint={
          person.shareElsewhere === 0 ? null : texts.team.shareElsewhere(numbers.percent(person.shareElsewhere / 100))
        }
        onChange={(part) => {
          setForm({ ...form, ...part });
        }}
      />
    </TeamDialog>
  );
}

const noProblems: ReadonlySet<never> = new Set();
