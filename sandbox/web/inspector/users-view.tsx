import DynamicTable from '@atlaskit/dynamic-table';

import type { Overview } from './inspector-data';

export function UsersView({ overview: { users } }: { overview: Overview }) {
  return (
    <DynamicTable
      label="Users"
      rowsPerPage={50}
      head={{
        cells: [
          { key: 'name', content: 'Name', isSortable: true },
          { key: 'account', content: 'Account', isSortable: true },
          { key: 'role', content: 'Role', isSortable: true },
          { key: 'active', content: 'Active', isSortable: true },
          { key: 'locale', content: 'Locale', isSortable: true },
          { key: 'zone', content: 'Time zone', isSortable: true },
        ],
      }}
      rows={users.map(({ accountId, displayName, role, active, locale, timeZone }) => ({
        key: accountId,
        cells: [
          { key: displayName, content: displayName },
          { key: accountId, content: <code>{accountId}</code> },
          { key: role, content: role },
          { key: active ? 'yes' : 'no', content: active ? 'Yes' : 'No' },
          { key: locale, content: locale },
          { key: timeZone, content: timeZone },
        ],
      }))}
    />
  );
}
