import type { ReactElement } from 'react';

import { useNumbers } from '../numbers/numbers';
import { texts } from '../texts';

/** What the table says besides the plan's own capacity: enough hours with such a chance. */
const asked = [0.1, 0.25, 0.5, 0.75, 0.8, 0.9, 0.95] as const;

interface EffortTableProps {
  /** The hours that are enough with such a chance. */
  quantile: (chance: number) => number;
  /** Of the plan: hours, and the chance that they are enough. */
  capacity: number;
  chance: number;
  /** The same as it is written. */
  said: string;
  /** The plan's capacity in words. */
  named: (hours: string) => string;
}

/** The curve as numbers: how many hours are enough with which chance, those of the plan among them. */
export function EffortTable({ quantile, capacity, chance, said: ownSaid, named }: EffortTableProps): ReactElement {
  const numbers = useNumbers();
  const own = { part: chance, said: ownSaid, hours: numbers.rounded(capacity), isOwn: true };
  const rows = asked
    .map((part) => ({ part, said: numbers.percent(part), hours: numbers.rounded(quantile(part)), isOwn: false }))
    // What rounds to the same would stand there twice.
    .filter(({ said }) => said !== own.said);
  return (
    <table className="why-table">
      <thead>
        <tr>
          <th scope="col">{texts.chance.enoughFor}</th>
          <th scope="col">{texts.chance.hours}</th>
        </tr>
      </thead>
      <tbody>
        {[...rows, own]
          .sort((one, other) => one.part - other.part)
          .map(({ part, said, hours, isOwn }) => (
            <tr key={part} className={isOwn ? 'why-own' : undefined}>
              <td>{said}</td>
              <td>{isOwn ? named(hours) : hours}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
