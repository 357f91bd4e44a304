import { type MouseEvent, type ReactElement, type ReactNode, useEffect, useState } from 'react';

import { addressOf } from '../bridge';

interface TabLinkProps {
  /** The app's part of the address. */
  path: string;
  projectKey: string | null;
  current: boolean;
  testId: string;
  onGo: (path: string) => void;
  children: ReactNode;
}

/** A link within the page, which can be opened beside it too, where Jira says its address. */
export function TabLink({ path, projectKey, current, testId, onGo, children }: TabLinkProps): ReactElement {
  const [found, setFound] = useState<{ path: string; address: string | null } | null>(null);
  useEffect(() => {
    if (projectKey === null) return undefined;
    let wanted = true;
    void addressOf(path, projectKey).then((address) => {
      if (wanted) setFound({ path, address });
    });
    return () => {
      wanted = false;
    };
  }, [path, projectKey]);
  const address = found?.path === path ? found.address : null;
  return (
    <a
      href={address ?? '#'}
      aria-current={current ? 'page' : undefined}
      data-testid={testId}
      onClick={(event) => {
        if (address !== null && isForElsewhere(event)) return;
        // The address is Jira's to change: this page is a frame in it.
        event.preventDefault();
        onGo(path);
      }}
    >
      {children}
    </a>
  );
}

function isForElsewhere({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return ctrlKey || metaKey || shiftKey || altKey;
}
