import { type ReactElement, useMemo } from 'react';
import { CartesianGrid, Line, Scatter, ScatterChart, Tooltip, type TooltipContentProps, ZAxis } from 'recharts';

import { rangeOf } from '../../../../src/estimation/range';
import { useNumbers } from '../numbers/numbers';
import { texts } from '../texts';
import { AcrossAxis, UpAxis } from './chart-axes';
import { chosenColour, gridColour, quietColour, ratioColour } from './chart-style';
import { LikelyBand } from './likely-band';
import { logAxis } from './log-axis';
import type { OpenedHistory } from './opened-history';
import type { ScatterPoint } from './scatter-points';

interface EstimatesChartProps extends Pick<OpenedHistory, 'band'> {
  chosen: readonly ScatterPoint[];
  others: readonly ScatterPoint[];
  /** Fraction, of the range that stands beside the learnt one. */
  confidence: number;
  /** The picture as a sentence. */
  label: string;
}

/** Of each point, in square pixels, twice: there is no third axis. */
const dotArea: [number, number] = [36, 36];
const margin = { top: 8, right: 16, bottom: 16, left: 0 };

/** Estimate against actual on axes of ratios: as far above the line as below is as much too long as too short. */
export function EstimatesChart({ chosen, others, band, confidence, label }: EstimatesChartProps): ReactElement {
  const numbers = useNumbers();
  const { across, up, lines } = useMemo(() => {
    const points = [...chosen, ...others];
    const x = logAxis(points.map(({ estimate }) => estimate));
    const y = logAxis(points.map(({ actual }) => actual));
    return {
      across: x,
      up: y,
      // A straight line is its two ends.
      lines: x.domain.map((estimate) => ({ estimate, ...rangeOf(estimate, confidence) })),
    };
  }, [chosen, others, confidence]);
  return (
    <div role="img" aria-label={label} className="estimates-chart">
      <ScatterChart responsive accessibilityLayer={false} className="estimates-points" margin={margin}>
        <CartesianGrid stroke={gridColour} />
        <AcrossAxis
          {...across}
          dataKey="estimate"
          title={texts.history.hoursAxis(texts.history.estimate)}
          written={numbers.typed}
          scale="log"
        />
        <UpAxis
          {...up}
          dataKey="actual"
          title={texts.history.hoursAxis(texts.history.actual)}
          written={numbers.typed}
          scale="log"
        />
        <LikelyBand band={band} between={up.domain} />
        {(['optimistic', 'pessimistic'] as const).map((end) => (
          <Line
            key={end}
            data={lines}
            dataKey={end}
            stroke={ratioColour}
            strokeWidth={1.5}
            strokeDasharray="6 3"
            dot={false}
            activeDot={false}
            tooltipType="none"
            isAnimationActive={false}
          />
        ))}
        <Line
          data={lines}
          dataKey="original"
          stroke={quietColour}
          strokeDasharray="4 4"
          dot={false}
          activeDot={false}
          tooltipType="none"
          isAnimationActive={false}
        />
        <ZAxis range={dotArea} />
        <Scatter data={others} fill={quietColour} fillOpacity={0.6} isAnimationActive={false} />
        <Scatter data={chosen} fill={chosenColour} isAnimationActive={false} />
        <Tooltip cursor={false} isAnimationActive={false} content={PointWords} />
      </ScatterChart>
    </div>
  );
}

/** The issue under the pointer. */
function PointWords({ payload }: TooltipContentProps): ReactElement | null {
  const numbers = useNumbers();
  const [first] = payload;
  const point = pointOf(first?.payload);
  if (point === null) return null;
  const { estimate, actual, key } = point;
  const said = texts.history.pointOf(numbers.hours(estimate), numbers.hours(actual));
  return <div className="point-words">{key === null ? said : texts.detailed(key, said)}</div>;
}

/** recharts gives back what it was given, as anything. */
function pointOf(given: unknown): ScatterPoint | null {
  if (typeof given !== 'object' || given === null) return null;
  if (!('estimate' in given) || !('actual' in given) || !('key' in given)) return null;
  const { estimate, actual, key } = given;
  if (typeof estimate !== 'number' || typeof actual !== 'number') return null;
  return { estimate, actual, key: typeof key === 'string' ? key : null };
}
