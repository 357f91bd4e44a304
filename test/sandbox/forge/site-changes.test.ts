import { eventsBetween, siteBefore } from '../../../sandbox/forge/site-changes';
import type { Site } from '../../../sandbox/site/site';
import { smallIssue, smallSite } from '../jira/small-site';

/** The events that follow when a site changes so. */
function eventsAfter(change: (site: Site) => void) {
  const site = smallSite();
  const before = siteBefore(site);
  change(site);
  return eventsBetween(before, site);
}

const sprintOf = (site: Site, id: number) => {
  const sprint = site.sprints.find((one) => one.id === id);
  if (sprint === undefined) throw new Error(`no sprint ${id}`);
  return sprint;
};

describe('what a change of a site says to those who listen', () => {
  it('is nothing when nothing changed', () => {
    expect(eventsAfter(() => undefined)).toEqual([]);
  });

  it('is that a sprint was started, closed or created', () => {
    expect(eventsAfter((site) => (sprintOf(site, 6).state = 'active'))).toEqual([
      {
        eventType: 'avi:jira-software:started:sprint',
        sprint: { id: '6', name: 'Sprint 3', state: 'active', originBoardId: '1' },
      },
    ]);
    expect(eventsAfter((site) => (sprintOf(site, 5).state = 'closed'))).toMatchObject([
      { eventType: 'avi:jira-software:closed:sprint', sprint: { id: '5', state: 'closed' } },
    ]);
    expect(
      eventsAfter((site) => site.sprints.push({ id: 7, name: 'Sprint 4', state: 'future', originBoardId: 1 })),
    ).toMatchObject([{ eventType: 'avi:jira-software:created:sprint', sprint: { id: '7' } }]);
  });

  it('is that a sprint was updated, with what was there before', () => {
    expect(eventsAfter((site) => (sprintOf(site, 5).name = 'Renamed'))).toMatchObject([
      { eventType: 'avi:jira-software:updated:sprint', sprint: { name: 'Renamed' }, oldValue: { name: 'Sprint 2' } },
    ]);
    const added = eventsAfter((site) => (sprintOf(site, 6).goal = 'A goal'));
    expect(added).toMatchObject([{ eventType: 'avi:jira-software:updated:sprint', sprint: { goal: 'A goal' } }]);
    expect(added[0]?.['oldValue']).toEqual({});
  });

  it('is that a sprint or an issue was deleted, and not what went with it', () => {
    const deleted = eventsAfter((site) => {
      site.sprints = site.sprints.filter(({ id }) => id !== 5);
      for (const issue of site.issues) if (issue.sprintId === 5) issue.sprintId = null;
    });
    expect(deleted).toMatchObject([{ eventType: 'avi:jira-software:deleted:sprint', sprint: { id: '5' } }]);
    expect(eventsAfter((site) => site.issues.shift())).toMatchObject([
      { eventType: 'avi:jira:deleted:issue', issue: { id: '10001', key: 'WEB-1', fields: { summary: 'Issue 1' } } },
    ]);
  });

  it('is that a parent was deleted, and not its sub-tasks, which went with it', () => {
    const site = smallSite();
    site.issues.push(smallIssue(9, { fields: { parent: { id: '10001', key: 'WEB-1' } } }));
    const before = siteBefore(site);
    site.issues = site.issues.filter(({ key }) => key !== 'WEB-1' && key !== 'WEB-9');
    expect(eventsBetween(before, site)).toMatchObject([
      { eventType: 'avi:jira:deleted:issue', issue: { key: 'WEB-1' } },
    ]);
  });

  it('is that an issue was created, or updated with each field that changed', () => {
    expect(eventsAfter((site) => site.issues.push(smallIssue(9)))).toMatchObject([
      { eventType: 'avi:jira:created:issue', issue: { key: 'WEB-9' } },
    ]);
    const updated = eventsAfter(({ issues: [first] }) => {
      Object.assign(first?.fields ?? {}, {
        assignee: { accountId: 'member', displayName: 'The member' },
        status: { id: '3', name: 'Done' },
        updated: '2026-11-21T12:00:00.000+0000',
      });
    });
    expect(updated).toMatchObject([{ eventType: 'avi:jira:updated:issue', issue: { key: 'WEB-1' } }]);
    expect(updated[0]?.['changelog']).toEqual({
      items: [
        { field: 'status', fieldId: 'status', from: '2', fromString: 'To Do', to: '3', toString: 'Done' },
        {
          field: 'assignee',
          fieldId: 'assignee',
          from: null,
          fromString: null,
          to: 'member',
          toString: 'The member',
        },
      ],
    });
  });
});
