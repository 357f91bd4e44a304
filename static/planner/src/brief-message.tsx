import './brief-message.css';

import { type ReactElement, useEffect } from 'react';

interface BriefMessageProps {
  /** Empty when there is nothing to say. */
  text: string;
  /** The message has been there long enough to be read. */
  onGone: () => void;
}

/** As long as Atlassian's own flags that go by themselves. */
const readWithin = 8_000;

/** Says in passing that something was done, above the page and read out politely. Nothing in it needs an answer. */
export function BriefMessage({ text, onGone }: BriefMessageProps): ReactElement {
  useEffect(() => {
    if (text === '') return undefined;
    const timer = setTimeout(onGone, readWithin);
    return () => {
      clearTimeout(timer);
    };
  }, [text, onGone]);
  return (
    <div className="brief-message" role="status" data-testid="brief-message">
      {text === '' ? null : <p>{text}</p>}
    </div>
  );
}
