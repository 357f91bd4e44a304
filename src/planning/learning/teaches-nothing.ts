import type { StoredLearnRun } from '../../storage/learn-run';

/** After so many finished issues without a single one to learn from, older sprints will not be otherwise. */
const enoughFinished = 300;

/** What a board's finished issues lack, as far as a run has read them; null while it may still find something. */
export function teachesNothing({
  issues,
  withoutTime,
  withoutEstimate,
}: Pick<StoredLearnRun, 'issues' | 'withoutTime' | 'withoutEstimate'>): 'time' | 'estimates' | null {
  if (issues > 0 || withoutTime + withoutEstimate < enoughFinished) return null;
  return withoutTime >= withoutEstimate ? 'time' : 'estimates';
}
