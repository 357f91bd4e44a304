import { isComplete } from '../../../sandbox/jira/site-lookup';
import { loadSite } from '../../../sandbox/site/load-site';
import { stateSprintIds, statesSite } from '../../../sandbox/site/states-site';

const { issues, boards, sprints } = statesSite();
const inSprint = (id: number) => issues.filter(({ sprintId }) => sprintId === id);

describe('the site of states', () => {
  it('has a sprint where everything is done, one without an estimate, and an empty one', () => {
    expect(inSprint(stateSprintIds.allDone).map(isComplete)).toEqual([true, true]);
    const unestimated = inSprint(stateSprintIds.unestimated);
    expect(unestimated.map(({ fields }) => fields['timeoriginalestimate'])).toEqual([null, null]);
    expect(inSprint(stateSprintIds.empty)).toEqual([]);
  });

  it('has a sprint to follow the active one', () => {
    expect(sprints.map(({ state }) => state)).toEqual(['closed', 'active', 'future', 'future', 'future', 'future']);
  });

  it('has a board without a sprint and a kanban board', () => {
    expect(boards.map(({ type, projectKey }) => [type, projectKey])).toEqual([
      ['scrum', 'STATE'],
      ['scrum', 'FRESH'],
      ['kanban', 'FLOW'],
    ]);
    expect(sprints.every(({ originBoardId }) => originBoardId === 1)).toBe(true);
  });

  it('keeps sub-tasks in the sprint of their parent', () => {
    const parents = new Map(issues.map(({ key, sprintId }) => [key, sprintId]));
    const subtasks = issues.filter(({ fields }) => JSON.stringify(fields['issuetype']).includes('"subtask":true'));
    expect(subtasks).toHaveLength(5);
    for (const { sprintId, fields } of subtasks) {
      expect(parents.get((fields['parent'] as { key: string }).key)).toBe(sprintId);
    }
  });
});

describe('times', () => {
  it.each([
    [undefined, 'hours'],
    ['states', 'hours'],
    ['large', 'days'],
    ['odd', 'pretty'],
  ])('of the site %s are shown as %s', async (name, format) => {
    expect((await loadSite(name)).site.timeTracking.timeFormat).toBe(format);
  });
});
