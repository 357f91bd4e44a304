import DynamicTable from '@atlaskit/dynamic-table';

import type { PendingEvent } from './inspector-data';
import { JsonAt } from './json-at';
import { Opener, useOpenRows } from './opener';
import { useShownValues } from './shown-values';

const columns = [
  { key: 'time', content: 'Time', width: 14 },
  { key: 'event', content: 'Event', width: 36 },
  { key: 'kind', content: 'Kind', width: 10 },
  { key: 'function', content: 'Function', width: 16 },
  { key: 'due', content: 'Due', width: 14 },
  { key: 'retries', content: 'Retries', width: 10 },
];

/** Events that are on their way to a function of the app. */
export function PendingEvents({ count, events }: { count: number; events: readonly PendingEvent[] }) {
  const shown = useShownValues();
  const [isOpen, toggle] = useOpenRows<string>();
  return (
    <section aria-label="Pending events">
      <h2>
        Pending events <span className="inspector-subtle">({shown.number(count)})</span>
      </h2>
      <DynamicTable
        label="Events that wait to be delivered, newest first"
        head={{ cells: columns }}
        rows={events.flatMap(({ id, kind, name, functionKey, at, dueAt, retries }) => {
          const row = {
            key: id,
            cells: [
              { key: 'time', content: <span className="inspector-figure">{shown.time(at)}</span> },
              {
                key: 'event',
                content: (
                  <Opener
                    isOpen={isOpen(id)}
                    onToggle={() => {
                      toggle(id);
                    }}
                  >
                    {name}
                  </Opener>
                ),
              },
              { key: 'kind', content: kind },
              { key: 'function', content: functionKey },
              { key: 'due', content: <span className="inspector-figure">{shown.time(dueAt)}</span> },
              { key: 'retries', content: <span className="inspector-figure">{shown.number(retries)}</span> },
            ],
          };
          if (!isOpen(id)) return [row];
          const address = `/sandbox/inspect/event?id=${encodeURIComponent(id)}`;
          const details = {
            key: `${id}-details`,
            cells: [
              {
                key: 'details',
                colSpan: columns.length,
                content: <JsonAt label={`Event ${name}`} address={address} />,
              },
            ],
          };
          return [row, details];
        })}
      />
    </section>
  );
}
