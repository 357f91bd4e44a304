import { texts } from '../texts';

/** One thing that keys do. */
export interface Shortcut {
  readonly does: string;
  /** Each way is keys that are pressed together. */
  readonly ways: readonly (readonly string[])[];
  /** The ways are the first and the last of a row of keys, rather than one or the other. */
  readonly joined: 'or' | 'to';
}

export interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

/** Apple's keyboards have another key where others have Ctrl. */
export function isMac(userAgent: string): boolean {
  return /Macintosh|iPhone|iPad/.test(userAgent);
}

/**
 * The keys of the page, as the help sheet shows them.
 *
 * @param percent writes a fraction as the reader does
 */
export function shortcutGroups(mac: boolean, percent: (fraction: number) => string): readonly ShortcutGroup[] {
  const { keys, shortcuts } = texts.finding;
  const main = mac ? keys.command : keys.ctrl;
  const either = (does: string, ...ways: readonly (readonly string[])[]): Shortcut => ({ does, ways, joined: 'or' });
  return [
    {
      title: shortcuts.around,
      shortcuts: [
        either(shortcuts.next, ['j'], ['↓']),
        either(shortcuts.previous, ['k'], ['↑']),
        either(shortcuts.open, [keys.enter]),
        either(shortcuts.search, ['/']),
        either(shortcuts.help, ['?']),
      ],
    },
    {
      title: shortcuts.values,
      shortcuts: [
        { does: shortcuts.tens(percent(0.1), percent(0.9)), ways: [['1'], ['9']], joined: 'to' },
        either(shortcuts.hundred(percent(1)), ['0']),
        either(shortcuts.confidence, ['c']),
        either(shortcuts.estimate, ['e']),
        either(shortcuts.status, ['s']),
      ],
    },
    {
      title: shortcuts.order,
      shortcuts: [
        either(shortcuts.lift, [keys.space]),
        either(shortcuts.carry, ['↓'], ['↑']),
        either(shortcuts.putBack, [keys.escape]),
        either(shortcuts.menu, ['m']),
      ],
    },
    {
      title: shortcuts.several,
      shortcuts: [
        either(shortcuts.select, ['x']),
        either(shortcuts.extend, [keys.shift, '↓'], [keys.shift, '↑']),
        either(shortcuts.clear, [keys.escape]),
      ],
    },
    {
      title: shortcuts.undoing,
      shortcuts: [either(shortcuts.undo, [main, 'Z']), either(shortcuts.redo, [keys.shift, main, 'Z'])],
    },
  ];
}
