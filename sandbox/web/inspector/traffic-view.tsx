import DynamicTable from '@atlaskit/dynamic-table';
import Lozenge from '@atlaskit/lozenge';
import SectionMessage from '@atlaskit/section-message';

import { Notice } from '../page/notice';
import { type Invocation, trafficSchema } from './inspector-data';
import { InvocationDetails } from './invocation-details';
import { Opener, useOpenRows } from './opener';
import { PendingEvents } from './pending-events';
import { useShownValues } from './shown-values';
import { useWatched } from './use-watched';
import { WatchedPart } from './watched-part';

const appearances = { answered: 'success', problem: 'moved', error: 'removed' } as const;

const columns = [
  { key: 'time', content: 'Time', width: 12 },
  { key: 'call', content: 'Call', width: 25 },
  { key: 'who', content: 'Who', width: 15 },
  { key: 'outcome', content: 'Outcome', width: 11 },
  { key: 'milliseconds', content: 'ms', width: 7 },
  { key: 'calls', content: 'Jira calls', width: 9 },
  { key: 'points', content: 'Points', width: 7 },
  { key: 'reads', content: 'Reads', width: 7 },
  { key: 'writes', content: 'Writes', width: 7 },
];

/** What the app was called for, newest first, and what each call did. */
export function TrafficView() {
  const watched = useWatched('/sandbox/inspect/traffic', trafficSchema);
  return (
    <WatchedPart watched={watched}>
      {({ invocations, pending, pendingEvents, unmodelled }) => (
        <>
          {unmodelled.length === 0 ? null : <Unmodelled calls={unmodelled} />}
          {pending === 0 ? null : <PendingEvents count={pending} events={pendingEvents} />}
          {pending === 0 ? null : <h2>Invocations</h2>}
          {invocations.length === 0 ? (
            <Notice title="The app has not been called yet" level={2}>
              Open it from a board, a sprint or the backlog; what it does then appears here by itself.
            </Notice>
          ) : (
            <TrafficTable traffic={invocations} />
          )}
        </>
      )}
    </WatchedPart>
  );
}

function Unmodelled({ calls }: { calls: readonly string[] }) {
  return (
    <div className="inspector-message">
      <SectionMessage appearance="error" title="Calls of Jira that the sandbox does not model (501)">
        <ul>
          {calls.map((call, place) => (
            <li key={place}>
              <code>{call}</code>
            </li>
          ))}
        </ul>
      </SectionMessage>
    </div>
  );
}

function TrafficTable({ traffic }: { traffic: readonly Invocation[] }) {
  const shown = useShownValues();
  const [isOpen, toggle] = useOpenRows<number>();
  return (
    <DynamicTable
      label="Invocations of the app, newest first"
      head={{ cells: columns }}
      rows={traffic.flatMap((call) => {
        const row = {
          key: String(call.number),
          cells: [
            { key: 'time', content: <span className="inspector-figure">{shown.time(call.at)}</span> },
            {
              key: 'call',
              content: (
                <Opener
                  isOpen={isOpen(call.number)}
                  onToggle={() => {
                    toggle(call.number);
                  }}
                >
                  {call.name}
                </Opener>
              ),
            },
            { key: 'who', content: shown.person(call.accountId) },
            { key: 'outcome', content: <Outcome call={call} /> },
            ...[call.milliseconds, call.jiraCalls, call.jiraPoints, call.kvsReads, call.kvsWrites].map(
              (value, place) => ({
                key: `figure-${String(place)}`,
                content: <span className="inspector-figure">{shown.number(value)}</span>,
              }),
            ),
          ],
        };
        if (!isOpen(call.number)) return [row];
        const details = {
          key: `${String(call.number)}-details`,
          cells: [
            {
              key: 'details',
              colSpan: columns.length,
              // What comes late is part of the details: they are read again when there is more of it.
              content: <InvocationDetails key={call.lateCalls} number={call.number} />,
            },
          ],
        };
        return [row, details];
      })}
    />
  );
}

function Outcome({ call }: { call: Invocation }) {
  return (
    <span className="inspector-marks">
      <Lozenge appearance={appearances[call.outcome]}>{call.outcome}</Lozenge>
      {call.lateCalls === 0 ? null : (
        <Lozenge appearance="removed" isBold>
          {`${String(call.lateCalls)} late`}
        </Lozenge>
      )}
      {call.warnings === 0 ? null : <Lozenge appearance="moved">{`${String(call.warnings)} warned`}</Lozenge>}
    </span>
  );
}
