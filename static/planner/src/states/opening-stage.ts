/** 'quiet' draws nothing: most openings are over by then, and a page that flashes by is worse than none. */
export type OpeningStage = 'quiet' | 'opening' | 'slow' | 'verySlow';

/** From when on, milliseconds after the planner was asked for. */
export const openingStages: readonly { readonly stage: OpeningStage; readonly from: number }[] = [
  { stage: 'quiet', from: 0 },
  { stage: 'opening', from: 250 },
  { stage: 'slow', from: 4_000 },
  { stage: 'verySlow', from: 12_000 },
];

/** What the person sees who has waited this long, in milliseconds. */
export function openingStage(elapsed: number): OpeningStage {
  return openingStages.findLast(({ from }) => from <= elapsed)?.stage ?? 'quiet';
}
