import './why-dialog.css';

import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import type { ReactElement } from 'react';

import type { Planner } from '../../../../src/contract';
import { TableBehind } from '../history/table-behind';
import { useNumbers } from '../numbers/numbers';
import { sureText } from '../numbers/sure';
import type { PlanView } from '../plan/plan-view';
import { texts } from '../texts';
import { EffortChart } from './effort-chart';
import { effortCurve } from './effort-curve';
import { EffortTable } from './effort-table';
import type { AboveTheLine } from './total-above';

interface WhyDialogProps {
  view: PlanView;
  planner: Planner;
  above: AboveTheLine;
  onClose: () => void;
}

/** Why the ratio and the chance differ, with the picture: the curve of the total effort, and the capacity on it. */
export function WhyDialog({
  view,
  planner,
  above: { total, left, worked, begun, leftAfter },
  onClose,
}: WhyDialogProps): ReactElement | null {
  const numbers = useNumbers();
  const { draft, outcome } = view;
  const { capacityHours } = draft;
  const { ratio, chance, above } = outcome;
  if (capacityHours === null || left === null || ratio === null || chance === null) return null;
  const finished = planner.learnt.rows.length;
  const capacity = numbers.capacity(capacityHours);
  const desired = draft.desired / 100;
  const said = sureText(chance, 'chance', desired, numbers);
  const curve = effortCurve(total, left);
  const words = texts.chance.needed[worked !== null ? 'capacity' : begun ? 'left' : 'work'];
  const place = capacityHours < above.optimistic ? 'below' : capacityHours < above.pessimistic ? 'between' : 'above';
  const ofCapacity = left === capacityHours ? 'whole' : 'left';
  const hours = (part: number): string => numbers.rounded(total.quantile(part));
  return (
    <ModalTransition>
      <Modal onClose={onClose} width="large">
        <ModalHeader hasCloseButton closeButtonLabel={texts.close}>
          <ModalTitle>{texts.chance.title}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <div className="why-numbers">
            <section>
              <h2>{texts.chance.ratioSays(sureText(ratio, 'ratio', desired, numbers))}</h2>
              <p>
                {texts.chance.ratioMeans(numbers.rounded(above.optimistic), numbers.rounded(above.pessimistic))}{' '}
                {texts.chance.ratioPlace[place](capacity)}
              </p>
            </section>
            <section>
              <h2>{texts.chance.chanceSays(said)}</h2>
              <p>
                {finished === 0
                  ? texts.chance.chanceMeans.notLearnt
                  : texts.chance.chanceMeans.learnt(texts.chance.finished(finished, numbers.plain(finished)))}{' '}
                {begun ? `${texts.chance.begun} ` : ''}
                {left === capacityHours && leftAfter !== 'unknown'
                  ? ''
                  : texts.chance.capacityLeft[leftAfter](capacity, numbers.rounded(left))}
              </p>
            </section>
          </div>
          {curve.length === 0 ? null : (
            <section className="why-curve">
              <h2>{words.title}</h2>
              <div
                role="img"
                aria-label={words.label(numbers.rounded(left), said, hours(0.1), hours(0.5), hours(0.9))}
                data-testid="effort-curve"
              >
                <EffortChart
                  curve={curve}
                  capacity={left}
                  mark={texts.chance.capacityMark[ofCapacity](numbers.rounded(left))}
                  title={words.axis}
                />
              </div>
              <p className="subtle small">
                {texts.chance.filled(said, numbers.rounded(left))}{' '}
                {worked === null
                  ? null
                  : `${texts.chance.worked(
                      numbers.percent(worked.middle),
                      numbers.percent(worked.low),
                      numbers.percent(worked.high),
                    )} `}
                {texts.chance.estimates[begun ? 'left' : 'whole'](numbers.rounded(above.original))}
              </p>
              <TableBehind testId="effort-table">
                <EffortTable
                  quantile={total.quantile}
                  chance={chance}
                  said={said}
                  capacity={left}
                  named={texts.chance.ownCapacity[ofCapacity]}
                />
              </TableBehind>
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
