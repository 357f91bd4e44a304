import type { ReactElement } from 'react';

import type { Planner } from '../../../../src/contract';
import { useNumbers } from '../numbers/numbers';
import type { PlanView } from '../plan/plan-view';
import { texts } from '../texts';

/** The names of the columns, and what counts by default. */
export function ListHead({
  view,
  planner,
  axisEnd,
}: {
  view: PlanView;
  planner: Planner;
  axisEnd: number;
}): ReactElement {
  const numbers = useNumbers();
  const { items } = view;
  const { chance, drives } = view.outcome;
  const both = drives === 'chance' ? (['ratio', 'chance'] as const) : (['chance', 'ratio'] as const);
  const defaulted = items.filter(({ confidenceSource }) => confidenceSource === 'default').length;
  const usual = numbers.percent(planner.defaults.confidence / 100);
  const onDefault =
    defaulted === 0
      ? []
      : [defaulted === items.length ? texts.allOnDefault(usual) : texts.onDefault(numbers.plain(defaulted), usual)];
  return (
    <div role="row" aria-rowindex={1} className="row row-head">
      <span role="columnheader" className="cell-handle" aria-label={texts.move} />
      <span role="columnheader" className="cell-select" aria-label={texts.selectColumn} />
      <span role="columnheader">{texts.columns.key}</span>
      <span role="columnheader" className="head-summary">
        {texts.columns.summary}{' '}
        <span className="subtlest">
          · {[texts.issueCount(items.length, numbers.plain(items.length)), ...onDefault].join(' · ')}
        </span>
      </span>
      <span role="columnheader" className="cell-status">
        {texts.columns.status}
      </span>
      <span role="columnheader" className="cell-assignee" aria-label={texts.columns.assignee} />
      <span role="columnheader" className="cell-estimate" title={texts.columns.estimateLong}>
        {texts.columns.estimate}
      </span>
      <span role="columnheader" className="cell-confidence" title={texts.columns.confidenceLong}>
        {texts.columns.confidence}
      </span>
      <span role="columnheader" className="cell-range">
        {texts.columns.range(numbers.rounded(axisEnd))}
      </span>
      <span role="columnheader" className="cell-to-here" title={texts.chance.toHereBoth[drives]}>
        {texts.toHere}{' '}
        {chance === null ? null : (
          <span className="to-here">
            {both.map((name) => (
              <span key={name} className={name === drives ? 'to-here-sure' : 'to-here-beside'}>
                {texts.toHereNames[name]}{' '}
              </span>
            ))}
          </span>
        )}
      </span>
    </div>
  );
}
