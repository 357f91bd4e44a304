import { pathOf, queryOf } from '../address';
import type { MoreMenuItem } from '../menu/more-menu';
import { useNavigation } from '../navigation';
import { useSite } from '../site-info';

/** The button that the focus goes back to when the module's dialog closes. */
export const returnFocus: { to: HTMLElement | null } = { to: null };

/** The app's entries for one of Jira's ••• menus, as manifest.yml declares them. */
export function useModuleItems(): (type: string, sprintId?: number) => MoreMenuItem[] {
  const { modules } = useSite();
  const { address, go } = useNavigation();
  return (type, sprintId) =>
    modules
      .filter((module) => module.type === type)
      .map(({ key, title }) => ({
        key,
        title,
        choose: (button) => {
          returnFocus.to = button;
          go(pathOf(address.page) + queryOf({ moduleKey: key, ...(sprintId === undefined ? {} : { sprintId }) }));
        },
      }));
}
