import type { ReactElement } from 'react';
import { Bar, BarChart, CartesianGrid, LabelList, Line, Scatter, ScatterChart, XAxis, YAxis } from 'recharts';

import { useNumbers } from '../numbers/numbers';
import { texts } from '../texts';
import { AcrossAxis, UpAxis } from './chart-axes';
import {
  axisWidth,
  chanceColour,
  gridColour,
  quietColour,
  ratioColour,
  surfaceColour,
  textColour,
} from './chart-style';
import type { ReliabilityPoint } from './honesty';
import type { OpenedHistory } from './opened-history';

interface ReliabilityChartProps {
  replay: OpenedHistory['replay'];
  points: readonly ReliabilityPoint[];
  ratioPoints: readonly ReliabilityPoint[];
  /** The picture as a sentence. */
  label: string;
}

const whole: [number, number] = [0, 1];
const exact = [
  { said: 0, came: 0 },
  { said: 1, came: 1 },
];
const margin = { top: 8, right: 16, bottom: 16, left: 0 };

/** What was said against what came true, with how often that was under it (reliability diagram, Murphy and Winkler 1977). */
export function ReliabilityChart({ replay, points, ratioPoints, label }: ReliabilityChartProps): ReactElement {
  const numbers = useNumbers();
  const shares = {
    domain: whole,
    ticks: [0, 0.2, 0.4, 0.6, 0.8, 1],
    written: numbers.percent,
  };
  const counts = replay.chance.classes.map(({ from, count }, place) => ({
    from,
    chance: count,
    ratio: replay.ratio.classes[place]?.count ?? 0,
  }));
  return (
    <div role="img" aria-label={label} className="reliability-chart">
      <ScatterChart responsive accessibilityLayer={false} className="reliability-points" margin={margin}>
        <CartesianGrid stroke={gridColour} />
        <AcrossAxis {...shares} dataKey="said" title={texts.history.said} />
        <UpAxis {...shares} dataKey="came" title={texts.history.came} />
        <Line
          data={exact}
          dataKey="came"
          stroke={quietColour}
          strokeDasharray="4 4"
          dot={false}
          isAnimationActive={false}
        />
        <Points points={ratioPoints} colour={ratioColour} shape="diamond" />
        <Points points={points} colour={chanceColour} shape="circle" />
      </ScatterChart>
      <p className="reliability-counts-title">{texts.history.counts}</p>
      <BarChart
        responsive
        accessibilityLayer={false}
        className="reliability-counts"
        data={counts}
        margin={countsMargin}
        barGap={1}
        barCategoryGap="12%"
      >
        <XAxis dataKey="from" hide />
        <YAxis width={axisWidth} tick={false} axisLine={false} tickLine={false} />
        <Bar dataKey="chance" fill={chanceColour} isAnimationActive={false}>
          <LabelList dataKey="chance" position="top" fill={textColour} fontSize={11} formatter={shownCount} />
        </Bar>
        <Bar dataKey="ratio" fill={ratioColour} isAnimationActive={false}>
          <LabelList dataKey="ratio" position="top" fill={textColour} fontSize={11} formatter={shownCount} />
        </Bar>
      </BarChart>
    </div>
  );
}

const countsMargin = { top: 16, right: 16, bottom: 0, left: 0 };

/** An empty class needs no 0 over it. */
function shownCount(count: unknown): string {
  return typeof count === 'number' && count > 0 ? String(count) : '';
}

interface PointsProps {
  points: readonly ReliabilityPoint[];
  colour: string;
  shape: 'circle' | 'diamond';
}

/** The line goes through what says something; what says little is hollow. */
function Points({ points, colour, shape }: PointsProps): ReactElement {
  const many = points.filter(({ few }) => !few);
  const few = points.filter((point) => point.few);
  return (
    <>
      <Line data={many} dataKey="came" stroke={colour} strokeWidth={2} dot={false} isAnimationActive={false} />
      <Scatter
        data={few}
        shape={shape}
        fill={surfaceColour}
        stroke={colour}
        strokeWidth={2}
        isAnimationActive={false}
      />
      <Scatter data={many} shape={shape} fill={colour} stroke={colour} strokeWidth={2} isAnimationActive={false} />
    </>
  );
}
