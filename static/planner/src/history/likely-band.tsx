import type { ReactElement } from 'react';
import { useXAxisScale, useYAxisScale } from 'recharts';

import { chanceColour } from './chart-style';
import type { OpenedHistory } from './opened-history';

interface LikelyBandProps extends Pick<OpenedHistory, 'band'> {
  /** Of the vertical axis: what lies beyond is not drawn. */
  between: readonly [number, number];
}

/** Where eight of ten issues end, as an area. recharts has areas for charts without points only. */
export function LikelyBand({ band, between }: LikelyBandProps): ReactElement | null {
  const across = useXAxisScale();
  const up = useYAxisScale();
  if (across === undefined || up === undefined) return null;
  const [least, most] = between;
  const corner = (estimate: number, hours: number): string =>
    `${String(across(estimate))},${String(up(Math.min(most, Math.max(least, hours))))}`;
  const corners = [
    ...band.map(({ estimate, low }) => corner(estimate, low)),
    ...band.toReversed().map(({ estimate, high }) => corner(estimate, high)),
  ];
  return <polygon points={corners.join(' ')} fill={chanceColour} fillOpacity={0.2} />;
}
