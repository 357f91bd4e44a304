import { smallIssue, smallJira, smallSite } from './small-site';

/** WEB-7 of 2 h and WEB-8 of 3 h are sub-tasks of WEB-6, which is of 1 h; WEB-9 is below the epic WEB-6, too. */
function family() {
  const subtask = { id: '5', name: 'Sub-task', subtask: true, hierarchyLevel: -1 };
  const parent = { id: '10006', key: 'WEB-6', fields: {} };
  const hours = (original: number) => ({ timeoriginalestimate: original * 3600 });
  const site = smallSite({
    issues: [
      smallIssue(6, { fields: { ...hours(1), aggregatetimeoriginalestimate: 6 * 3600 } }),
      smallIssue(7, { fields: { ...hours(2), issuetype: subtask, parent } }),
      smallIssue(8, { fields: { ...hours(3), issuetype: subtask, parent } }),
      smallIssue(9, { fields: { parent } }),
    ],
  });
  const { jira, changes } = smallJira(site);
  const remove = (key: string, query = '', accountId = 'admin') =>
    jira.serve({ method: 'DELETE', path: `/rest/api/3/issue/${key}${query}` }, { accountId, scopes: 'all' }).status;
  return { site, remove, changes, keys: () => site.issues.map(({ key }) => key) };
}

describe('deleting an issue', () => {
  it('takes it away', () => {
    const { remove, keys, changes } = family();
    expect(remove('WEB-9')).toBe(204);
    expect(keys()).toEqual(['WEB-6', 'WEB-7', 'WEB-8']);
    expect(remove('WEB-9')).toBe(404);
    expect(changes()).toBe(1);
  });

  it('is for administrators', () => {
    const { remove, keys } = family();
    expect(remove('WEB-9', '', 'member')).toBe(403);
    expect(remove('WEB-9', '', 'outsider')).toBe(404);
    expect(keys()).toHaveLength(4);
  });

  it('takes sub-tasks along only when told to, and leaves children of an epic without one', () => {
    const { site, remove, keys } = family();
    expect(remove('WEB-6')).toBe(400);
    expect(remove('WEB-6', '?deleteSubtasks=true')).toBe(204);
    expect(keys()).toEqual(['WEB-9']);
    expect(site.issues[0]?.fields).not.toHaveProperty('parent');
  });

  it('takes a sub-task, and its hours, out of its parent', () => {
    const { site, remove } = family();
    expect(remove('WEB-8')).toBe(204);
    // 6 h less the 3 h of WEB-8.
    expect(site.issues[0]?.fields).toMatchObject({
      aggregatetimeoriginalestimate: 3 * 3600,
      subtasks: [{ key: 'WEB-7' }],
    });
  });
});
