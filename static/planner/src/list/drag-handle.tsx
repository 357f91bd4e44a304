import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import HandleIcon from '@atlaskit/icon/core/drag-handle-vertical';
import { type ButtonHTMLAttributes, type ReactElement, type Ref, useState } from 'react';

import { texts } from '../texts';
import type { Destination, Mover } from './use-lift';

interface DragHandleProps {
  id: string;
  what: string;
  lifted: boolean;
  disabled: boolean;
  destinations: readonly Destination[];
  mover: Mover;
}

/**
 * Drags with the mouse as its row does, lifts with the keyboard, and opens a menu when it is clicked: a screen reader in
 * its reading mode keeps the arrow keys for itself, and a click is all that it sends.
 */
export function DragHandle({ id, what, lifted, disabled, destinations, mover }: DragHandleProps): ReactElement {
  const [menu, setMenu] = useState<'never' | 'open' | 'closed'>('never');
  const handle = (extra: ButtonHTMLAttributes<HTMLButtonElement>, ref?: Ref<HTMLButtonElement>): ReactElement => (
    <button
      {...extra}
      ref={ref}
      type="button"
      className="handle"
      aria-label={texts.handle(what)}
      aria-pressed={lifted}
      disabled={disabled}
      data-testid={`handle-${id}`}
      data-key="m"
      tabIndex={-1}
      onClick={() => {
        // The first menu takes this button's place, and a button that is taken away is not told that it lost the focus.
        mover.onBlur(id);
        setMenu('open');
      }}
      onKeyDown={(event) => {
        mover.onKey(id, event);
      }}
      onBlur={(event) => {
        // The menu listens to the keys of the whole window until it hears that the focus went.
        extra.onBlur?.(event);
        mover.onBlur(id);
      }}
    >
      <HandleIcon label="" spacing="none" size="small" />
    </button>
  );
  // A menu for each of thousands of rows would be paid for by everybody; it is made for who asks for it.
  if (menu === 'never') return handle({});

  return (
    <DropdownMenu<HTMLButtonElement>
      isOpen={menu === 'open'}
      onOpenChange={({ isOpen }) => {
        setMenu(isOpen ? 'open' : 'closed');
      }}
      label={texts.moveMenu(what)}
      spacing="compact"
      trigger={({ triggerRef, isSelected: _isSelected, testId: _testId, ...trigger }) => handle(trigger, triggerRef)}
    >
      <DropdownItemGroup title={texts.moveMenu(what)}>
        {destinations.map((to) => (
          <DropdownItem
            key={to}
            onClick={() => {
              mover.send(mover.group(id), to);
            }}
          >
            {texts.destinations[to]}
          </DropdownItem>
        ))}
      </DropdownItemGroup>
    </DropdownMenu>
  );
}
