import DynamicTable from '@atlaskit/dynamic-table';

import { type Overview, storedValueSchema, storedValuesSchema } from './inspector-data';
import { JsonText } from './json-text';
import { ListTools, useListWish } from './list-tools';
import { Opener, useOpenRows } from './opener';
import { useShownValues } from './shown-values';
import { useWatched } from './use-watched';
import { WatchedPart } from './watched-part';

const columns = [
  { key: 'key', content: 'Key', width: 34 },
  { key: 'version', content: 'Version', width: 10 },
  { key: 'bytes', content: 'Size', width: 12 },
  { key: 'created', content: 'Created', width: 22 },
  { key: 'updated', content: 'Updated', width: 22 },
];

/** What the app keeps in Forge's storage. */
export function StorageView({ overview: { values, entities } }: { overview: Overview }) {
  return (
    <>
      {entities.map(({ name, count }) => (
        <StoredValues key={name} title={`Entity ${name}`} entity={name} count={count} />
      ))}
      <StoredValues title="Key-Value Store" count={values} />
    </>
  );
}

function StoredValues({ title, entity, count }: { title: string; entity?: string; count: number }) {
  const shown = useShownValues();
  return (
    <section aria-label={title}>
      <h2>
        {title} <span className="inspector-subtle">({shown.number(count)})</span>
      </h2>
      {count === 0 ? (
        <p className="inspector-subtle">Nothing is stored yet.</p>
      ) : (
        <ValuesTable title={title} {...(entity === undefined ? {} : { entity })} />
      )}
    </section>
  );
}

function ValuesTable({ title, entity }: { title: string; entity?: string }) {
  const shown = useShownValues();
  const wish = useListWish();
  const where = entity === undefined ? '' : `entity=${encodeURIComponent(entity)}&`;
  const watched = useWatched(`/sandbox/inspect/values?${where}${wish.query}`, storedValuesSchema);
  const [isOpen, toggle] = useOpenRows<string>();
  return (
    <>
      <ListTools label="Search keys" wish={wish} page={watched.value} />
      <WatchedPart watched={watched} isQuiet>
        {({ rows }) => (
          <DynamicTable
            label={`${title}, what changed last first`}
            head={{ cells: columns }}
            emptyView={<p>No key has that in it.</p>}
            rows={rows.flatMap(({ key, version, bytes, createdAt, updatedAt }) => {
              const row = {
                key,
                cells: [
                  {
                    key: 'key',
                    content: (
                      <Opener
                        isOpen={isOpen(key)}
                        onToggle={() => {
                          toggle(key);
                        }}
                      >
                        <code>{key}</code>
                      </Opener>
                    ),
                  },
                  { key: 'version', content: version ?? <span className="inspector-subtle">None</span> },
                  { key: 'bytes', content: shown.bytes(bytes) },
                  { key: 'created', content: shown.dateAndTime(createdAt) },
                  { key: 'updated', content: shown.dateAndTime(updatedAt) },
                ],
              };
              if (!isOpen(key)) return [row];
              const address = `/sandbox/inspect/value?${where}key=${encodeURIComponent(key)}`;
              const details = {
                key: `${key} details`,
                cells: [
                  {
                    key: 'details',
                    colSpan: columns.length,
                    content: <StoredValue label={`Value of ${key}`} address={address} />,
                  },
                ],
              };
              return [row, details];
            })}
          />
        )}
      </WatchedPart>
    </>
  );
}

/** Watched too: one sees a value change while somebody plans. */
function StoredValue({ label, address }: { label: string; address: string }) {
  const watched = useWatched(address, storedValueSchema);
  return <WatchedPart watched={watched}>{({ value }) => <JsonText label={label} value={value} />}</WatchedPart>;
}
