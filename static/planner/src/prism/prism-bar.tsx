import type { ReactElement } from 'react';

import { confidenceRatio } from '../../../../src/estimation/confidence-ratio';
import type { NumberStyle } from '../../../../src/estimation/hours';
import type { HoursRange } from '../../../../src/estimation/range';
import { thresholdEstimate } from '../../../../src/estimation/threshold-estimate';
import { useNumbers } from '../numbers/numbers';
import { texts } from '../texts';

interface PrismBarProps {
  above: HoursRange;
  /** Hours; null when nobody has said. */
  capacity: number | null;
  /** Fraction. */
  desired: number;
  /** How many issues are above the line. */
  count: number;
}

/**
 * From the optimistic to the pessimistic sum, with the capacity between them. The place of the capacity on the bar is the
 * confidence ratio; the dashed mark is where it would have to be for the desired confidence.
 */
export function PrismBar({ above, capacity, desired, count }: PrismBarProps): ReactElement {
  const numbers = useNumbers();
  const { optimistic, pessimistic } = above;
  if (pessimistic === 0) {
    return <p className="prism-empty subtle">{count === 0 ? texts.nothingAbove : texts.nothingEstimated}</p>;
  }
  const wantedHours = thresholdEstimate(optimistic, pessimistic, desired);
  const wanted = texts.wanted(numbers.percent(desired), numbers.rounded(wantedHours));
  const ratio = capacity === null ? null : confidenceRatio(capacity, optimistic, pessimistic);
  const beyond = capacity === null ? null : beyondInWords(capacity, above, numbers);
  return (
    <div
      className="prism-bar"
      role="img"
      aria-label={texts.prismLabel([
        texts.optimisticIs(numbers.rounded(optimistic)),
        ...(ratio === null || capacity === null
          ? []
          : [texts.capacityIs(numbers.capacity(capacity)), texts.ratioIs(numbers.percent(ratio))]),
        ...(beyond === null ? [] : [beyond]),
        texts.pessimisticIs(numbers.rounded(pessimistic)),
        wanted,
      ])}
    >
      <div className="prism-spectrum" />
      <span className="prism-wanted-mark" style={{ left: `${String(desired * 100)}%` }} />
      {ratio === null || capacity === null ? null : (
        <>
          <span
            className="prism-capacity-mark"
            style={{ left: `${String(ratio * 100)}%` }}
            data-testid="capacity-mark"
          />
          <span
            className="prism-label prism-capacity-label"
            style={{ left: `${String(ratio * 100)}%`, transform: `translateX(-${String(ratio * 100)}%)` }}
          >
            <strong>
              {texts.capacity} {numbers.capacity(capacity)}
            </strong>
            <span className="subtle">
              {' '}
              · {numbers.percent(ratio)}
              {beyond === null ? '' : ` · ${beyond}`}
            </span>
          </span>
        </>
      )}
      <span className="prism-label prism-opt">
        <strong title={texts.optLong}>{texts.opt}</strong> {numbers.rounded(optimistic)}
      </span>
      <span className="prism-label prism-wanted">{wanted}</span>
      <span className="prism-label prism-pes">
        <strong title={texts.pesLong}>{texts.pes}</strong> {numbers.rounded(pessimistic)}
      </span>
    </div>
  );
}

function beyondInWords(capacity: number, above: HoursRange, numbers: NumberStyle): string | null {
  if (capacity > above.pessimistic) return texts.spare(numbers.rounded(capacity - above.pessimistic));
  if (capacity < above.optimistic) return texts.short(numbers.rounded(above.optimistic - capacity));
  return null;
}
