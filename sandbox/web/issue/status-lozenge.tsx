import Lozenge from '@atlaskit/lozenge';

import type { Issue } from '../jira/issues';

const appearances = { new: 'default', indeterminate: 'inprogress', done: 'success' } as const;

export function StatusLozenge({ status }: { status: Issue['status'] }) {
  return (
    <Lozenge appearance={appearances[status.category]} maxWidth={120}>
      {status.name}
    </Lozenge>
  );
}
