import Select from '@atlaskit/select';
import { lazy, type ReactElement, Suspense, useId, useState } from 'react';

import { useNumbers } from '../numbers/numbers';
import { texts } from '../texts';
import { ChartLegend } from './chart-legend';
import { EstimatesTable } from './estimates-table';
import { leastPoints } from './honesty';
import type { OpenedHistory } from './opened-history';
import { pointsFor } from './scatter-points';
import { TableBehind } from './table-behind';

const EstimatesChart = lazy(() =>
  import('./estimates-chart').then(({ EstimatesChart: chart }) => ({ default: chart })),
);

/** What finished issues took against what they were estimated at. */
export function EstimatesSection({ history }: { history: OpenedHistory }): ReactElement {
  const numbers = useNumbers();
  const { issues } = history;
  return (
    <section className="history-section" data-testid="estimates">
      <h2>{texts.history.estimates}</h2>
      {issues.length < leastPoints ? (
        <p>{texts.history.tooFewIssues(issues.length, numbers.plain(issues.length), numbers.plain(leastPoints))}</p>
      ) : (
        <Estimates history={history} />
      )}
    </section>
  );
}

function Estimates({ history }: { history: OpenedHistory }): ReactElement {
  const numbers = useNumbers();
  const { issues, finished, band, defaultConfidence, people } = history;
  const [accountId, setAccountId] = useState<string | null>(null);
  const person = people.find((each) => each.accountId === accountId) ?? null;
  const { chosen, others } = pointsFor(issues, person?.accountId ?? null);
  const shown = person === null ? others : chosen;
  const over = shown.filter(({ estimate, actual }) => actual > estimate).length;
  const name = person === null ? null : (person.name ?? texts.history.someone);
  return (
    <>
      <WhosePicker people={people} accountId={person?.accountId ?? null} onChoose={setAccountId} />
      <figure className="history-figure">
        <ChartLegend
          entries={[
            ...(name === null ? [] : [{ mark: 'chart-mark-chosen', said: texts.history.chosenOf(name) }]),
            { mark: 'chart-mark-issue', said: name === null ? texts.history.allIssues : texts.history.otherIssues },
            { mark: 'chart-mark-exact', said: texts.history.sameAsEstimate },
            { mark: 'chart-mark-band', said: texts.history.likely(numbers.percent(0.8)) },
            { mark: 'chart-mark-ratio-line', said: texts.history.byRatio(numbers.percent(defaultConfidence / 100)) },
          ]}
        />
        <Suspense fallback={<div className="estimates-chart" />}>
          <EstimatesChart
            chosen={chosen}
            others={others}
            band={band}
            confidence={defaultConfidence / 100}
            label={texts.history.scatterLabel(shown.length, numbers.plain(shown.length), numbers.plain(over))}
          />
        </Suspense>
        {finished > issues.length ? (
          <p className="setting-hint">{texts.history.newest(numbers.plain(issues.length))}</p>
        ) : null}
        <TableBehind testId="estimates-table">
          <EstimatesTable history={history} accountId={person?.accountId ?? null} />
        </TableBehind>
      </figure>
    </>
  );
}

interface WhosePickerProps extends Pick<OpenedHistory, 'people'> {
  accountId: string | null;
  onChoose: (accountId: string | null) => void;
}

function WhosePicker({ people, accountId, onChoose }: WhosePickerProps): ReactElement | null {
  const numbers = useNumbers();
  const id = useId();
  if (people.length === 0) return null;
  const options: { label: string; value: string | null }[] = [
    { label: texts.history.everybody, value: null },
    ...people.map((person) => ({
      label: texts.history.personIssues(person.name ?? texts.history.someone, numbers.plain(person.issues)),
      value: person.accountId,
    })),
  ];
  return (
    <div className="typed-field history-picker">
      <label htmlFor={id}>{texts.history.whose}</label>
      <Select
        inputId={id}
        options={options}
        value={options.find(({ value }) => value === accountId) ?? null}
        spacing="compact"
        onChange={(option) => {
          if (option !== null) onChoose(option.value);
        }}
      />
    </div>
  );
}
