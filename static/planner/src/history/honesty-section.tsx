import { lazy, type ReactElement, Suspense } from 'react';

import { chance } from '../numbers/chance';
import { useNumbers } from '../numbers/numbers';
import { scoreText } from '../numbers/score';
import { texts } from '../texts';
import { type Honesty, honestyOf, leastAnswers, reliabilityPoints } from './honesty';
import type { OpenedHistory } from './opened-history';
import { ReliabilityTable } from './reliability-table';
import { ChartLegend } from './chart-legend';
import { TableBehind } from './table-behind';

const ReliabilityChart = lazy(() =>
  import('./reliability-chart').then(({ ReliabilityChart: chart }) => ({ default: chart })),
);

type Replay = OpenedHistory['replay'];

/** How the chance and the ratio did when they were asked about the past. */
export function HonestySection({ replay, locale }: { replay: Replay; locale: string }): ReactElement {
  const numbers = useNumbers();
  const honesty = honestyOf(replay);
  const { sprints, ranges } = replay;
  return (
    <section className="history-section" data-testid="honesty">
      <h2>{texts.history.honesty}</h2>
      {honesty === null ? (
        <p>{texts.history.tooLittle(sprints, numbers.plain(sprints), ranges.issues, numbers.plain(ranges.issues))}</p>
      ) : (
        <div className="history-columns">
          <InWords replay={replay} honesty={honesty} locale={locale} />
          <Reliability replay={replay} />
        </div>
      )}
    </section>
  );
}

interface InWordsProps {
  replay: Replay;
  honesty: Honesty;
  locale: string;
}

function InWords({ replay, honesty, locale }: InWordsProps): ReactElement {
  const numbers = useNumbers();
  const { sprints, ranges, p80 } = replay;
  const score = (brier: number): string => scoreText(brier, locale);
  const eighty = numbers.percent(0.8);
  const share = (held: number, of: number): string => numbers.percent(of === 0 ? 0 : held / of);
  return (
    <div className="history-words">
      <p>{texts.history.asked(sprints, numbers.plain(sprints), numbers.plain(replay.chance.asked))}</p>
      <p className="history-verdict" data-testid="verdict">
        {honesty.againstRatio === null
          ? texts.history.tooEarly(numbers.plain(sprints), score(honesty.chance), score(honesty.ratio))
          : texts.history.againstRatio[honesty.againstRatio](score(honesty.chance), score(honesty.ratio))}
      </p>
      {honesty.againstBaseRate === null ? null : (
        <p>{texts.history.againstBaseRate[honesty.againstBaseRate](score(honesty.baseRate))}</p>
      )}
      <p className="setting-hint">{texts.history.brier(score(0.25))}</p>
      <p data-testid="ranges-held">
        {texts.history.ranges(
          eighty,
          share(ranges.held, ranges.issues),
          ranges.issues,
          numbers.plain(ranges.issues),
          share(ranges.optimisticPessimistic, ranges.issues),
        )}
      </p>
      <p>
        {texts.history.totals(
          numbers.plain(p80.held),
          p80.sprints,
          numbers.plain(p80.sprints),
          share(p80.held, p80.sprints),
          eighty,
        )}
      </p>
    </div>
  );
}

function Reliability({ replay }: { replay: Replay }): ReactElement {
  const numbers = useNumbers();
  const points = reliabilityPoints(replay.chance.classes);
  const ratioPoints = reliabilityPoints(replay.ratio.classes);
  const few = [...points, ...ratioPoints].some((point) => point.few);
  const said = points.map((point) =>
    texts.history.reliabilityPoint(chance(point.said, numbers), numbers.percent(point.came)),
  );
  return (
    <figure className="history-figure">
      <figcaption>{texts.history.reliability}</figcaption>
      <ChartLegend
        entries={[
          { mark: 'chart-mark-chance', said: texts.history.chance },
          { mark: 'chart-mark-ratio', said: texts.history.ratio },
          { mark: 'chart-mark-exact', said: texts.history.exact },
        ]}
      />
      <Suspense fallback={<div className="reliability-chart" />}>
        <ReliabilityChart
          replay={replay}
          points={points}
          ratioPoints={ratioPoints}
          label={texts.history.reliabilityLabel(said.join('; '))}
        />
      </Suspense>
      {few ? <p className="setting-hint">{texts.history.fewAnswers(numbers.plain(leastAnswers))}</p> : null}
      <TableBehind testId="reliability-table">
        <ReliabilityTable replay={replay} />
      </TableBehind>
    </figure>
  );
}
