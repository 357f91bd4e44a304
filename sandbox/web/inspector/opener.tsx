import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import { type ReactNode, useCallback, useState } from 'react';

interface OpenerProps {
  isOpen: boolean;
  onToggle(): void;
  children: ReactNode;
}

/** The button in a row that opens the row below it. */
export function Opener({ isOpen, onToggle, children }: OpenerProps) {
  const Chevron = isOpen ? ChevronDownIcon : ChevronRightIcon;
  return (
    <button type="button" className="inspector-opener" aria-expanded={isOpen} onClick={onToggle}>
      <Chevron label="" size="small" />
      <span>{children}</span>
    </button>
  );
}

/** Which rows are open. */
export function useOpenRows<Key>(): [isOpen: (key: Key) => boolean, toggle: (key: Key) => void] {
  const [open, setOpen] = useState<ReadonlySet<Key>>(new Set());
  const toggle = useCallback((key: Key) => {
    setOpen((last) => {
      const next = new Set(last);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }, []);
  return [(key) => open.has(key), toggle];
}
