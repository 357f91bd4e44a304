import type { ReactElement } from 'react';

import { confidenceRatio } from '../../../src/estimation/confidence-ratio';
import type { HoursRange } from '../../../src/estimation/range';
import { thresholdEstimate } from '../../../src/estimation/threshold-estimate';
import { useNumbers } from './numbers';
import { texts } from './texts';

interface PrismBarProps {
  above: HoursRange;
  /** Hours; null when nobody has said. */
  capacity: number | null;
  /** Fraction. */
  desired: number;
}

/**
 * From the optimistic to the pessimistic sum, with the capacity between them. The place of the capacity on the bar is the
 * confidence ratio; the dashed mark is where it would have to be for the desired confidence.
 */
export function PrismBar({ above, capacity, desired }: PrismBarProps): ReactElement {
  const numbers = useNumbers();
  const { optimistic, pessimistic } = above;
  if (pessimistic === 0) return <p className="prism-empty subtle">{texts.nothingAbove}</p>;
  const wantedHours = thresholdEstimate(optimistic, pessimistic, desired);
  const place = capacity === null ? null : confidenceRatio(capacity, optimistic, pessimistic) * 100;
  return (
    <div
      className="prism-bar"
      role="img"
      aria-label={texts.prismLabel(
        numbers.hours(optimistic),
        numbers.hours(pessimistic),
        capacity === null ? texts.noRatio : numbers.hours(capacity),
      )}
    >
      <div className="prism-spectrum" />
      <span className="prism-wanted-mark" style={{ left: `${String(desired * 100)}%` }} />
      {place === null || capacity === null ? null : (
        <>
          <span className="prism-capacity-mark" style={{ left: `${String(place)}%` }} data-testid="capacity-mark" />
          <span
            className="prism-label prism-capacity-label"
            style={{ left: `${String(place)}%`, transform: `translateX(-${String(place)}%)` }}
          >
            <strong>
              {texts.capacity} {numbers.hours(capacity)}
            </strong>
            <Beyond capacity={capacity} above={above} />
          </span>
        </>
      )}
      <span className="prism-label prism-opt">
        <strong title={texts.optLong}>{texts.opt}</strong> {numbers.hours(optimistic)}
      </span>
      <span className="prism-label prism-wanted">
        {texts.wanted(numbers.percent(desired), numbers.hours(wantedHours))}
      </span>
      <span className="prism-label prism-pes">
        <strong title={texts.pesLong}>{texts.pes}</strong> {numbers.hours(pessimistic)}
      </span>
    </div>
  );
}

function Beyond({ capacity, above }: { capacity: number; above: HoursRange }): ReactElement | null {
  const numbers = useNumbers();
  if (capacity > above.pessimistic)
    return <span className="subtle"> · {texts.spare(numbers.hours(capacity - above.pessimistic))}</span>;
  if (capacity < above.optimistic)
    return <span className="subtle"> · {texts.short(numbers.hours(above.optimistic - capacity))}</span>;
  return null;
}
