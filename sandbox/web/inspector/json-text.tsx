import Button from '@atlaskit/button/new';
import { useState } from 'react';

/** So much is drawn without being asked; a value may have 240 KiB, and an issue more. */
const mostCharacters = 20_000;

/** JSON to be read: indented, scrolled by itself. */
export function JsonText({ label, value }: { label: string; value: unknown }) {
  const [isWhole, setWhole] = useState(false);
  const text = JSON.stringify(value, null, 2);
  const isCut = !isWhole && text.length > mostCharacters;
  return (
    <>
      {/* A region that scrolls must be within reach of the keyboard. */}
      <pre className="inspector-json" tabIndex={0} role="region" aria-label={label}>
        {isCut ? `${text.slice(0, mostCharacters)} …` : text}
      </pre>
      {isCut ? (
        <Button
          spacing="compact"
          onClick={() => {
            setWhole(true);
          }}
        >
          Show all of it
        </Button>
      ) : null}
    </>
  );
}
