import Button from '@atlaskit/button/new';
import type { CustomTriggerProps } from '@atlaskit/dropdown-menu';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import type { ReactElement, ReactNode } from 'react';

interface ChevronButtonProps {
  /** What the menu hands to whatever opens it. */
  trigger: CustomTriggerProps<HTMLButtonElement>;
  /** Something in the menu is in force. */
  inForce?: boolean;
  /** In place of its text. */
  label?: string;
  children: ReactNode;
}

/** A button that opens a menu, and can say more than a menu's own button: that something in it is chosen. */
export function ChevronButton({ trigger, inForce = false, label, children }: ChevronButtonProps): ReactElement {
  const { triggerRef, isSelected, testId, ...rest } = trigger;
  return (
    <Button
      {...rest}
      ref={triggerRef}
      isSelected={isSelected === true || inForce}
      aria-label={label}
      iconAfter={ChevronDown}
      {...(testId === undefined ? {} : { testId })}
    >
      {children}
    </Button>
  );
}

function ChevronDown(): ReactElement {
  return <ChevronDownIcon label="" size="small" color="currentColor" />;
}
