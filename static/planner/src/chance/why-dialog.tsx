import './why-dialog.css';

import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import type { ReactElement } from 'react';
import { Area, AreaChart, ReferenceLine, XAxis, YAxis } from 'recharts';

import type { Planner } from '../../../../src/contract';
import { axisLine, chanceColour, quietColour, textColour, tick } from '../history/chart-style';
import { TableBehind } from '../history/table-behind';
import { chance as chanceText } from '../numbers/chance';
import { useNumbers } from '../numbers/numbers';
import type { PlanView } from '../plan/plan-view';
import { texts } from '../texts';
import { effortCurve } from './effort-curve';
import type { AboveTheLine } from './total-above';

const margin = { top: 20, right: 16, bottom: 20, left: 16 };
/** What the table says: enough hours with such a chance. */
const asked = [0.1, 0.25, 0.5, 0.75, 0.8, 0.9, 0.95] as const;

interface WhyDialogProps {
  view: PlanView;
  planner: Planner;
  above: AboveTheLine;
  onClose: () => void;
}

/** Why the ratio and the chance differ, with the picture: the curve of the total effort, and the capacity on it. */
export function WhyDialog({ view, planner, above: { total, left }, onClose }: WhyDialogProps): ReactElement | null {
  const numbers = useNumbers();
  const { draft, outcome } = view;
  const { capacityHours } = draft;
  const { ratio, chance, above } = outcome;
  if (capacityHours === null || left === null || ratio === null || chance === null) return null;
  const finished = planner.learnt.rows.length;
  const capacity = numbers.capacity(capacityHours);
  const said = chanceText(chance, numbers);
  const curve = effortCurve(total, left);
  const hours = (part: number): string => numbers.rounded(total.quantile(part));
  return (
    <ModalTransition>
      <Modal onClose={onClose} width="large">
        <ModalHeader hasCloseButton>
          <ModalTitle>{texts.chance.title}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <div className="why-numbers">
            <section>
              <h2>{texts.chance.ratioSays(numbers.percent(ratio))}</h2>
              <p>
                {texts.chance.ratioMeans(
                  capacity,
                  numbers.rounded(above.optimistic),
                  numbers.rounded(above.pessimistic),
                )}
              </p>
            </section>
            <section>
              <h2>{texts.chance.chanceSays(said)}</h2>
              <p>
                {finished === 0
                  ? texts.chance.chanceMeans.notLearnt
                  : texts.chance.chanceMeans.learnt(texts.chance.finished(finished, numbers.plain(finished)))}{' '}
                {planner.sprint.state === 'active' ? `${texts.chance.remaining} ` : ''}
                {planner.learnt.capacities.length > 0 ? texts.chance.uncertainCapacity : ''}
              </p>
            </section>
          </div>
          {curve.length === 0 ? null : (
            <section className="why-curve">
              <h2>{texts.chance.curve}</h2>
              <div
                role="img"
                aria-label={texts.chance.curveLabel(numbers.rounded(left), said, hours(0.1), hours(0.5), hours(0.9))}
                data-testid="effort-curve"
              >
                <AreaChart responsive accessibilityLayer={false} className="why-chart" data={curve} margin={margin}>
                  <defs>
                    <linearGradient id="within" x1="0" x2="1" y1="0" y2="0">
                      <stop offset={placeOn(curve, left)} stopColor={chanceColour} stopOpacity={0.55} />
                      <stop offset={placeOn(curve, left)} stopColor={quietColour} stopOpacity={0.2} />
                    </linearGradient>
                  </defs>
                  <XAxis
                    type="number"
                    dataKey="hours"
                    domain={[0, 'dataMax']}
                    ticks={evenTicks(curve.at(-1)?.hours ?? 0)}
                    tickFormatter={numbers.rounded}
                    tick={tick}
                    axisLine={axisLine}
                    tickLine={axisLine}
                    label={{
                      value: texts.chance.hours,
                      position: 'insideBottom',
                      offset: -12,
                      fill: textColour,
                      fontSize: 12,
                    }}
                  />
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
                    x={left}
                    stroke="var(--ds-text)"
                    strokeWidth={2}
                    label={{
                      value: texts.chance.capacityMark(numbers.rounded(left)),
                      position: 'top',
                      fill: 'var(--ds-text)',
                      fontSize: 12,
                    }}
                  />
                </AreaChart>
              </div>
              <TableBehind testId="effort-table">
                <table className="why-table">
                  <thead>
                    <tr>
                      <th scope="col">{texts.chance.enoughFor}</th>
                      <th scope="col">{texts.chance.hours}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {asked.map((part) => (
                      <tr key={part}>
                        <td>{numbers.percent(part)}</td>
                        <td>{hours(part)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </TableBehind>
              <p className="subtle small">{texts.chance.estimates(numbers.rounded(above.original))}</p>
            </section>
          )}
        </ModalBody>
        <ModalFooter>
          <Button appearance="primary" onClick={onClose}>
            {texts.close}
          </Button>
        </ModalFooter>
      </Modal>
    </ModalTransition>
  );
}

/** How far along the curve so many hours are: from 0 to 1. */
function placeOn(curve: readonly { hours: number }[], hours: number): number {
  const [from, to] = [curve[0]?.hours ?? 0, curve.at(-1)?.hours ?? 1];
  return Math.min(1, Math.max(0, (hours - from) / (to - from)));
}

/** Four to eight round numbers from 0 up. */
function evenTicks(to: number): number[] {
  const rough = to / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((round) => round * power).find((each) => each >= rough) ?? rough;
  return Array.from({ length: Math.floor(to / step) + 1 }, (_, index) => index * step);
}
