import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import Select from '@atlaskit/select';
import Spinner from '@atlaskit/spinner';
import { type ReactElement, useId, useState } from 'react';

import { useNumbers } from '../numbers/numbers';
import type { OpenedBoard } from '../settings/board-form';
import { problemText, texts } from '../texts';
import { CalendarStrip } from './calendar-strip';
import { CapacityByDepartment } from './capacity-by-department';
import { CapacityTable } from './capacity-table';
import { ChangesSinceStart } from './changes-since-start';
import { OverrideDialog } from './override-dialog';
import type { SprintCapacity } from './team-types';
import type { TeamViewProps } from './team-view';
import { TimeZoneDialog } from './time-zone-dialog';
import { useSaving } from './use-saving';

interface SprintSectionProps extends TeamViewProps {
  settings: OpenedBoard;
  /** Another sprint is being read. */
  reading: boolean;
  onSprint: (sprintId: number) => void;
}

/** What the people can give to one sprint, person by person with the sum that made it. */
export function SprintSection(props: SprintSectionProps): ReactElement {
  const { team, acts, names, dates, today, locale, reading, onSprint } = props;
  const { sprint } = team;
  const [clock, setClock] = useState(false);
  if (sprint === null) return <p className="team-nothing">{texts.team.noSprint}</p>;
  const name = team.sprints.find(({ id }) => id === sprint.sprintId)?.name ?? '';
  return (
    <section className="team-part" aria-busy={reading}>
      <div className="team-bar">
        <SprintPicker team={team} chosen={sprint.sprintId} onSprint={onSprint} />
        {reading ? <Spinner size="small" label={texts.team.opening} /> : null}
      </div>
      <SprintHours {...props} sprint={sprint} />
      {team.capacityMode === 'team' || sprint.hours === null ? null : <UseTeam {...props} />}
      {sprint.why === 'ok' ? null : (
        <SectionMessage appearance="information">
          <p>{sprint.why === 'noDates' ? texts.team.noDates : texts.team.noPeople}</p>
        </SectionMessage>
      )}
      <ChangesSinceStart changes={sprint.changedSinceStart} dates={dates} />
      {sprint.why === 'ok' ? (
        <>
          <CapacityTable team={team} sprint={sprint} sprintName={name} names={names} today={today} />
          <CapacityByDepartment sprint={sprint} />
          <h3 className="team-heading">{texts.team.calendar}</h3>
          <CalendarStrip people={sprint.people} names={names} locale={locale} />
        </>
      ) : null}
      <p className="setting-hint">
        {texts.team.clock(team.timeZone)}{' '}
        {team.may.change ? (
          <button
            type="button"
            className="link"
            data-testid="change-clock"
            onClick={() => {
              setClock(true);
            }}
          >
            {texts.team.changeClock}
          </button>
        ) : null}
      </p>
      <ModalTransition>
        {clock ? (
          <TimeZoneDialog
            timeZone={team.timeZone}
            save={(timeZone) => acts.save({ timeZone })}
            onClose={() => {
              setClock(false);
            }}
          />
        ) : null}
      </ModalTransition>
    </section>
  );
}

function SprintPicker({
  team,
  chosen,
  onSprint,
}: Pick<SprintSectionProps, 'team' | 'onSprint'> & { chosen: number }): ReactElement {
  const id = useId();
  const options = team.sprints.map(({ id: value, name, state }) => ({
    label: state === 'closed' ? texts.team.closedSprint(name) : name,
    value,
  }));
  return (
    <div className="typed-field team-picker">
      <label htmlFor={id}>{texts.team.sprint}</label>
      <Select
        inputId={id}
        options={options}
        value={options.find(({ value }) => value === chosen) ?? null}
        spacing="compact"
        onChange={(option) => {
          if (option !== null && option.value !== chosen) onSprint(option.value);
        }}
      />
    </div>
  );
}

/** The hours that count, and where they come from. */
function SprintHours({
  team,
  acts,
  dates,
  settings,
  sprint,
}: SprintSectionProps & { sprint: SprintCapacity }): ReactElement {
  const numbers = useNumbers();
  const [open, setOpen] = useState(false);
  const back = useSaving(() => undefined);
  const { override, hours, people } = sprint;
  const shown = override?.hours ?? hours;
  return (
    <div className="team-hours">
      <div>
        <h2>{texts.team.capacity}</h2>
        <p data-testid="sprint-capacity">
          <strong className="big">{shown === null ? texts.noRatio : numbers.capacity(shown)}</strong>{' '}
          <span className="subtle">
            {override === null
              ? hours === null
                ? ''
                : texts.team.fromPeople(people.length)
              : hours === null || team.capacityMode !== 'team'
                ? texts.team.overriddenAlone
                : texts.team.overridden(numbers.capacity(hours))}
          </span>
        </p>
        {override === null ? null : (
          <p className="small subtle">
            {override.reason === '' ? '' : `${texts.team.overrideReason(override.reason)} `}
            {override.at === null
              ? ''
              : texts.team.overrideBy(override.by ?? texts.team.somebody, dates.instant(override.at))}
          </p>
        )}
        {back.problem === null ? null : (
          <p className="typed-field-problem" role="alert">
            {problemText(back.problem)}
          </p>
        )}
      </div>
      {team.may.change ? (
        <div className="team-acts">
          <Button
            spacing="compact"
            testId="override-capacity"
            onClick={() => {
              setOpen(true);
            }}
          >
            {override === null ? texts.team.override : texts.team.changeOverride}
          </Button>
          {override === null ? null : (
            <Button
              spacing="compact"
              isLoading={back.busy}
              testId="back-to-people"
              onClick={() => {
                back.run(acts.override(sprint.sprintId, null, ''));
              }}
            >
              {texts.team.takeBack[team.capacityMode]}
            </Button>
          )}
        </div>
      ) : null}
      <ModalTransition>
        {open ? (
          <OverrideDialog
            sprint={sprint}
            mode={team.capacityMode}
            workingTime={settings.timeTracking}
            save={(capacityHours, reason) => acts.override(sprint.sprintId, capacityHours, reason)}
            onClose={() => {
              setOpen(false);
            }}
          />
        ) : null}
      </ModalTransition>
    </div>
  );
}

/** The hours of the people are worked out, but the board takes a sprint's capacity from elsewhere. */
function UseTeam({ acts, settings }: SprintSectionProps): ReactElement {
  const using = useSaving(() => undefined);
  return (
    <SectionMessage
      appearance="information"
      title={texts.team.unused}
      actions={
        settings.may.change
          ? [
              <SectionMessageAction
                key="use"
                testId="use-team"
                onClick={() => {
                  if (!using.busy) using.run(acts.useTeamCapacity());
                }}
              >
                {texts.team.useTeam}
              </SectionMessageAction>,
            ]
          : []
      }
    >
      <p>{using.problem === null ? texts.team.unusedWhy : problemText(using.problem)}</p>
    </SectionMessage>
  );
}
