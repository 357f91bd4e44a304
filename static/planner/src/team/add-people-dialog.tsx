import { AsyncSelect } from '@atlaskit/select';
import { type ReactElement, useId, useMemo, useState } from 'react';

import { call } from '../bridge';
import { useNumbers } from '../numbers/numbers';
import { problemText, texts } from '../texts';
import type { ChoiceOption } from './dialog-fields';
import { PersonFields } from './person-fields';
import { newPersonForm, readPersonForm } from './person-form';
import { searchWhileTyping } from './search-while-typing';
import type { DateStyle } from './team-dates';
import { TeamDialog } from './team-dialog';
import type { OpenedTeam, StoredPerson } from './team-types';
import { useSaving } from './use-saving';
import type { Saving } from './use-team';

interface AddPeopleDialogProps {
  team: OpenedTeam;
  dates: DateStyle;
  locale: string;
  today: string;
  save: (people: StoredPerson[]) => Saving;
  onClose: () => void;
}

/** Adds people who work alike, several at once: a team is described in one go, and who differs is changed afterwards. */
export function AddPeopleDialog({ team, dates, locale, today, save, onClose }: AddPeopleDialogProps): ReactElement {
  const numbers = useNumbers();
  const saving = useSaving(onClose);
  const [chosen, setChosen] = useState<readonly ChoiceOption[]>([]);
  const [form, setForm] = useState(() => newPersonForm(team.hoursPerDay, numbers.typed));
  const [refused, setRefused] = useState(0);
  const reading = readPersonForm(form, '');
  const noOne = chosen.length === 0;
  return (
    <TeamDialog
      title={texts.team.addPeople}
      act={texts.team.add}
      saving={saving}
      refused={refused}
      testId="add-people-dialog"
      onClose={onClose}
      onAct={() => {
        if (noOne || 'problems' in reading) setRefused(refused + 1);
        else saving.run(save(chosen.map(({ value }) => ({ ...reading.person, accountId: value }))));
      }}
    >
      <PeopleSearch team={team} chosen={chosen} wrong={refused > 0 && noOne} onChosen={setChosen} />
      <PersonFields
        form={form}
        problems={refused > 0 && 'problems' in reading ? reading.problems : noProblems}
        team={team}
        dates={dates}
        locale={locale}
        today={today}
        shareHint={null}
        onChange={(part) => {
          setForm({ ...form, ...part });
        }}
      />
    </TeamDialog>
  );
}

const noProblems: ReadonlySet<never> = new Set();

interface PeopleSearchProps {
  team: OpenedTeam;
  chosen: readonly ChoiceOption[];
  wrong: boolean;
  onChosen: (chosen: readonly ChoiceOption[]) => void;
}

/** In milliseconds. */
const typingPause = 250;

function PeopleSearch({ team, chosen, wrong, onChosen }: PeopleSearchProps): ReactElement {
  const id = useId();
  const belowId = `${id}-below`;
  const [failure, setFailure] = useState<string | null>(null);
  const find = useMemo(() => {
    const known = new Set(team.people.map(({ accountId }) => accountId));
    return searchWhileTyping(async (query): Promise<ChoiceOption[]> => {
      const answer = await call('findPeople', { boardId: team.board.id, query: query.slice(0, 100) });
      setFailure('problem' in answer ? problemText(answer.problem) : null);
      if ('problem' in answer) return [];
      return answer.value
        .filter(({ accountId }) => !known.has(accountId))
        .map(({ accountId, name }) => ({ label: name, value: accountId }));
    }, typingPause);
  }, [team.board.id, team.people]);
  const problem = failure ?? (wrong ? texts.team.badWho : null);
  return (
    <div className="typed-field" data-testid="who">
      <label htmlFor={id}>{texts.team.who}</label>
      <AsyncSelect
        inputId={id}
        isMulti
        autoFocus
        defaultOptions
        loadOptions={find}
        value={chosen}
        placeholder={texts.team.searchPeople}
        loadingMessage={() => texts.team.searching}
        noOptionsMessage={() => texts.team.nobodyFound}
        isInvalid={problem !== null}
        descriptionId={belowId}
        menuPosition="fixed"
        onChange={(options) => {
          onChosen(options);
        }}
      />
      {problem === null ? (
        <p id={belowId} className="setting-hint team-hint">
          {texts.team.whoHint}
        </p>
      ) : (
        <p id={belowId} className="typed-field-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
