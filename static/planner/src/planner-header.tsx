import DropdownMenu, { DropdownItemRadio, DropdownItemRadioGroup } from '@atlaskit/dropdown-menu';
import Lozenge from '@atlaskit/lozenge';
import Tooltip from '@atlaskit/tooltip';
import { isValid, parseISO } from 'date-fns';
import type { ReactElement } from 'react';

import type { Planner, PlannerSprint } from '../../../src/contract';
import { supportedLocale } from './hours';
import { isUnsaved, type PlannerState } from './planner-state';
import { SaveStatus } from './save-status';
import { texts } from './texts';

interface PlannerHeaderProps {
  planner: Planner;
  locale: string;
  state: PlannerState;
  onOpenSprint: (sprintId: number) => void;
}

export function PlannerHeader({ planner, locale, state, onOpenSprint }: PlannerHeaderProps): ReactElement {
  const { sprint, sprints, board } = planner;
  const unsaved = isUnsaved(state);
  return (
    <header className="header">
      <div className="header-title">
        <span className="subtle small">{board.name}</span>
        <div className="header-sprint">
          <h1>{sprint.name}</h1>
          <Lozenge appearance={sprint.state === 'active' ? 'inprogress' : 'default'}>
            {texts.sprintState[sprint.state]}
          </Lozenge>
          <span className="subtle small">{datesOf(sprint, locale)}</span>
        </div>
      </div>
      <SaveStatus state={state} />
      <Tooltip content={unsaved ? texts.unsavedBlocksSprint : ''}>
        <DropdownMenu<HTMLButtonElement>
          trigger={texts.sprintPicker}
          shouldRenderToParent={false}
          label={texts.sprintPicker}
          spacing="compact"
        >
          <DropdownItemRadioGroup id="sprints" title={board.name}>
            {sprints.map((other) => (
              <DropdownItemRadio
                key={other.id}
                id={String(other.id)}
                isSelected={other.id === sprint.id}
                isDisabled={unsaved}
                description={[texts.sprintState[other.state], datesOf(other, locale)]
                  .filter((part) => part !== '')
                  .join(' · ')}
                onClick={() => {
                  if (other.id !== sprint.id) onOpenSprint(other.id);
                }}
              >
                {other.name}
              </DropdownItemRadio>
            ))}
          </DropdownItemRadioGroup>
        </DropdownMenu>
      </Tooltip>
    </header>
  );
}

/** '30 Nov – 11 Dec' by the reader's locale; nothing when the sprint has no dates. */
function datesOf({ startDate, endDate }: PlannerSprint, locale: string): string {
  const days = new Intl.DateTimeFormat(supportedLocale(locale), { day: 'numeric', month: 'short', year: 'numeric' });
  const start = startDate === undefined ? null : parseISO(startDate);
  const end = endDate === undefined ? null : parseISO(endDate);
  if (start === null || !isValid(start)) return '';
  if (end === null || !isValid(end)) return days.format(start);
  // formatRange throws when the two are the wrong way round, which Jira allows.
  return start <= end ? days.formatRange(start, end) : `${days.format(start)} – ${days.format(end)}`;
}
