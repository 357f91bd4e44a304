import { numberStyle } from '../../../src/estimation/hours';
import { isMac, shortcutGroups } from '../../../static/planner/src/help/shortcuts';

const { percent } = numberStyle('en-GB');

const undoKeys = (mac: boolean): readonly (readonly string[])[] | undefined =>
  shortcutGroups(mac, percent)
    .flatMap(({ shortcuts }) => shortcuts)
    .find(({ does }) => does === 'Undo')?.ways;

describe('the help sheet', () => {
  it('names the key that the reader’s keyboard has', () => {
    expect(undoKeys(true)).toEqual([['⌘', 'Z']]);
    expect(undoKeys(false)).toEqual([['Ctrl', 'Z']]);
  });

  it.each([
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15', true],
    ['Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X)', true],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64)', false],
    ['Mozilla/5.0 (X11; Linux x86_64)', false],
  ])('takes %p for a Mac: %p', (userAgent, mac) => {
    expect(isMac(userAgent)).toBe(mac);
  });

  it('writes percents as the reader does', () => {
    const does = shortcutGroups(false, percent).flatMap(({ shortcuts }) => shortcuts.map((shortcut) => shortcut.does));
    expect(does).toContain('Confidence 10% to 90%');
  });

  it('says each thing once', () => {
    const all = shortcutGroups(false, percent).flatMap(({ shortcuts }) => shortcuts.map(({ does }) => does));
    expect(new Set(all).size).toBe(all.length);
  });
});
