import DropdownMenu, { DropdownItemRadio, DropdownItemRadioGroup } from '@atlaskit/dropdown-menu';
import { type ReactElement, useState } from 'react';

import type { BoardSettings } from '../../../../src/contract';
import { call } from '../bridge';
import './subtask-menu.css';
import { problemText, texts } from '../texts';

interface SubtaskMenuProps {
  settings: BoardSettings;
  boardId: number;
  disabled: boolean;
  /** Estimates may be other ones now: the plan must be read anew. */
  onSaved: (settings: BoardSettings) => void;
}

const rules = ['rollUp', 'parentOnly'] as const;

/** How this board counts sub-tasks, as a choice that reads like a sentence of the page. */
export function SubtaskMenu({ settings, boardId, disabled, onSaved }: SubtaskMenuProps): ReactElement {
  const [open, setOpen] = useState(false);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const choose = async (subtasks: BoardSettings['subtasks']): Promise<void> => {
    setOpen(false);
    setProblem(null);
    if (subtasks === settings.subtasks) return;
    setSaving(true);
    const answer = await call('saveBoardSettings', { boardId, revision: settings.revision, subtasks });
    setSaving(false);
    if ('value' in answer) onSaved(answer.value);
    else setProblem(texts.issue.subtasksNotSaved(problemText(answer.problem)));
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
            disabled={disabled || saving}
            data-testid="subtasks"
          >
            {saving ? texts.issue.subtasksSaving : texts.issue.subtasks[settings.subtasks]}
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
              onClick={() => void choose(rule)}
            >
              {texts.issue.subtaskChoices[rule]}
            </DropdownItemRadio>
          ))}
        </DropdownItemRadioGroup>
      </DropdownMenu>
      {problem === null ? null : (
        <span role="alert" className="subtask-problem">
          {problem}
        </span>
      )}
    </span>
  );
}
