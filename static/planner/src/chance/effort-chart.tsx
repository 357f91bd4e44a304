import type { ReactElement } from 'react';
import { Area, AreaChart, ReferenceLine, YAxis } from 'recharts';

import { AcrossAxis } from '../history/chart-axes';
import { chanceColour, quietColour } from '../history/chart-style';
import { useNumbers } from '../numbers/numbers';
import type { CurvePoint } from './effort-curve';

interface EffortChartProps {
  curve: readonly CurvePoint[];
  /** Hours. */
  capacity: number;
  /** What stands at the capacity. */
  mark: string;
  /** What is counted along the axis. */
  title: string;
}

const margin = { top: 20, right: 16, bottom: 16, left: 16 };

/** The curve of the total effort, with the capacity on it: the area up to there is the chance. */
export function EffortChart({ curve, capacity, mark, title }: EffortChartProps): ReactElement {
  const numbers = useNumbers();
  const to = curve.at(-1)?.hours ?? 0;
  const place = to === 0 ? 0 : Math.min(1, capacity / to);
  return (
    <AreaChart responsive accessibilityLayer={false} className="why-chart" data={curve} margin={margin}>
      <defs>
        <linearGradient id="within" x1="0" x2="1" y1="0" y2="0">
          <stop offset={place} stopColor={chanceColour} stopOpacity={0.55} />
          <stop offset={place} stopColor={quietColour} stopOpacity={0.2} />
        </linearGradient>
      </defs>
      <AcrossAxis dataKey="hours" title={title} domain={[0, to]} ticks={evenTicks(to)} written={numbers.rounded} />
      <YAxis hide />
      <Area
        dataKey="density"
        stroke={chanceColour}
        strokeWidth={2}
        fill="url(#within)"
        isAnimationActive={false}
        activeDot={false}
      />
      <ReferenceLine
        x={capacity}
        stroke="var(--ds-text)"
        strokeWidth={2}
        label={{
          value: mark,
          position: 'top',
          fill: 'var(--ds-text)',
          fontSize: 12,
        }}
      />
    </AreaChart>
  );
}

/** Four to eight round numbers from 0 up. */
function evenTicks(to: number): number[] {
  const rough = to / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((round) => round * power).find((each) => each >= rough) ?? rough;
  return Array.from({ length: Math.floor(to / step) + 1 }, (_, index) => index * step);
}
