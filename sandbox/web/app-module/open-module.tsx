import { pathOf } from '../address';
import type { Board } from '../jira/boards';
import type { Sprint } from '../jira/sprints';
import { useNavigation } from '../navigation';
import { loggedIn, useSite } from '../site-info';
import { ModuleDialog } from './module-dialog';
import { returnFocus } from './module-items';

interface OpenModuleProps {
  board: Board;
  sprints: readonly Sprint[];
  /** The module has been closed: what the page shows may be old. */
  onClosed(): void;
}

/** The module that the address says is open on this page, if it is one that the app has. */
export function OpenModule({ board, sprints, onClosed }: OpenModuleProps) {
  const site = useSite();
  const { address, go } = useNavigation();
  const { page, open } = address;
  const module = site.modules.find(({ key }) => key === open?.moduleKey);
  const user = loggedIn(site);
  if (open === undefined || module === undefined || user === undefined) return null;
  return (
    <ModuleDialog
      key={`${module.key} ${String(open.sprintId)} ${user.accountId}`}
      module={module}
      user={user}
      place={{
        board,
        sprints,
        sprint: sprints.find(({ id }) => id === open.sprintId),
        location: window.location.origin + pathOf(page),
      }}
      onClosed={() => {
        go(pathOf(page), { replace: true });
        returnFocus.to?.focus();
        onClosed();
      }}
    />
  );
}
