import { type ReactElement, useEffect, useState } from 'react';

import { call } from '../bridge';
import { Choice } from '../settings/choice';
import { texts } from '../texts';
import { TeamDialog } from './team-dialog';
import { useSaving } from './use-saving';
import type { Saving, TeamActs } from './use-team';

interface RemovePersonDialogProps {
  name: string;
  remove: () => Saving;
  forget: () => ReturnType<TeamActs['forget']>;
  /** What was done, for who does not see it. */
  onSaid: (said: string) => void;
  onClose: () => void;
}

/** Takes somebody out of this board's team, or, for Jira administrators, out of every board's. */
export function RemovePersonDialog(props: RemovePersonDialogProps): ReactElement {
  const { name, remove, forget, onSaid, onClose } = props;
  const saving = useSaving(onClose);
  const [where, setWhere] = useState<'here' | 'everywhere'>('here');
  const isAdmin = useIsJiraAdmin();
  const act = async (): Saving => {
    if (where === 'here') return remove();
    const done = await forget();
    if ('code' in done) return done;
    onSaid(texts.team.forgotten(done.boards));
    return null;
  };
  return (
    <TeamDialog
      title={texts.team.removePersonTitle(name)}
      act={where === 'here' ? texts.team.remove : texts.team.removeEverywhere}
      danger
      saving={saving}
      testId="remove-person-dialog"
      onClose={onClose}
      onAct={() => {
        saving.run(act());
      }}
    >
      <p>{texts.team.removePerson}</p>
      {isAdmin ? (
        <Choice
          legend={texts.team.removeWhere}
          value={where}
          disabled={saving.busy}
          testId="remove-where"
          options={[
            { value: 'here', label: texts.team.removeHere },
            { value: 'everywhere', label: texts.team.removeEverywhere, hint: texts.team.removeEverywhereHint },
          ]}
          onChoose={setWhere}
        />
      ) : null}
    </TeamDialog>
  );
}

/** Only for what to show: the resolver checks again. */
function useIsJiraAdmin(): boolean {
  const [isAdmin, setIsAdmin] = useState(false);
  useEffect(() => {
    let current = true;
    void call('openSiteSettings', {}).then((answer) => {
      if (current && 'value' in answer) setIsAdmin(answer.value.may.change);
    });
    return () => {
      current = false;
    };
  }, []);
  return isAdmin;
}
