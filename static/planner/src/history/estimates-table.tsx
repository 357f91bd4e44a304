import DynamicTable from '@atlaskit/dynamic-table';
import type { ReactElement } from 'react';

import { useNumbers } from '../numbers/numbers';
import { texts } from '../texts';
import type { OpenedHistory } from './opened-history';
import { paginationTexts } from './pagination-texts';

interface EstimatesTableProps {
  history: OpenedHistory;
  /** Only theirs; null: everybody's. */
  accountId: string | null;
}

const rowsPerPage = 20;

/** The scatter as numbers: what is likely, and issue by issue. */
export function EstimatesTable({ history, accountId }: EstimatesTableProps): ReactElement {
  const numbers = useNumbers();
  const { issues, people, band } = history;
  const nameOf = new Map(people.map((person) => [person.accountId, person.name ?? texts.history.someone]));
  return (
    <div className="history-tables">
      <div className="history-table">
        <DynamicTable
          label={texts.history.estimates}
          rowsPerPage={rowsPerPage}
          paginationi18n={paginationTexts(texts.history.estimates)}
          head={{
            cells: [
              { key: 'issue', content: texts.history.issue },
              { key: 'who', content: texts.history.who, isSortable: true },
              { key: 'estimate', content: texts.history.estimate, isSortable: true },
              { key: 'actual', content: texts.history.actual, isSortable: true },
              { key: 'factor', content: texts.history.factor, isSortable: true },
              { key: 'confidence', content: texts.history.confidence, isSortable: true },
            ],
          }}
          rows={issues
            .filter((issue) => accountId === null || issue.accountId === accountId)
            .map(({ estimate, actual, confidence, key, accountId: of }, place) => {
              const who = of === null ? texts.noRatio : (nameOf.get(of) ?? texts.history.someone);
              return {
                key: String(place),
                cells: [
                  { content: key ?? texts.noRatio },
                  { key: who, content: who },
                  { key: estimate, content: numbers.hours(estimate) },
                  { key: actual, content: numbers.hours(actual) },
                  { key: actual / estimate, content: numbers.plain(actual / estimate) },
                  {
                    key: confidence ?? -1,
                    content: confidence === null ? texts.history.notSet : numbers.percent(confidence / 100),
                  },
                ],
              };
            })}
        />
      </div>
      <div className="history-table history-table-narrow">
        <table>
          <caption>{texts.history.likelyTable}</caption>
          <thead>
            <tr>
              {[texts.history.estimate, texts.history.low, texts.history.middle, texts.history.high].map((head) => (
                <th key={head} scope="col" className="history-number">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {band.map(({ estimate, low, middle, high }) => (
              <tr key={estimate}>
                <th scope="row" className="history-number">
                  {numbers.rounded(estimate)}
                </th>
                {[low, middle, high].map((hours, place) => (
                  <td key={place} className="history-number">
                    {numbers.rounded(hours)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
