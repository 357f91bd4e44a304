import { pathOfPlace, placeOfPath } from '../../../static/planner/src/project/tabs';

describe('The address of a tab', () => {
  it.each([
    ['/planner?board=1&sprint=978', { tab: 'planner', boardId: 1, sprintId: 978 }],
    ['/settings?board=2', { tab: 'settings', boardId: 2, sprintId: null }],
    ['/team?board=2&sprint=7', { tab: 'team', boardId: 2, sprintId: 7 }],
    ['/settings', { tab: 'settings', boardId: null, sprintId: null }],
  ])('%s says what is open, and is made from it', (path, place) => {
    expect(placeOfPath(path)).toEqual(place);
    expect(pathOfPlace(placeOfPath(path))).toBe(path);
  });

  it.each(['/', '', '/teams', '/settings/more'])('is the planner’s when nobody made it: "%s"', (path) => {
    expect(placeOfPath(path).tab).toBe('planner');
  });

  it.each(['0', '-1', '1.5', 'one', ''])('names no board with "%s"', (board) => {
    expect(placeOfPath(`/planner?board=${board}`).boardId).toBeNull();
  });
});
