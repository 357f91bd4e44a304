import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import ShowMoreHorizontalIcon from '@atlaskit/icon/core/show-more-horizontal';
import { useRef } from 'react';

import './menu.css';

export interface MoreMenuItem {
  key: string;
  title: string;
  /** Whoever closes what was opened gives the focus back to the menu's button. */
  choose(button: HTMLElement | null): void;
}

/** The ••• menu that Jira puts beside a thing. Nothing is drawn when there is nothing to choose. */
export function MoreMenu({ label, items }: { label: string; items: readonly MoreMenuItem[] }) {
  const button = useRef<HTMLButtonElement | null>(null);
  if (items.length === 0) return null;
  return (
    <DropdownMenu<HTMLButtonElement>
      placement="bottom-end"
      shouldRenderToParent
      menuLabel={label}
      trigger={({ triggerRef, isSelected, testId: _testId, ...props }) => (
        <button
          {...props}
          type="button"
          className={isSelected === true ? 'icon-button is-selected' : 'icon-button'}
          aria-label={label}
          ref={(element) => {
            button.current = element;
            if (typeof triggerRef === 'function') triggerRef(element);
          }}
        >
          <ShowMoreHorizontalIcon label="" />
        </button>
      )}
    >
      <DropdownItemGroup>
        {items.map((item) => (
          <DropdownItem
            key={item.key}
            onClick={() => {
              item.choose(button.current);
            }}
          >
            {item.title}
          </DropdownItem>
        ))}
      </DropdownItemGroup>
    </DropdownMenu>
  );
}
