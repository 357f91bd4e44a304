import type { CSSProperties } from 'react';

/** Forge's `xcss` as far as the app uses it: names of design tokens, and lengths in px and %. */
const known: Readonly<Record<string, 'colour' | 'length' | 'radius'>> = {
  backgroundColor: 'colour',
  borderRadius: 'radius',
  height: 'length',
  width: 'length',
};

const patterns = { colour: /^color\.[a-z.]+$/, radius: /^radius\.[a-z]+$/, length: /^\d+(\.\d+)?(px|%)$/ };

/** What of an `xcss` value is not drawn here, each as `name: value`. */
export function unknownStyles(xcss: unknown): string[] {
  return Object.entries(xcss ?? {}).flatMap(([name, value]) => {
    const kind = Object.hasOwn(known, name) ? known[name] : undefined;
    return kind !== undefined && patterns[kind].test(String(value)) ? [] : [`${name}: ${String(value)}`];
  });
}

/** The same as CSS; every token is a variable of the theme. */
export function styleOf(xcss: unknown): CSSProperties {
  return Object.fromEntries(Object.entries(xcss ?? {}).map(([name, value]) => [name, cssOf(String(value))]));
}

/** `color.background.neutral` is `--ds-background-neutral`, `radius.small` is `--ds-radius-small`. */
function cssOf(value: string): string {
  if (patterns.length.test(value)) return value;
  return tokenVariable(value.replace(/^color\./, ''));
}

/** The variable of a token, of a colour without its `color.`: `space.100` is `--ds-space-100`. */
export function tokenVariable(token: string): string {
  return `var(--ds-${token.replaceAll('.', '-')})`;
}
