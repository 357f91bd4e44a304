import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import HandleIcon from '@atlaskit/icon/core/drag-handle-vertical';
import { type ButtonHTMLAttributes, type ReactElement, type Ref, useState } from 'react';

import { lineId } from './plan-draft';
import { texts } from './texts';
import type { Destination, Mover } from './use-lift';

interface DragHandleProps {
  id: string;
  what: string;
  lifted: boolean;
  disabled: boolean;
  mover: Mover;
}

/**
 * Drags with the mouse as its row does, lifts with the keyboard, and opens a menu when it is clicked: a screen reader in
 * its reading mode keeps the arrow keys for itself, and a click is all that it sends.
 */
export function DragHandle({ id, what, lifted, disabled, mover }: DragHandleProps): ReactElement {
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
      onClick={() => {
        setMenu('open');
      }}
      onKeyDown={(event) => {
        mover.onHandleKey(id, event);
      }}
      onBlur={() => {
        mover.onHandleBlur(id);
      }}
    >
      <HandleIcon label="" spacing="none" size="small" />
    </button>
  );
  // A menu for each of thousands of rows would be paid for by everybody; it is made for who asks for it.
  if (menu === 'never') return handle({});

  const destinations: readonly Destination[] =
    id === lineId ? ['up', 'down', 'top'] : ['up', 'down', 'top', 'aboveLine', 'belowLine'];
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
              mover.send(id, to);
            }}
          >
            {texts.destinations[to]}
          </DropdownItem>
        ))}
      </DropdownItemGroup>
    </DropdownMenu>
  );
}
