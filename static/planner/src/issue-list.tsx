import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/utils/combine';
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { type ReactElement, useEffect, useMemo, useRef } from 'react';

import type { Planner, PlannerItem } from '../../../src/contract';
import { CutlineRow } from './cutline-row';
import { hourAxis } from './hour-axis';
import { IssueRow } from './issue-row';
import { useNumbers } from './numbers';
import { lineId } from './plan-draft';
import type { PlanView } from './plan-view';
import type { IssueEdit } from './planner-state';
import { texts } from './texts';
import { type EntryDrag, entryDrag, isEntry } from './use-entry';
import type { Mover } from './use-lift';

interface IssueListProps {
  view: PlanView;
  /** The view as it would be if what is being dragged were dropped now. */
  tentative: PlanView;
  planner: Planner;
  siteUrl: string;
  mayMove: boolean;
  mayEdit: boolean;
  liftedId: string | null;
  mover: Mover;
  /** While dragging; null when it is over nothing. */
  onTryOut: (drag: EntryDrag | null) => void;
  onEdit: (edit: IssueEdit) => void;
  onBackToAuto: () => void;
}

/** The plan: issues in order, and the line among them. */
export function IssueList(props: IssueListProps): ReactElement {
  const { view, tentative, planner, siteUrl, mayMove, mayEdit, liftedId, mover, onTryOut, onEdit, onBackToAuto } =
    props;
  const numbers = useNumbers();
  const list = useRef<HTMLDivElement>(null);
  const { items, outcome } = view;
  const axisEnd = useMemo(
    () => hourAxis(items.flatMap(({ hours, confidence }) => (hours === null ? [] : [(hours * 100) / confidence]))).end,
    [items],
  );
  // The same object while its end is the same: a row is drawn again for each new one.
  const axis = useMemo(() => ({ end: axisEnd }), [axisEnd]);
  const defaulted = items.filter(({ confidenceSource }) => confidenceSource === 'default').length;
  const onDefault =
    defaulted === 0 ? [] : [texts.onDefault(defaulted, numbers.percent(planner.defaults.confidence / 100))];

  useEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    return combine(
      autoScrollForElements({ element, canScroll: ({ source }) => isEntry(source.data) }),
      monitorForElements({
        canMonitor: ({ source }) => isEntry(source.data),
        onDrag: ({ source, location }) => {
          onTryOut(entryDrag(source, location));
        },
        onDrop: ({ source, location }) => {
          onTryOut(null);
          const drag = entryDrag(source, location);
          if (drag !== null) mover.put(drag.moved, drag.target, drag.side);
        },
      }),
    );
  }, [mover, onTryOut]);

  if (items.length === 0) {
    return (
      <div className="empty">
        <h2>{texts.emptySprint(planner.sprint.name)}</h2>
        <p>{texts.emptySprintNext}</p>
      </div>
    );
  }

  const issueRow = (item: PlannerItem, index: number): ReactElement => (
    <IssueRow
      key={item.issueId}
      item={item}
      above={index < outcome.count}
      axis={axis}
      timeTracking={planner.timeTracking}
      siteUrl={siteUrl}
      mayMove={mayMove}
      mayEdit={mayEdit}
      lifted={liftedId === item.issueId}
      mover={mover}
      onEdit={onEdit}
    />
  );
  const rows = items.map(issueRow);

  return (
    <div
      className="list"
      ref={list}
      role="table"
      aria-label={texts.listLabel(planner.sprint.name)}
      aria-rowcount={items.length + 2}
      tabIndex={-1}
    >
      <div role="row" className="row row-head">
        <span role="columnheader" className="cell-handle" aria-label={texts.move} />
        <span role="columnheader">{texts.columns.key}</span>
        <span role="columnheader" className="head-summary">
          {texts.columns.summary}{' '}
          <span className="subtlest">· {[texts.issueCount(items.length), ...onDefault].join(' · ')}</span>
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
          {texts.columns.range(numbers.hours(axis.end))}
        </span>
      </div>
      {[
        ...rows.slice(0, outcome.count),
        <CutlineRow
          key={lineId}
          view={tentative}
          disabled={!mayMove}
          lifted={liftedId === lineId}
          mover={mover}
          onBackToAuto={onBackToAuto}
        />,
        ...rows.slice(outcome.count),
      ]}
    </div>
  );
}
