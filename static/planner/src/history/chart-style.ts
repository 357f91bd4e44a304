/** What all charts of the tab share: colours by design tokens, so that they follow the theme. */

export const chanceColour = 'var(--ds-chart-categorical-1)';
export const ratioColour = 'var(--ds-chart-categorical-4)';
export const chosenColour = 'var(--ds-chart-categorical-6)';
export const quietColour = 'var(--ds-chart-neutral)';
export const gridColour = 'var(--ds-border)';
export const surfaceColour = 'var(--ds-surface)';
export const textColour = 'var(--ds-text-subtle)';

export const tick = { fill: textColour, fontSize: 12 };
export const axisLine = { stroke: gridColour };

/** Room for the words beside a vertical axis; charts that stand under each other share it. */
export const axisWidth = 56;
