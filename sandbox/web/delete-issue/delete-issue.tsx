import { useFlags } from '../flags/flags';
import { reasonOf } from '../jira/ask-jira';
import { deleteIssue } from '../jira/delete-issue';
import { MoreMenu } from '../menu/more-menu';
import { useNavigation } from '../navigation';
import { loggedIn, useSite } from '../site-info';

/** The ••• menu of an issue, for whoever may delete it: administrators here. Sub-tasks go with it. */
export function DeleteIssue({ issueKey }: { issueKey: string }) {
  const { go } = useNavigation();
  const flags = useFlags();
  if (loggedIn(useSite())?.role !== 'admin') return null;
  const remove = () => {
    if (!window.confirm(`Delete ${issueKey}, its sub-tasks and all that was logged on it? This cannot be undone.`))
      return;
    void deleteIssue(issueKey).then(
      () => {
        go('/', { replace: true });
      },
      (error: unknown) => {
        flags.show({
          id: `delete-${issueKey}`,
          title: `${issueKey} was not deleted`,
          description: reasonOf(error),
          type: 'error',
          isAutoDismiss: false,
          actions: [],
        });
      },
    );
  };
  return <MoreMenu label={`Actions of ${issueKey}`} items={[{ key: 'delete', title: 'Delete', choose: remove }]} />;
}
