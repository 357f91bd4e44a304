import Button from '@atlaskit/button/new';
import DynamicTable from '@atlaskit/dynamic-table';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';

import type { ConditionsChange, Fault } from './inspector-data';
import { Labelled } from './labelled';

interface FaultListProps {
  faults: readonly Fault[];
  targets: readonly string[];
  /** Resolves to whether it could be. */
  change(wish: ConditionsChange): Promise<boolean>;
}

/** The calls that fail on purpose, and a form for one more. */
export function FaultList({ faults, targets, change }: FaultListProps) {
  return (
    <>
      <h3>Faults</h3>
      <DynamicTable
        label="Calls of the app that fail on purpose"
        emptyView={<p>No call fails on purpose.</p>}
        head={{
          cells: [
            { key: 'operation', content: 'Operation' },
            { key: 'key', content: 'Key or issue' },
            { key: 'status', content: 'Status' },
            { key: 'retry', content: 'Retry-After' },
            { key: 'times', content: 'Times left' },
            { key: 'remove', content: 'Remove' },
          ],
        }}
        rows={faults.map(({ operation, key, issue, status, retryAfter, times }, place) => ({
          key: String(place),
          cells: [
            { key: 'operation', content: <code>{operation}</code> },
            { key: 'key', content: onlyAbout(key ?? issue) },
            { key: 'status', content: status },
            { key: 'retry', content: retryAfter === undefined ? 'None' : `${String(retryAfter)} s` },
            { key: 'times', content: times ?? 'Always' },
            {
              key: 'remove',
              content: (
                <Button
                  spacing="compact"
                  aria-label={`Remove the fault of ${operation}`}
                  onClick={() => {
                    void change({
                      removeFault: {
                        operation,
                        status,
                        ...(key === undefined ? {} : { key }),
                        ...(issue === undefined ? {} : { issue }),
                      },
                    });
                  }}
                >
                  Remove
                </Button>
              ),
            },
          ],
        }))}
      />
      <FaultForm
        targets={targets}
        onAdd={(addFault) => {
          void change({ addFault });
        }}
      />
    </>
  );
}

function onlyAbout(name: string | undefined) {
  return name === undefined ? 'Any' : <code>{name}</code>;
}

/** Words for the beginnings of paths that stand for many calls. */
const targetTexts: Record<string, string> = { '/rest/': 'All of Jira', '/api/': 'All of Forge storage' };

function FaultForm({ targets, onAdd }: { targets: readonly string[]; onAdd: (fault: Fault) => void }) {
  const [operation, setOperation] = useState('getBoard');
  const [key, setKey] = useState('');
  const [issue, setIssue] = useState('');
  const [status, setStatus] = useState('503');
  const [retryAfter, setRetryAfter] = useState('');
  const [times, setTimes] = useState('');
  const isStorage = operation.startsWith('/api/');
  const isRetried = status === '429' || status === '503';
  return (
    <form
      className="inspector-fields"
      aria-label="Add a fault"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd({
          operation,
          status: Number(status),
          times: times.trim() === '' ? null : Number(times),
          ...(isStorage && key !== '' ? { key } : {}),
          ...(!isStorage && issue.trim() !== '' ? { issue: issue.trim() } : {}),
          ...(isRetried && retryAfter.trim() !== '' ? { retryAfter: Number(retryAfter) } : {}),
        });
      }}
    >
      <Labelled label="Operation">
        {(id) => (
          <select
            id={id}
            className="inspector-select"
            value={operation}
            onChange={({ currentTarget }) => {
              setOperation(currentTarget.value);
            }}
          >
            {targets.map((target) => (
              <option key={target} value={target}>
                {targetTexts[target] ?? target}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled label="Status">
        {(id) => (
          <Textfield
            id={id}
            isCompact
            inputMode="numeric"
            value={status}
            onChange={({ currentTarget }) => {
              setStatus(currentTarget.value);
            }}
          />
        )}
      </Labelled>
      <Labelled label="Times (empty: always)">
        {(id) => (
          <Textfield
            id={id}
            isCompact
            inputMode="numeric"
            value={times}
            onChange={({ currentTarget }) => {
              setTimes(currentTarget.value);
            }}
          />
        )}
      </Labelled>
      <Labelled label="Retry-After (s; 429 and 503)">
        {(id) => (
          <Textfield
            id={id}
            isCompact
            inputMode="numeric"
            isDisabled={!isRetried}
            value={retryAfter}
            onChange={({ currentTarget }) => {
              setRetryAfter(currentTarget.value);
            }}
          />
        )}
      </Labelled>
      <Labelled label="Only this storage key">
        {(id) => (
          <Textfield
            id={id}
            isCompact
            isDisabled={!isStorage}
            value={key}
            onChange={({ currentTarget }) => {
              setKey(currentTarget.value);
            }}
          />
        )}
      </Labelled>
      <Labelled label="Only calls of Jira about this issue">
        {(id) => (
          <Textfield
            id={id}
            isCompact
            isDisabled={isStorage}
            value={issue}
            onChange={({ currentTarget }) => {
              setIssue(currentTarget.value);
            }}
          />
        )}
      </Labelled>
      <div className="inspector-submit">
        <Button type="submit" appearance="primary">
          Add the fault
        </Button>
      </div>
    </form>
  );
}
