import type { ReactElement } from 'react';

import type { HoursRange } from '../../../../src/estimation/range';
import { type HourAxis, placeOn } from './hour-axis';
import { useNumbers } from '../numbers/numbers';
import { texts } from '../texts';

/** One issue's range on the shared hour axis, with its numbers; the mark is the original estimate. */
export function RangeBar({ range, axis }: { range: HoursRange; axis: HourAxis }): ReactElement {
  const numbers = useNumbers();
  const { optimistic, original, pessimistic } = range;
  const from = placeOn(axis, optimistic);
  const to = placeOn(axis, pessimistic);
  const beyond = pessimistic > axis.end;
  return (
    <>
      <span
        className="axis"
        role="img"
        aria-label={texts.rangeLabel(
          numbers.rounded(optimistic),
          numbers.hours(original),
          numbers.rounded(pessimistic),
        )}
      >
        <span
          className={beyond ? 'axis-range axis-beyond' : 'axis-range'}
          style={{ left: `${String(from)}%`, width: `max(3px, ${String(to - from)}%)` }}
        />
        {original > axis.end ? null : (
          <span className="axis-original" style={{ left: `${String(placeOn(axis, original))}%` }} />
        )}
      </span>
      <span className="axis-numbers">{numbers.range(optimistic, pessimistic)}</span>
    </>
  );
}
