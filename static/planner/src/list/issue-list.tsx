import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/utils/combine';
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type ReactElement, type RefObject, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';

import type { Planner } from '../../../../src/contract';
import { marksDown } from '../../../../src/estimation/ruler';
import type { AsDropped, Drag } from './as-dropped';
import { BacklogHeading } from './backlog-heading';
import { CutlineRow } from './cutline-row';
import { hourAxis } from './hour-axis';
import { IssueRow, type RowSetting } from './issue-row';
import { ListHead } from './list-head';
import { type Sure, wholeSure } from '../numbers/sure';
import { backlogId, lineId } from '../plan/plan-draft';
import type { PlanView } from '../plan/plan-view';
import { texts } from '../texts';
import { entryDrag, isEntry } from './use-entry';
import { useListKeys } from './use-list-keys';

/** Every entry is as high as a row of Jira's own backlog: planner.css. */
const rowHeight = 36;
/** The head of the list, which stays above the rows. */
const headHeight = 32;

interface IssueListProps {
  view: PlanView;
  asDropped: AsDropped;
  planner: Planner;
  /** The issues to show, in the order of the list; a filter may leave some out. */
  shown: readonly string[];
  filtering: boolean;
  selected: ReadonlySet<string>;
  liftedIds: readonly string[];
  rows: Omit<RowSetting, 'axis'>;
  backlog: {
    wanted: boolean;
    count: number | null;
    matching: number | null;
    more: boolean;
    onReadMore: (() => void) | null;
    readingOn: boolean;
    open: boolean;
    problem: Parameters<typeof BacklogHeading>[0]['problem'];
  };
  onToggleBacklog: () => void;
  onReadBacklog: () => void;
  onConfidence: (id: string, percent: number) => void;
  onBackToAuto: () => void;
}

/** The plan: issues in order and the line among them, and below it the backlog. Only the rows in sight are drawn. */
export function IssueList(props: IssueListProps): ReactElement {
  const { view, asDropped, planner, shown, filtering, selected, liftedIds, rows, backlog } = props;
  const { items, outcome } = view;
  const list = useRef<HTMLDivElement>(null);
  const [draggedId, setDraggedId] = useState<string | null>(null);
  useDragging(list, rows.mover, asDropped.drag, setDraggedId);

  const entries = useMemo(() => entriesOf(view, shown, backlog.wanted), [view, shown, backlog.wanted]);
  const places = useMemo(() => new Map(entries.map((id, index) => [id, index])), [entries]);
  const issues = useMemo(
    () => new Map([...view.items, ...view.backlog].map((item) => [item.issueId, item])),
    [view.items, view.backlog],
  );
  const planPlaces = useMemo(() => new Map(items.map(({ issueId }, index) => [issueId, index])), [items]);
  const sureToHere = outcome.drives === 'chance' ? outcome.chanceToHere : outcome.toHere;
  const marks = useMemo(
    () =>
      marksDown(
        sureToHere ?? [],
        items.map(({ hours }) => hours !== null),
      ),
    [sureToHere, items],
  );

  const axisEnd = useMemo(
    () =>
      hourAxis(
        [...items, ...view.backlog].flatMap(({ hours, confidence }) =>
          hours === null ? [] : [(hours * 100) / confidence],
        ),
      ).end,
    [items, view.backlog],
  );
  // The same object while nothing in it changed: every row is drawn again for a new one.
  const setting = useMemo((): RowSetting => ({ ...rows, axis: { end: axisEnd } }), [rows, axisEnd]);

  const keys = useListKeys({
    list,
    entries,
    rows: setting,
    onConfidence: props.onConfidence,
    scrollTo: (index) => {
      virtualizer.scrollToIndex(index);
    },
  });

  // The line sticks to the edge of the list; what has the focus or is being dragged must not be taken from under the hand.
  const pinned = [lineId, ...liftedIds.slice(0, 1), draggedId, keys.activeId].flatMap((id) =>
    id === null ? [] : (places.get(id) ?? []),
  );
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing memoised keeps its functions: they are called while drawing, or from effects and keys that take the newest
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => list.current,
    estimateSize: () => rowHeight,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight + rowHeight,
    scrollPaddingEnd: rowHeight,
    // Fewer while a row is in the hand: the list then scrolls steadily, and each row is work between two frames.
    overscan: draggedId === null ? 10 : 4,
    // Rows that come into sight may come a frame later than the scrolling that brings them: see useCalmRows.
    useFlushSync: false,
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), ...pinned])].sort((a, b) => a - b),
  });
  const liftedPlace = liftedIds[0] === undefined ? undefined : places.get(liftedIds[0]);
  useEffect(() => {
    // What is lifted stays in sight as it goes.
    if (liftedPlace !== undefined) virtualizer.scrollToIndex(liftedPlace);
  }, [virtualizer, liftedPlace]);
  const indexes = useCalmRows(virtualizer, pinned);

  // As shown, so that a row is drawn again only when it would look different.
  const wholeAt = (what: Sure, place: number | undefined): number | null => {
    const sure = place === undefined ? undefined : (what === 'chance' ? outcome.chanceToHere : outcome.toHere)?.[place];
    return sure === undefined ? null : wholeSure(sure, what, view.draft.desired / 100);
  };
  const entry = (index: number): ReactElement | null => {
    const id = entries[index];
    const rowIndex = index + 2;
    if (id === undefined) return null;
    if (id === lineId) {
      return (
        <CutlineRow
          key={id}
          asDropped={asDropped}
          disabled={!rows.mayMove}
          rowIndex={rowIndex}
          active={keys.activeId === id}
          lifted={liftedIds.includes(id)}
          mover={rows.mover}
          onBackToAuto={props.onBackToAuto}
        />
      );
    }
    if (id === backlogId) {
      return (
        <BacklogHeading
          key={id}
          {...backlog}
          mayMove={rows.mayMove}
          rowIndex={rowIndex}
          onToggle={props.onToggleBacklog}
          onRetry={props.onReadBacklog}
        />
      );
    }
    const item = issues.get(id);
    if (item === undefined) return null;
    const place = planPlaces.get(id);
    return (
      <IssueRow
        key={id}
        item={item}
        place={place === undefined ? 'backlog' : place < outcome.count ? 'above' : 'below'}
        toHere={wholeAt('ratio', place)}
        chance={wholeAt('chance', place)}
        drives={outcome.drives}
        mark={place === undefined ? null : (marks.get(place) ?? null)}
        rowIndex={rowIndex}
        active={keys.activeId === id}
        lifted={liftedIds.includes(id)}
        selected={selected.has(id)}
        setting={setting}
      />
    );
  };

  return (
    <div
      className={['list', selected.size > 0 ? 'list-selecting' : '', draggedId === null ? '' : 'list-held']
        .filter((name) => name !== '')
        .join(' ')}
      ref={list}
      role="grid"
      aria-label={texts.listLabel(planner.sprint.name)}
      aria-rowcount={entries.length + 1}
      aria-multiselectable
      tabIndex={-1}
      onKeyDown={keys.onKeyDown}
      onFocus={keys.onFocus}
      onBlur={keys.onBlur}
    >
      <ListHead view={view} planner={planner} axisEnd={axisEnd} />
      {withGaps(indexes, entries.length, entry)}
      {filtering && shown.length === 0 ? <p className="no-match subtle">{texts.noMatch}</p> : null}
    </div>
  );
}

/**
 * Which entries to draw. While the list scrolls, rows that are not in sight yet are drawn, and those that are no more are
 * taken away, when there is time between two frames; what is in sight, and what is pinned, is always drawn at once.
 */
function useCalmRows(virtualizer: Virtualizer<HTMLDivElement, Element>, pinned: readonly number[]): number[] {
  const now = virtualizer.getVirtualItems();
  const calm = useDeferredValue(now);
  const { isScrolling, range } = virtualizer;
  if (!isScrolling || range === null) return now.map(({ index }) => index);
  const drawn = new Set([...calm.map(({ index }) => index), ...pinned]);
  for (let index = range.startIndex; index <= range.endIndex; index += 1) drawn.add(index);
  return [...drawn].sort((one, other) => one - other);
}

/** The sequence of the page without what is not shown. */
function entriesOf({ sequence }: PlanView, shown: readonly string[], withBacklog: boolean): string[] {
  const visible = new Set([...shown, lineId, ...(withBacklog ? [backlogId] : [])]);
  return sequence.filter((id) => visible.has(id));
}

/** The entries that are drawn, with empty space as high as those between them that are not. */
function withGaps(
  indexes: readonly number[],
  count: number,
  entry: (index: number) => ReactElement | null,
): (ReactElement | null)[] {
  const drawn: (ReactElement | null)[] = [];
  const gap = (from: number, to: number): void => {
    if (to > from)
      drawn.push(<div key={`gap-${String(from)}`} role="presentation" style={{ height: (to - from) * rowHeight }} />);
  };
  let next = 0;
  for (const index of indexes) {
    gap(next, index);
    drawn.push(entry(index));
    next = index + 1;
  }
  gap(next, count);
  return drawn;
}

/** So much of the line, at the edge of the list where it sticks, scrolls all the same: there may be rows to go to. */
const scrollingEdge = 14;

function isOverLine(list: HTMLElement, x: number, y: number): boolean {
  const line = document.elementFromPoint(x, y)?.closest(`[data-entry="${lineId}"]`);
  if (line == null) return false;
  const [outer, own] = [list.getBoundingClientRect(), line.getBoundingClientRect()];
  const isLow = y > outer.top + outer.height / 2;
  return isLow ? y < own.bottom - scrollingEdge : y > own.top + scrollingEdge;
}

/** @param onDragged which entry is in the hand now */
function useDragging(
  list: RefObject<HTMLDivElement>,
  mover: RowSetting['mover'],
  drag: Drag,
  onDragged: (id: string | null) => void,
): void {
  useEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    return combine(
      autoScrollForElements({
        element,
        // The line may lie at the very edge: who drops something on it must not see it go.
        canScroll: ({ source, input }) => isEntry(source.data) && !isOverLine(element, input.clientX, input.clientY),
        getConfiguration: () => ({ maxScrollSpeed: 'fast' }),
      }),
      monitorForElements({
        canMonitor: ({ source }) => isEntry(source.data),
        onDragStart: ({ source }) => {
          onDragged(source.element.dataset['entry'] ?? null);
        },
        onDrag: ({ source, location }) => {
          drag.to(entryDrag(source, location));
        },
        onDrop: ({ source, location }) => {
          onDragged(null);
          drag.to(null);
          const dropped = entryDrag(source, location);
          if (dropped !== null) mover.put(dropped.moved, dropped.target, dropped.side);
        },
      }),
    );
  }, [list, mover, drag, onDragged]);
}
