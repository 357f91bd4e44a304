import type { ReactElement } from 'react';

import { confidenceRatio } from '../../../../src/estimation/confidence-ratio';
import type { NumberStyle } from '../../../../src/estimation/hours';
import type { HoursRange } from '../../../../src/estimation/range';
import { useNumbers } from '../numbers/numbers';
import { texts } from '../texts';

interface PrismBarProps {
  above: HoursRange;
  /** Hours; null when nobody has said. */
  capacity: number | null;
  /** How sure what is above the line is, by its name; null without a capacity. */
  sure: string | null;
  /** Fraction. */
  desired: number;
  /** The capacity that it would take for that, hours; null is not known. */
  needed: number | null;
  /** How many issues are above the line. */
  count: number;
}

/**
 * From the optimistic to the pessimistic sum, with the capacity between them. The place of the capacity on the bar is the
 * confidence ratio; the dashed mark is where it would have to be for what is wanted of the number that draws the line.
 */
export function PrismBar({ above, capacity, sure, desired, needed, count }: PrismBarProps): ReactElement {
  const numbers = useNumbers();
  const { optimistic, pessimistic } = above;
  if (pessimistic === 0) {
    return <p className="prism-empty subtle">{count === 0 ? texts.nothingAbove : texts.nothingEstimated}</p>;
  }
  const placeOf = (hours: number): number => confidenceRatio(hours, optimistic, pessimistic);
  const wanted = needed === null ? null : texts.wanted(numbers.percent(desired), numbers.rounded(needed));
  const beyond = capacity === null ? null : beyondInWords(capacity, above, numbers);
  return (
    <div
      className="prism-bar"
      role="img"
      aria-label={texts.prismLabel([
        texts.optimisticIs(numbers.rounded(optimistic)),
        ...(capacity === null ? [] : [texts.capacityIs(numbers.capacity(capacity))]),
        ...(sure === null ? [] : [sure]),
        ...(beyond === null ? [] : [beyond]),
        texts.pessimisticIs(numbers.rounded(pessimistic)),
        ...(wanted === null ? [] : [wanted]),
      ])}
    >
      <div className="prism-spectrum" />
      {capacity === null ? null : (
        <>
          <span className="prism-capacity-mark" style={leftAt(placeOf(capacity))} data-testid="capacity-mark" />
          <span className="prism-label prism-capacity-label" style={within(placeOf(capacity))}>
            <strong>
              {texts.capacity} {numbers.capacity(capacity)}
            </strong>
            {(beyond ?? sure) === null ? null : <span className="subtle"> · {beyond ?? sure}</span>}
          </span>
        </>
      )}
      <span className="prism-label prism-opt">
        <strong title={texts.optLong}>{texts.opt}</strong> {numbers.rounded(optimistic)}
      </span>
      <span className="prism-label prism-pes">
        <strong title={texts.pesLong}>{texts.pes}</strong> {numbers.rounded(pessimistic)}
      </span>
      {needed === null ? null : (
        <>
          <span className="prism-wanted-mark" style={leftAt(placeOf(needed))} />
          <span className="prism-label prism-wanted" style={within(placeOf(needed))}>
            {wanted}
          </span>
        </>
      )}
    </div>
  );
}

function percentOf(place: number): string {
  return `${String(place * 100)}%`;
}

function leftAt(place: number): { left: string } {
  return { left: percentOf(place) };
}

/** Over or under its place, and as far from it as keeps it over or under the bar. */
function within(place: number): { left: string; transform: string } {
  return { ...leftAt(place), transform: `translateX(-${percentOf(place)})` };
}

function beyondInWords(capacity: number, above: HoursRange, numbers: NumberStyle): string | null {
  if (capacity > above.pessimistic) return texts.spare(numbers.rounded(capacity - above.pessimistic));
  if (capacity < above.optimistic) return texts.short(numbers.rounded(above.optimistic - capacity));
  return null;
}
