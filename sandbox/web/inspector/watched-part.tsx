import SectionMessage from '@atlaskit/section-message';
import type { ReactNode } from 'react';

import { Waiting } from '../page/waiting';
import type { Watched } from './use-watched';

interface WatchedPartProps<Value> {
  watched: Watched<Value>;
  /** Another part on the page, which asks the same server, says that it does not answer. */
  isQuiet?: boolean;
  children: (value: NonNullable<Value>) => ReactNode;
}

/** What is watched as soon as there is something, and why it may be out of date. */
export function WatchedPart<Value>({
  watched: { value, trouble },
  isQuiet = false,
  children,
}: WatchedPartProps<Value>) {
  const isKnown = value !== undefined && value !== null;
  return (
    <>
      {trouble === undefined || (isQuiet && isKnown) ? null : (
        <div className="inspector-message" role="alert">
          <SectionMessage appearance="error">
            <p>{trouble}</p>
          </SectionMessage>
        </div>
      )}
      {isKnown ? children(value) : trouble === undefined ? <Waiting /> : null}
    </>
  );
}
