import Button from '@atlaskit/button/new';
import DynamicTable from '@atlaskit/dynamic-table';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import type { ReactElement } from 'react';

import { confidenceRatio } from '../../../../src/estimation/confidence-ratio';
import { useNumbers } from '../numbers/numbers';
import { sureText } from '../numbers/sure';
import type { PlanView } from '../plan/plan-view';
import { texts } from '../texts';

/** Shows the sum that made the confidence ratio, issue by issue, so that anybody can check it. */
export function SumDialog({ view, onClose }: { view: PlanView; onClose: () => void }): ReactElement {
  const numbers = useNumbers();
  const { above } = view.outcome;
  const rows = view.items
    .slice(0, view.outcome.count)
    .map((item, index) => ({ item, range: view.outcome.ranges[index] ?? null }));
  return (
    <ModalTransition>
      <Modal onClose={onClose} width="x-large">
        <ModalHeader hasCloseButton closeButtonLabel={texts.close}>
          <ModalTitle>{texts.sumTitle}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <p>
            {texts.sumIntro} {texts.notAProbability}
          </p>
          <p className="formula">{useFormula(view)}</p>
          <DynamicTable
            label={texts.sumTitle}
            head={{
              cells: [
                { key: 'key', content: texts.columns.key },
                { key: 'summary', content: texts.columns.summary, shouldTruncate: true },
                { key: 'original', content: <span className="sum-number">{texts.columns.estimateLong}</span> },
                { key: 'confidence', content: <span className="sum-number">{texts.columns.confidenceLong}</span> },
                { key: 'optimistic', content: <span className="sum-number">{texts.columns.optimistic}</span> },
                { key: 'pessimistic', content: <span className="sum-number">{texts.columns.pessimistic}</span> },
              ],
            }}
            rows={[
              ...rows.map(({ item, range }) => ({
                key: item.issueId,
                cells: [
                  { key: item.key, content: <span className="sum-key">{item.key}</span> },
                  { key: item.summary, content: item.summary },
                  {
                    key: item.hours ?? -1,
                    content: (
                      <span className="sum-number">
                        {item.hours === null
                          ? texts.noEstimate
                          : `${numbers.hours(item.hours)}${texts.estimateSource[item.hoursSource]}`}
                      </span>
                    ),
                  },
                  {
                    key: item.confidence,
                    content: <span className="sum-number">{numbers.percent(item.confidence / 100)}</span>,
                  },
                  { key: range?.optimistic ?? -1, content: <Rounded hours={range?.optimistic ?? null} /> },
                  { key: range?.pessimistic ?? -1, content: <Rounded hours={range?.pessimistic ?? null} /> },
                ],
              })),
              {
                key: 'sum',
                cells: [
                  { key: 'sum', content: '' },
                  { key: 'sum', content: <strong>{texts.sumTotal}</strong> },
                  { key: above.original, content: <Rounded hours={above.original} isSum /> },
                  { key: 'sum', content: '' },
                  { key: above.optimistic, content: <Rounded hours={above.optimistic} isSum /> },
                  { key: above.pessimistic, content: <Rounded hours={above.pessimistic} isSum /> },
                ],
              },
            ]}
          />
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

/** null: without an estimate it is in no sum. */
function Rounded({ hours, isSum = false }: { hours: number | null; isSum?: boolean }): ReactElement {
  const numbers = useNumbers();
  const said = hours === null ? texts.noRatio : numbers.rounded(hours);
  return <span className="sum-number">{isSum ? <strong>{said}</strong> : said}</span>;
}

function useFormula({ draft, outcome }: PlanView): string {
  const numbers = useNumbers();
  if (draft.capacityHours === null) return texts.setCapacity;
  const { optimistic, pessimistic } = outcome.above;
  const ratio = confidenceRatio(draft.capacityHours, optimistic, pessimistic);
  const capacity = numbers.capacity(draft.capacityHours);
  const said = sureText(ratio, 'ratio', draft.desired / 100, numbers);
  if (ratio === 1) return texts.sumFits(capacity, numbers.rounded(pessimistic), numbers.percent(1));
  if (ratio === 0) return texts.sumMisses(capacity, numbers.rounded(optimistic), numbers.percent(0));
  return texts.sumFormula(capacity, numbers.rounded(optimistic), numbers.rounded(pessimistic), said);
}
