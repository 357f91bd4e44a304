import SectionMessage from '@atlaskit/section-message';
import { type ReactNode, useCallback } from 'react';

import { Waiting } from '../page/waiting';
import { useLoaded } from '../use-loaded';
import { askInspector, type InvocationDetails as Details, invocationDetailsSchema, jsonOf } from './inspector-data';
import { JsonText } from './json-text';
import { useShownValues } from './shown-values';

/** What one invocation did: its calls of Jira and of storage, its logs, and what it lost. */
export function InvocationDetails({ number }: { number: number }) {
  const [details] = useLoaded(
    useCallback(
      async () =>
        invocationDetailsSchema.parse(
          jsonOf(await askInspector(`/sandbox/inspect/invocation?number=${String(number)}`)),
        ),
      [number],
    ),
  );
  switch (details.state) {
    case 'loading':
      return <Waiting />;
    case 'failed':
      return <p>{details.message}</p>;
    case 'ready':
      return <DetailsOf details={details.value} />;
  }
}

function DetailsOf({ details }: { details: Details }) {
  const { functionKey, moduleKey, accountId, error, problem, record } = details;
  const { number } = useShownValues();
  const figure = (value: number) => <span className="inspector-figure">{number(value)}</span>;
  return (
    <div className="inspector-details">
      <p className="inspector-subtle">
        Function {functionKey}
        {moduleKey === null ? null : `, module ${moduleKey}`}, account {accountId ?? 'none'}
      </p>
      {record.lateCalls.length === 0 ? null : (
        <SectionMessage appearance="error" title="Lost on Forge: made after the app had answered">
          <ul>
            {record.lateCalls.map((call, place) => (
              <li key={place}>
                <code>{call}</code>
              </li>
            ))}
          </ul>
        </SectionMessage>
      )}
      {error === undefined ? null : (
        <SectionMessage appearance="error" title="The function failed">
          <p>{error}</p>
        </SectionMessage>
      )}
      {problem === undefined ? null : (
        <section>
          <h3>Problem</h3>
          <JsonText label="Problem that the app answered" value={problem} />
        </section>
      )}
      <Calls
        title="Jira calls"
        head={['Method', 'Path', 'Status', 'Points', 'ms']}
        rows={record.jiraCalls.map(({ method, path, status, points, milliseconds }) => [
          method,
          <code key="path">{readable(path)}</code>,
          <Status key="status" status={status} />,
          figure(points),
          figure(milliseconds),
        ])}
      />
      <Calls
        title="Storage operations"
        head={['Operation', 'Keys', 'Status', 'ms']}
        rows={record.kvsCalls.map(({ path, keys, status, milliseconds }) => [
          <code key="path">{path}</code>,
          <code key="keys">{keys.join(', ')}</code>,
          // That nothing is stored under a key is how storage says 'undefined'.
          <Status key="status" status={status} isUsual={status < 400 || status === 404} />,
          figure(milliseconds),
        ])}
      />
      <Calls
        title="Logs"
        head={['Level', 'Text']}
        rows={record.logs.map(({ level, text }) => [
          <span key="level" className={`inspector-log-${level}`}>
            {level}
          </span>,
          <code key="text">{text}</code>,
        ])}
      />
    </div>
  );
}

function Calls({ title, head, rows }: { title: string; head: string[]; rows: ReactNode[][] }) {
  if (rows.length === 0) return <p className="inspector-subtle">{`${title}: none`}</p>;
  return (
    <section>
      <h3>{`${title} (${String(rows.length)})`}</h3>
      <table className="inspector-calls" aria-label={title}>
        <thead>
          <tr>
            {head.map((name, place) => (
              <th key={name} scope="col" className={place === 1 ? 'is-wide' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, place) => (
                <td key={place}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Status({ status, isUsual = status < 400 }: { status: number; isUsual?: boolean }) {
  return <span className={isUsual ? 'inspector-figure' : 'inspector-figure inspector-bad'}>{status}</span>;
}

/** Escapes are for machines; a path with a lone % stays as it is. */
function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
