import DynamicTable from '@atlaskit/dynamic-table';
import type { ReactElement } from 'react';

import { chance } from '../numbers/chance';
import { useNumbers } from '../numbers/numbers';
import { sprintDates } from '../numbers/sprint-dates';
import { texts } from '../texts';
import type { OpenedHistory, PastSprint } from './opened-history';
import { type PastOutcome, outcomeOf } from './past-outcome';
import { paginationTexts } from './pagination-texts';
import { PromisesLine } from './promises-line';

interface PastSprintsProps extends Pick<OpenedHistory, 'sprints'> {
  locale: string;
}

const rowsPerPage = 20;

/** What was said about each closed sprint when it started, and what came of it. */
export function PastSprints({ sprints, locale }: PastSprintsProps): ReactElement {
  const numbers = useNumbers();
  const outcomeText = useOutcomeText();
  return (
    <section className="history-section" data-testid="past-sprints">
      <h2>{texts.history.past}</h2>
      <PromisesLine sprints={sprints} locale={locale} />
      {sprints.length === 0 ? (
        <p>{texts.history.noPast}</p>
      ) : (
        <div className="history-table">
          <DynamicTable
            label={texts.history.past}
            rowsPerPage={rowsPerPage}
            paginationi18n={paginationTexts(texts.history.past)}
            head={{
              cells: [
                { key: 'sprint', content: texts.history.sprint, isSortable: true },
                { key: 'dates', content: texts.history.dates, isSortable: true },
                { key: 'issues', content: texts.history.finished, isSortable: true },
                { key: 'estimate', content: texts.history.estimate, isSortable: true },
                { key: 'actual', content: texts.history.actual, isSortable: true },
                { key: 'ratio', content: texts.history.saidRatio, isSortable: true },
                { key: 'chance', content: texts.history.saidChance, isSortable: true },
                { key: 'outcome', content: texts.history.outcome, width: 36 },
              ],
            }}
            rows={sprints.map((sprint) => {
              const { id, name, start, end, issues, estimate, actual, said } = sprint;
              const ratio = said?.ratio ?? null;
              const likely = said?.chance ?? null;
              return {
                key: String(id),
                cells: [
                  { key: name, content: <span className="history-sprint">{name}</span> },
                  {
                    key: start,
                    content: (
                      <span className="history-dates">{sprintDates({ startDate: start, endDate: end }, locale)}</span>
                    ),
                  },
                  { key: issues, content: numbers.plain(issues) },
                  { key: estimate, content: numbers.rounded(estimate) },
                  { key: actual, content: numbers.rounded(actual) },
                  { key: ratio ?? -1, content: ratio === null ? texts.noRatio : numbers.percent(ratio) },
                  { key: likely ?? -1, content: likely === null ? texts.noRatio : chance(likely, numbers) },
                  { content: <Outcome sprint={sprint} said={outcomeText(outcomeOf(sprint))} /> },
                ],
              };
            })}
          />
        </div>
      )}
    </section>
  );
}

function Outcome({ sprint, said }: { sprint: PastSprint; said: string }): ReactElement {
  const came = sprint.said?.came ?? null;
  return <span className={came === true ? 'good' : came === false ? 'careful' : 'subtle'}>{said}</span>;
}

function useOutcomeText(): (outcome: PastOutcome) => string {
  const numbers = useNumbers();
  return (outcome) => {
    switch (outcome.kind) {
      case 'notThere':
      case 'nothingPlanned':
        return texts.history[outcome.kind];
      case 'cameTrue':
        return texts.history.cameTrue(numbers.plain(outcome.promised));
      case 'noCapacity':
        return texts.history.noCapacity(numbers.plain(outcome.done), numbers.plain(outcome.promised));
      case 'missedIssues':
        return texts.history.missedIssues(
          numbers.plain(outcome.done),
          numbers.plain(outcome.promised),
          outcome.takenOut === 0 ? null : numbers.plain(outcome.takenOut),
        );
      case 'missedHours':
        return texts.history.missedHours(numbers.rounded(outcome.actual), numbers.capacity(outcome.capacity));
    }
  };
}
