import DropdownMenu, { DropdownItemRadio, DropdownItemRadioGroup } from '@atlaskit/dropdown-menu';
import { type ReactElement, useState } from 'react';

import type { BoardSettings } from '../../../../src/contract';
import './subtask-menu.css';
import { texts } from '../texts';

interface SubtaskMenuProps {
  settings: BoardSettings;
  disabled: boolean;
  onChoose: (rule: BoardSettings['subtasks']) => void;
}

const rules = ['rollUp', 'parentOnly'] as const;

/** How this board counts sub-tasks, as a choice that reads like a sentence of the page. */
export function SubtaskMenu({ settings, disabled, onChoose }: SubtaskMenuProps): ReactElement {
  const [open, setOpen] = useState(false);

  const choose = (rule: BoardSettings['subtasks']): void => {
    setOpen(false);
    if (rule !== settings.subtasks) onChoose(rule);
  };
  return (
    <span className="subtask-menu">
      <DropdownMenu<HTMLButtonElement>
        isOpen={open}
        onOpenChange={({ isOpen }) => {
          setOpen(isOpen);
        }}
        label={texts.issue.subtaskMenu}
        spacing="compact"
        trigger={({ triggerRef, isSelected: _isSelected, testId: _testId, ...trigger }) => (
          <button
            {...trigger}
            ref={triggerRef}
            type="button"
            className="link"
            disabled={disabled}
            data-testid="subtasks"
          >
            {texts.issue.subtasks[settings.subtasks]}
          </button>
        )}
      >
        <DropdownItemRadioGroup id="subtasks" title={texts.issue.subtaskMenu}>
          {rules.map((rule) => (
            <DropdownItemRadio
              key={rule}
              id={rule}
              isSelected={rule === settings.subtasks}
              // The menu's own colour for it is too pale on a hovered item in dark mode.
              description={<span className="subtask-hint">{texts.issue.subtaskHints[rule]}</span>}
              onClick={() => {
                choose(rule);
              }}
            >
              {texts.issue.subtaskChoices[rule]}
            </DropdownItemRadio>
          ))}
        </DropdownItemRadioGroup>
      </DropdownMenu>
    </span>
  );
}
