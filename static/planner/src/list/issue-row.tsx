import Lozenge from '@atlaskit/lozenge';
import BugIcon from '@atlaskit/object/bug';
import EpicIcon from '@atlaskit/object/epic';
import StoryIcon from '@atlaskit/object/story';
import SubtaskIcon from '@atlaskit/object/subtask';
import TaskIcon from '@atlaskit/object/task';
import WorkItemIcon from '@atlaskit/object/work-item';
import { DropIndicator } from '@atlaskit/pragmatic-drag-and-drop-react-drop-indicator/box';
import { memo, type ReactElement, useLayoutEffect } from 'react';

import type { ConfidenceStep, Planner, PlannerItem } from '../../../../src/contract';
import { rangeOf } from '../../../../src/estimation/range';
import type { RulerMark } from '../../../../src/estimation/ruler';
import { Assignee } from './assignee';
import { openIssue } from '../bridge';
import { ConfidenceChooser } from '../issue/confidence-chooser';
import { DragHandle } from './drag-handle';
import { EstimateCell } from '../issue/estimate-cell';
import type { HourAxis } from './hour-axis';
import type { IssueEdit } from '../plan/planner-state';
import { RangeBar } from './range-bar';
import { StatusMenu } from '../issue/status-menu';
import { texts } from '../texts';
import { ToHere } from './to-here';
import { useEntry } from './use-entry';
import type { Destination, Mover } from './use-lift';

/** What all rows share. The same object while nothing in it changed. */
export interface RowSetting {
  axis: HourAxis;
  timeTracking: Planner['timeTracking'];
  sprintName: string;
  siteUrl: string;
  steps: readonly ConfidenceStep[] | null;
  /** Whole percent. */
  defaultConfidence: number;
  /** There is a backlog that issues can be sent to. */
  withBacklog: boolean;
  mayMove: boolean;
  mayEdit: boolean;
  mover: Mover;
  onEdit: (edit: IssueEdit) => void;
  onChoose: (id: string, extend: boolean) => void;
  onRenameSteps: () => void;
}

interface IssueRowProps {
  item: PlannerItem;
  place: 'above' | 'below' | 'backlog';
  /** Confidence ratio down to here, a fraction as shown; null in the backlog and without a capacity. */
  toHere: number | null;
  /** The chance to finish everything down to here, likewise. */
  chance: number | null;
  /** Which of the two the line follows. */
  drives: 'ratio' | 'chance';
  /** The last row that reaches this mark. */
  mark: RulerMark | null;
  rowIndex: number;
  /** The one row that the tab key stops at. */
  active: boolean;
  lifted: boolean;
  selected: boolean;
  setting: RowSetting;
}

const icons = {
  epic: EpicIcon,
  story: StoryIcon,
  bug: BugIcon,
  task: TaskIcon,
  subtask: SubtaskIcon,
  other: WorkItemIcon,
};

const sprintDestinations: readonly Destination[] = ['up', 'down', 'top', 'aboveLine', 'belowLine'];
const planDestinations: readonly Destination[] = [...sprintDestinations, 'backlog'];
const backlogDestinations: readonly Destination[] = ['top', 'aboveLine', 'belowLine'];

/** One issue: dense as in Jira's own backlog, with its range. */
export const IssueRow = memo(function IssueRow({
  item,
  place,
  toHere,
  chance,
  drives,
  mark,
  rowIndex,
  active,
  lifted,
  selected,
  setting,
}: IssueRowProps): ReactElement {
  const { axis, siteUrl, mayMove, mayEdit, mover, onChoose } = setting;
  const { ref, dragging, edge } = useEntry(item.issueId, () => dragLabel(item, mover), !mayMove);
  useTabStops(ref, active);
  const range = item.hours === null ? null : rangeOf(item.hours, item.confidence / 100);
  const TypeIcon = icons[item.type.kind];
  const classes = [
    'row',
    place === 'above' ? '' : 'row-below',
    dragging ? 'row-dragging' : '',
    lifted ? 'row-lifted' : '',
    selected ? 'row-selected' : '',
    edge === null ? '' : 'row-target',
    mark === null ? '' : `row-mark-${mark}`,
  ];
  return (
    <div
      ref={ref}
      role="row"
      aria-rowindex={rowIndex}
      aria-selected={selected}
      className={classes.filter((name) => name !== '').join(' ')}
      data-testid={`row-${item.key}`}
      data-drop-edge={edge}
      data-entry={item.issueId}
      data-above={place === 'above'}
      data-place={place}
      tabIndex={active ? 0 : -1}
      onClick={(event) => {
        if ((mayMove || mayEdit) && (event.shiftKey || event.metaKey || event.ctrlKey))
          onChoose(item.issueId, event.shiftKey);
      }}
    >
      <span role="gridcell" className="cell-handle">
        <DragHandle
          id={item.issueId}
          what={item.key}
          lifted={lifted}
          disabled={!mayMove}
          destinations={
            place === 'backlog' ? backlogDestinations : setting.withBacklog ? planDestinations : sprintDestinations
          }
          mover={mover}
        />
      </span>
      <span role="gridcell" className="cell-select">
        {mayMove || mayEdit ? (
          <input
            type="checkbox"
            checked={selected}
            aria-label={texts.select(item.key)}
            onChange={() => undefined}
            onClick={(event) => {
              event.stopPropagation();
              onChoose(item.issueId, event.shiftKey);
            }}
          />
        ) : null}
      </span>
      <span role="gridcell" className="cell-key">
        <TypeIcon label={texts.typeAndPriority(item.type.name, item.priority)} size="small" />
        <a
          href={`${siteUrl}/browse/${item.key}`}
          className={item.status.category === 'done' ? 'key key-done' : 'key'}
          draggable={false}
          onClick={(event) => {
            // Forge's iframe may not open windows; Jira does it for us.
            event.preventDefault();
            openIssue(item.key);
          }}
        >
          {item.key}
        </a>
      </span>
      <span role="gridcell" className="cell-summary" title={item.summary}>
        <bdi>{item.summary}</bdi>
        <Membership item={item} planned={place !== 'backlog'} sprintName={setting.sprintName} />
        {item.parent === null ? null : (
          <span className="parent" title={`${item.parent.key} ${item.parent.summary}`}>
            {item.parent.summary === '' ? item.parent.key : item.parent.summary}
          </span>
        )}
      </span>
      <span role="gridcell" className="cell-status">
        <StatusMenu item={item} disabled={!mayEdit} onEdit={setting.onEdit} onOpenIssue={openIssue} />
      </span>
      <span role="gridcell" className="cell-assignee">
        <Assignee assignee={item.assignee} />
      </span>
      <span role="gridcell" className="cell-estimate">
        <EstimateCell item={item} timeTracking={setting.timeTracking} disabled={!mayEdit} onEdit={setting.onEdit} />
      </span>
      <span role="gridcell" className="cell-confidence">
        <ConfidenceChooser
          item={item}
          steps={setting.steps}
          defaultConfidence={setting.defaultConfidence}
          disabled={!mayEdit}
          onEdit={setting.onEdit}
          onRename={setting.onRenameSteps}
        />
      </span>
      <span role="gridcell" className="cell-range">
        {range === null ? <span className="missing">{texts.noEstimate}</span> : <RangeBar range={range} axis={axis} />}
      </span>
      <span role="gridcell" className="cell-to-here">
        {toHere === null ? null : <ToHere ratio={toHere} chance={chance} drives={drives} mark={mark} />}
      </span>
      {edge === null ? null : <DropIndicator edge={edge} />}
    </div>
  );
});

function dragLabel({ issueId, key, summary }: PlannerItem, mover: Mover): string {
  const count = mover.group(issueId).length;
  return count > 1 ? texts.issueCount(count) : `${key} ${summary}`;
}

const controls = 'a, button, input';

/** Only the controls of the active row are on the way of the tab key; a list of hundreds would never end. */
function useTabStops(row: { current: HTMLElement | null }, active: boolean): void {
  useLayoutEffect(() => {
    const stop = active ? 0 : -1;
    for (const control of row.current?.querySelectorAll<HTMLElement>(controls) ?? []) {
      if (control.tabIndex !== stop) control.tabIndex = stop;
    }
  });
}

/** What applying the plan will change about where the issue is. */
function Membership({
  item,
  planned,
  sprintName,
}: {
  item: PlannerItem;
  planned: boolean;
  sprintName: string;
}): ReactElement | null {
  if (planned === item.inSprint) return null;
  return (
    <span className="membership" title={planned ? texts.joinsLong(sprintName) : texts.leavesLong(sprintName)}>
      <Lozenge appearance={planned ? 'new' : 'moved'}>{planned ? texts.joins : texts.leaves}</Lozenge>
    </span>
  );
}
