import type { ReactElement } from 'react';

interface ChartLegendProps {
  /** `mark` is what it looks like in the chart: a class of history.css. */
  entries: readonly { mark: string; said: string }[];
}

/** What the marks of a chart mean. */
export function ChartLegend({ entries }: ChartLegendProps): ReactElement {
  return (
    <ul className="chart-legend">
      {entries.map(({ mark, said }) => (
        <li key={said}>
          <span className={`chart-mark ${mark}`} aria-hidden="true" />
          {said}
        </li>
      ))}
    </ul>
  );
}
