import type { ReactElement } from 'react';
import { XAxis, YAxis } from 'recharts';

import { axisLine, axisWidth, textColour, tick } from './chart-style';

interface ChartAxisProps {
  /** Where the points have what is counted along it. */
  dataKey: string;
  title: string;
  domain: [number, number];
  ticks: number[];
  written: (value: number) => string;
  /** What lies beyond a logarithmic axis is cut off. */
  scale?: 'linear' | 'log';
}

const titleStyle = { fill: textColour, fontSize: 12 };

/** Its title stands in the margin: 16 pixels below. */
export function AcrossAxis({ title, written, scale = 'linear', ...axis }: ChartAxisProps): ReactElement {
  return (
    <XAxis
      {...axis}
      type="number"
      scale={scale}
      allowDataOverflow={scale === 'log'}
      tickFormatter={written}
      tick={tick}
      axisLine={axisLine}
      tickLine={axisLine}
      label={{ ...titleStyle, value: title, position: 'insideBottom', offset: -8 }}
    />
  );
}

export function UpAxis({ title, written, scale = 'linear', ...axis }: ChartAxisProps): ReactElement {
  return (
    <YAxis
      {...axis}
      type="number"
      scale={scale}
      allowDataOverflow={scale === 'log'}
      width={axisWidth}
      tickFormatter={written}
      tick={tick}
      axisLine={axisLine}
      tickLine={axisLine}
      label={{
        ...titleStyle,
        value: title,
        angle: -90,
        position: 'insideLeft',
        offset: 8,
        style: { textAnchor: 'middle' },
      }}
    />
  );
}
