import { isSamePlace, pathOfPlace, pathOfTab, placeOfPath } from '../../../static/planner/src/project/tabs';

describe('The address of a tab', () => {
  it.each([
    ['/planner?board=1&sprint=978', { tab: 'planner', boardId: 1, sprintId: 978 }],
    ['/settings?board=2', { tab: 'settings', boardId: 2, sprintId: null }],
    ['/team?board=2&sprint=7', { tab: 'team', boardId: 2, sprintId: 7 }],
    ['/history?board=2', { tab: 'history', boardId: 2, sprintId: null }],
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

describe('The planner’s tab', () => {
  const settings = placeOfPath('/settings');
  const planned = { boardId: 1, sprintId: 978 };

  it('leads back to the sprint that was planned on before the settings were opened', () => {
    expect(pathOfTab('planner', settings, planned)).toBe('/planner?board=1&sprint=978');
    expect(pathOfTab('planner', placeOfPath('/settings?board=1'), planned)).toBe('/planner?board=1&sprint=978');
  });

  it('leads back to it from the history, which is a board’s and not a sprint’s', () => {
    expect(pathOfTab('planner', placeOfPath('/history?board=1'), planned)).toBe('/planner?board=1&sprint=978');
    expect(pathOfTab('history', placeOfPath('/planner?board=1&sprint=978'), planned)).toBe('/history?board=1');
  });

  it('leads to the current sprint of another board that was chosen since', () => {
    expect(pathOfTab('planner', placeOfPath('/settings?board=2'), planned)).toBe('/planner?board=2');
    expect(pathOfTab('planner', settings, { boardId: null, sprintId: null })).toBe('/planner');
  });

  it('is where an address leads that names no tab', () => {
    expect(isSamePlace('/', '/planner')).toBe(true);
    expect(isSamePlace('/?sprint=978', '/planner')).toBe(false);
  });
});
