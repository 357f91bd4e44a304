import Button, { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItemRadio, DropdownItemRadioGroup } from '@atlaskit/dropdown-menu';
import HelpIcon from '@atlaskit/icon/core/question-circle';
import RedoIcon from '@atlaskit/icon/core/redo';
import SettingsIcon from '@atlaskit/icon/core/settings';
import UndoIcon from '@atlaskit/icon/core/undo';
import Lozenge from '@atlaskit/lozenge';
import Tooltip from '@atlaskit/tooltip';
import type { ReactElement, ReactNode } from 'react';

import { isUnsaved, type PlannerState } from './plan/planner-state';
import { SaveStatus } from './save-status';
import { sprintDates } from './numbers/sprint-dates';
import { texts } from './texts';

interface PlannerHeaderProps {
  locale: string;
  state: PlannerState;
  onOpenSprint: (sprintId: number) => void;
  onUndo: () => void;
  onRedo: () => void;
  onHelp: () => void;
  onApply: () => void;
  /** null: the board's settings cannot be reached from here. */
  onSettings: (() => void) | null;
  /** What holds for all of the board's plans, and when this one was last applied. */
  ofBoard: ReactNode;
  /** Who else is here. */
  children: ReactNode;
}

/** Which sprint this is, whether it is saved, and what can be done with the whole of it. */
export function PlannerHeader(props: PlannerHeaderProps): ReactElement {
  const { locale, state, onOpenSprint, onUndo, onRedo, onHelp, onApply, onSettings, ofBoard, children } = props;
  const { sprint, sprints, board, may } = state.stored;
  const unsaved = isUnsaved(state);
  const dates = sprintDates(sprint, locale);
  return (
    <header className="header">
      <div className="header-title">
        <div className="header-board subtle small">
          <span>{board.name}</span>
          {ofBoard}
        </div>
        <div className="header-sprint">
          <h1 title={[sprint.name, dates].filter((part) => part !== '').join(' · ')}>{sprint.name}</h1>
          <Lozenge appearance={sprint.state === 'active' ? 'inprogress' : 'default'}>
            {texts.sprintState[sprint.state]}
          </Lozenge>
          <span className="subtle small">{dates}</span>
          <Tooltip content={unsaved ? texts.unsavedBlocksSprint : ''}>
            <DropdownMenu<HTMLButtonElement>
              trigger={({ triggerRef, isSelected: _isSelected, ...trigger }) => (
                <Button {...trigger} ref={triggerRef} appearance="subtle" spacing="compact">
                  {texts.sprintPicker}
                </Button>
              )}
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
                    description={[texts.sprintState[other.state], sprintDates(other, locale)]
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
        </div>
      </div>
      {children}
      <SaveStatus state={state} />
      <div className="header-acts">
        {may.plan || may.edit ? (
          <>
            <IconButton
              icon={UndoIcon}
              label={texts.undo}
              appearance="subtle"
              spacing="compact"
              isTooltipDisabled={false}
              isDisabled={state.history.past.length === 0}
              onClick={onUndo}
            />
            <IconButton
              icon={RedoIcon}
              label={texts.redo}
              appearance="subtle"
              spacing="compact"
              isTooltipDisabled={false}
              isDisabled={state.history.future.length === 0}
              onClick={onRedo}
            />
          </>
        ) : null}
        <IconButton
          icon={HelpIcon}
          label={texts.help}
          appearance="subtle"
          spacing="compact"
          isTooltipDisabled={false}
          onClick={onHelp}
        />
        {onSettings === null ? null : (
          <IconButton
            icon={SettingsIcon}
            label={texts.settings.boardTitle}
            appearance="subtle"
            spacing="compact"
            isTooltipDisabled={false}
            testId="open-settings"
            onClick={onSettings}
          />
        )}
        {may.plan && sprint.state !== 'closed' ? (
          <Tooltip content={unsaved ? texts.unsavedBlocksApply : ''}>
            <Button appearance="primary" isDisabled={unsaved} onClick={onApply}>
              {texts.applyToJira}
            </Button>
          </Tooltip>
        ) : null}
      </div>
    </header>
  );
}
