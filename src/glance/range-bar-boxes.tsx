import { Box, Inline, xcss } from '@forge/react';

import type { BarWidths } from './range-bar';

const height = '8px';

/** The range as a bar: three boxes side by side. What it shows stands beside it as text. */
export function RangeBar({ before, range, after }: BarWidths) {
  return (
    <Inline>
      <Box xcss={xcss({ height, width: percent(before), backgroundColor: 'color.background.neutral' })} />
      <Box
        xcss={xcss({
          height,
          width: percent(range),
          backgroundColor: 'color.background.accent.blue.subtle',
          borderRadius: 'radius.small',
        })}
      />
      <Box xcss={xcss({ height, width: percent(after), backgroundColor: 'color.background.neutral' })} />
    </Inline>
  );
}

function percent(width: number): string {
  return `${String(Math.round(width * 100) / 100)}%`;
}
