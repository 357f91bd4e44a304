import Button from '@atlaskit/button/new';
import { useState } from 'react';

import { type Uninstalled, uninstallApp } from './inspector-data';

/** What an administrator of the site would do, and what it leaves behind. */
export function UninstallApp() {
  const [isBusy, setBusy] = useState(false);
  const [words, setWords] = useState('');
  const uninstall = () => {
    setBusy(true);
    setWords('The app is told, which may take up to 55 seconds.');
    void uninstallApp()
      .then(inWords, (error: unknown) => (error instanceof Error ? error.message : String(error)))
      .then((said) => {
        setWords(said);
        setBusy(false);
      });
  };
  return (
    <section aria-labelledby="inspector-uninstall">
      <h2 id="inspector-uninstall">The app on this site</h2>
      <p className="inspector-subtle">
        Uninstalling runs what the app does before it goes, and deletes all that it stored. It is then there again, as
        just installed.
      </p>
      <Button isDisabled={isBusy} onClick={uninstall}>
        Uninstall the app
      </Button>
      <p role="status">{words}</p>
    </section>
  );
}

function inWords({ calls, values, left }: Uninstalled): string {
  const failed = calls.flatMap(({ moduleKey, error }) => (error === null ? [] : [`${moduleKey} failed: ${error}`]));
  return [
    `${String(calls.length)} functions of the app were told, and ${String(values)} stored values were deleted.`,
    ...failed,
    left.length === 0
      ? 'No issue of Jira has a property left.'
      : `Left in Jira: ${left.map(({ propertyKey, issues }) => `${propertyKey} on ${String(issues)} issues`).join(', ')}.`,
  ].join(' ');
}
