import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useId, useState } from 'react';

import { reasonOf } from '../jira/ask-jira';
import { logWork } from '../jira/issues';
import { loggedIn, useSite } from '../site-info';

import './log-time.css';

/** Jira's 'Log time', for whoever may: what is logged is taken from the remaining estimate. */
export function LogTime({ issueKey, onLogged }: { issueKey: string; onLogged: () => void }) {
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const id = useId();
  const role = loggedIn(useSite())?.role;
  if (role !== 'admin' && role !== 'member') return null;
  const log = async (): Promise<void> => {
    setBusy(true);
    setProblem('');
    try {
      await logWork(issueKey, text);
      setText('');
      onLogged();
    } catch (error) {
      setProblem(reasonOf(error));
    }
    setBusy(false);
  };
  return (
    <form
      className="log-time"
      onSubmit={(event) => {
        event.preventDefault();
        void log();
      }}
    >
      <label htmlFor={id}>Log time</label>
      <Textfield
        id={id}
        width="small"
        isCompact
        placeholder="1h 30m"
        value={text}
        isInvalid={problem !== ''}
        aria-describedby={`${id}problem`}
        onChange={(event) => {
          setText(event.currentTarget.value);
        }}
      />
      <Button type="submit" spacing="compact" isDisabled={isBusy || text.trim() === ''}>
        Log
      </Button>
      <span id={`${id}problem`} role="alert" className="log-time-problem">
        {problem}
      </span>
    </form>
  );
}
