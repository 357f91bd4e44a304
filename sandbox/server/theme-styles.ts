import { getThemeHtmlAttrs } from '@atlaskit/tokens/get-theme-html-attrs';
import { getThemeStyles } from '@atlaskit/tokens/get-theme-styles';

// Atlaskit asks a feature-flag service for unreleased shades. There is none here, and without this line it says so on the
// console.
Reflect.set(globalThis, '__PLATFORM_FEATURE_FLAGS__', { booleanResolver: () => false });

let styles: Promise<string> | undefined;

/**
 * Atlassian's themes in one style sheet; which one holds is decided by attributes of `<html>`. Experiments (`UNSAFE`)
 * and proposals (`future`) are left out: the latter wear the selectors of the light theme and would win over it.
 */
export function themeStyles(): Promise<string> {
  styles ??= readThemeStyles();
  return styles;
}

/** The attributes of `<html>` that switch a theme on, written out. */
export function themeAttributes(theme: 'light' | 'dark'): string {
  return Object.entries(getThemeHtmlAttrs({ colorMode: theme }))
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');
}

async function readThemeStyles(): Promise<string> {
  const themes = await getThemeStyles('all');
  return themes
    .filter(({ id }) => !id.startsWith('UNSAFE') && !id.endsWith('-future'))
    .map(({ css }) => css)
    .join('\n');
}
