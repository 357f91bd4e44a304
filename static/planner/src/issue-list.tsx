import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/utils/combine';
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { announce } from '@atlaskit/pragmatic-drag-and-drop-live-region';
import { type ReactElement, useEffect, useMemo, useRef } from 'react';

import type { Planner } from '../../../src/contract';
import { CutlineRow } from './cutline-row';
import { hourAxis } from './hour-axis';
import { IssueRow } from './issue-row';
import { useNumbers } from './numbers';
import { lineId } from './plan-draft';
import type { PlanRow, PlanView } from './plan-view';
import type { IssueEdit } from './planner-state';
import { texts } from './texts';
import { entryDrag, isEntry } from './use-entry';
import type { Lift } from './use-lift';

interface IssueListProps {
  view: PlanView;
  /** The view as it would be if what is being dragged were dropped now. */
  tentative: PlanView;
  planner: Planner;
  siteUrl: string;
  disabled: boolean;
  lift: Lift;
  onPut: (moved: string, target: string, side: 'before' | 'after') => void;
  /** While dragging; target null when it is over nothing. */
  onTryOut: (moved: string, target: string | null, side: 'before' | 'after') => void;
  onEdit: (edit: IssueEdit) => void;
  onBackToAuto: () => void;
}

/** The plan: issues in order, and the line among them. */
export function IssueList(props: IssueListProps): ReactElement {
  const { view, tentative, planner, siteUrl, disabled, lift, onPut, onTryOut, onEdit, onBackToAuto } = props;
  const numbers = useNumbers();
  const list = useRef<HTMLDivElement>(null);
  const { rows, outcome } = view;
  const axis = useMemo(
    () => hourAxis(rows.flatMap(({ range }) => (range === null ? [] : [range.pessimistic]))),
    [rows],
  );

  const defaulted = rows.filter(({ item }) => item.confidenceSource === 'default').length;
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
          const drag = entryDrag(source, location);
          if (drag === null) onTryOut('', null, 'before');
          else onTryOut(drag.moved, drag.target, drag.side);
        },
        onDrop: ({ source, location }) => {
          onTryOut('', null, 'before');
          const drag = entryDrag(source, location);
          if (drag === null) return;
          onPut(drag.moved, drag.target, drag.side);
          announce(texts.moved);
        },
      }),
    );
  }, [onPut, onTryOut]);

  if (rows.length === 0) {
    return (
      <div className="empty">
        <h2>{texts.emptySprint(planner.sprint.name)}</h2>
        <p>{texts.emptySprintNext}</p>
      </div>
    );
  }

  const issueRow = (row: PlanRow): ReactElement => (
    <IssueRow
      key={row.item.issueId}
      row={row}
      axis={axis}
      timeTracking={planner.timeTracking}
      siteUrl={siteUrl}
      disabled={disabled}
      lift={lift}
      onEdit={onEdit}
    />
  );

  return (
    <div
      className="list"
      ref={list}
      role="table"
      aria-label={texts.listLabel(planner.sprint.name)}
      aria-rowcount={rows.length + 2}
      tabIndex={-1}
    >
      <div role="row" className="row row-head">
        <span role="columnheader" className="cell-handle" aria-label={texts.move} />
        <span role="columnheader">{texts.columns.key}</span>
        <span role="columnheader" className="head-summary">
          {texts.columns.summary}{' '}
          <span className="subtlest">· {[texts.issueCount(rows.length), ...onDefault].join(' · ')}</span>
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
        ...rows.slice(0, outcome.count).map(issueRow),
        <CutlineRow key={lineId} view={tentative} disabled={disabled} lift={lift} onBackToAuto={onBackToAuto} />,
        ...rows.slice(outcome.count).map(issueRow),
      ]}
    </div>
  );
}
