import DropdownMenu, { DropdownItemRadio, DropdownItemRadioGroup } from '@atlaskit/dropdown-menu';
import { type ReactNode, useState } from 'react';

import './menu.css';

export interface Choice {
  id: string;
  text: string;
  /** A second, quieter line. */
  detail?: string;
}

interface ChoiceMenuProps {
  /** For people who hear the page; says what is chosen too. */
  label: string;
  heading: string;
  choices: readonly Choice[];
  chosen: string;
  onChoose(id: string): void;
  className: string;
  children: ReactNode;
}

/** A button that opens a list of which exactly one thing holds. */
export function ChoiceMenu({ label, heading, choices, chosen, onChoose, className, children }: ChoiceMenuProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <DropdownMenu<HTMLButtonElement>
      placement="bottom-start"
      isOpen={isOpen}
      shouldRenderToParent
      menuLabel={heading}
      onOpenChange={(change) => {
        setOpen(change.isOpen);
      }}
      trigger={({ triggerRef, isSelected, testId: _testId, ...props }) => (
        <button
          {...props}
          ref={triggerRef}
          type="button"
          className={isSelected === true ? `${className} is-selected` : className}
          aria-label={label}
        >
          {children}
        </button>
      )}
    >
      <div className="choice-list">
        <DropdownItemRadioGroup id={`choice-${heading}`} title={heading}>
          {choices.map(({ id, text, detail }) => (
            <DropdownItemRadio
              key={id}
              id={id}
              isSelected={id === chosen}
              {...(detail === undefined ? {} : { description: detail })}
              onClick={() => {
                setOpen(false);
                if (id !== chosen) onChoose(id);
              }}
            >
              {text}
            </DropdownItemRadio>
          ))}
        </DropdownItemRadioGroup>
      </div>
    </DropdownMenu>
  );
}
