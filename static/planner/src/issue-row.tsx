import BugIcon from '@atlaskit/object/bug';
import EpicIcon from '@atlaskit/object/epic';
import StoryIcon from '@atlaskit/object/story';
import SubtaskIcon from '@atlaskit/object/subtask';
import TaskIcon from '@atlaskit/object/task';
import WorkItemIcon from '@atlaskit/object/work-item';
import Lozenge from '@atlaskit/lozenge';
import { DropIndicator } from '@atlaskit/pragmatic-drag-and-drop-react-drop-indicator/box';
import Tooltip from '@atlaskit/tooltip';
import { memo, type ReactElement } from 'react';

import type { Planner, PlannerItem } from '../../../src/contract';
import { leastConfidence, mostConfidence, mostEstimateHours } from '../../../src/estimation/bounds';
import { rangeOf } from '../../../src/estimation/range';
import { Assignee } from './assignee';
import { openIssue } from './bridge';
import { DragHandle } from './drag-handle';
import { EditableValue } from './editable-value';
import type { HourAxis } from './hour-axis';
import { parseHours, parsePercent } from './hours';
import { useNumbers } from './numbers';
import type { IssueEdit } from './planner-state';
import { RangeBar } from './range-bar';
import { texts } from './texts';
import { useEntry } from './use-entry';
import type { Mover } from './use-lift';

interface IssueRowProps {
  item: PlannerItem;
  above: boolean;
  axis: HourAxis;
  timeTracking: Planner['timeTracking'];
  siteUrl: string;
  mayMove: boolean;
  mayEdit: boolean;
  lifted: boolean;
  mover: Mover;
  onEdit: (edit: IssueEdit) => void;
}

const icons = {
  epic: EpicIcon,
  story: StoryIcon,
  bug: BugIcon,
  task: TaskIcon,
  subtask: SubtaskIcon,
  other: WorkItemIcon,
};
const lozenges = { new: 'default', indeterminate: 'inprogress', done: 'success', undefined: 'default' } as const;

/** One issue: dense as in Jira's own backlog, with its range. */
export const IssueRow = memo(function IssueRow({
  item,
  above,
  axis,
  timeTracking,
  siteUrl,
  mayMove,
  mayEdit,
  lifted,
  mover,
  onEdit,
}: IssueRowProps): ReactElement {
  const { ref, dragging, edge } = useEntry(item.issueId, `${item.key} ${item.summary}`, !mayMove);
  const range = item.hours === null ? null : rangeOf(item.hours, item.confidence / 100);
  const TypeIcon = icons[item.type.kind];
  const classes = [
    'row',
    above ? '' : 'row-below',
    dragging ? 'row-dragging' : '',
    lifted ? 'row-lifted' : '',
    edge === null ? '' : 'row-target',
  ];
  return (
    <div
      ref={ref}
      role="row"
      className={classes.filter((name) => name !== '').join(' ')}
      data-testid={`row-${item.key}`}
      data-above={above}
    >
      <span role="cell" className="cell-handle">
        <DragHandle id={item.issueId} what={item.key} lifted={lifted} disabled={!mayMove} mover={mover} />
      </span>
      <span role="cell" className="cell-key">
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
      <span role="cell" className="cell-summary" title={item.summary}>
        <bdi>{item.summary}</bdi>
        {item.parent === null ? null : (
          <span className="parent" title={`${item.parent.key} ${item.parent.summary}`}>
            {item.parent.summary === '' ? item.parent.key : item.parent.summary}
          </span>
        )}
      </span>
      <span role="cell" className="cell-status">
        <Lozenge appearance={lozenges[item.status.category]} maxWidth={116}>
          {item.status.name}
        </Lozenge>
      </span>
      <span role="cell" className="cell-assignee">
        <Assignee assignee={item.assignee} />
      </span>
      <span role="cell" className="cell-estimate">
        <Estimate item={item} timeTracking={timeTracking} disabled={!mayEdit} onEdit={onEdit} />
      </span>
      <span role="cell" className="cell-confidence">
        <Confidence item={item} disabled={!mayEdit} onEdit={onEdit} />
      </span>
      <span role="cell" className="cell-range">
        {range === null ? <span className="missing">{texts.noEstimate}</span> : <RangeBar range={range} axis={axis} />}
      </span>
      {edge === null ? null : <DropIndicator edge={edge} />}
    </div>
  );
});

function Estimate({
  item,
  timeTracking,
  disabled,
  onEdit,
}: Pick<IssueRowProps, 'item' | 'timeTracking' | 'onEdit'> & { disabled: boolean }): ReactElement {
  const numbers = useNumbers();
  const { boardEstimate } = item;
  const shown = item.hours === null ? texts.noEstimate : numbers.hours(item.hours);
  const editable = (
    <EditableValue
      label={texts.editEstimate(item.key, `${shown}${texts.estimateSource[item.hoursSource]}`)}
      fieldLabel={texts.columns.estimateLong}
      text={item.hours === null || item.hoursSource === 'default' ? '' : numbers.typed(item.hours)}
      disabled={disabled}
      testId={`estimate-${item.key}`}
      read={(text) => {
        const hours = parseHours(text, timeTracking);
        return hours === null || hours <= 0 || hours > mostEstimateHours
          ? { problem: texts.badHours }
          : { value: hours };
      }}
      onSave={(value) => {
        onEdit({ issueId: item.issueId, field: 'hours', value });
      }}
    >
      {item.hours === null ? (
        <span className="call">{disabled ? '–' : texts.addEstimate}</span>
      ) : (
        <span className={item.hoursSource === 'default' ? 'defaulted' : ''}>{shown}</span>
      )}
    </EditableValue>
  );
  return boardEstimate === null ? (
    editable
  ) : (
    <Tooltip content={texts.boardEstimate(numbers.plain(boardEstimate.value), boardEstimate.field)}>{editable}</Tooltip>
  );
}

function Confidence({
  item,
  disabled,
  onEdit,
}: Pick<IssueRowProps, 'item' | 'onEdit'> & { disabled: boolean }): ReactElement {
  const numbers = useNumbers();
  const shown = numbers.percent(item.confidence / 100);
  return (
    <EditableValue
      label={texts.editConfidence(item.key, shown, texts.confidenceSource[item.confidenceSource])}
      fieldLabel={texts.columns.confidenceLong}
      text={item.confidenceSource === 'default' ? '' : String(item.confidence)}
      disabled={disabled}
      testId={`confidence-${item.key}`}
      read={(text) => {
        if (text.trim() === '') return { value: null };
        const percent = parsePercent(text);
        return percent === null || percent < leastConfidence || percent > mostConfidence
          ? { problem: texts.badConfidence }
          : { value: percent };
      }}
      onSave={(value) => {
        onEdit({ issueId: item.issueId, field: 'confidence', value });
      }}
    >
      {item.confidenceSource === 'default' ? (
        <span className="defaulted" title={texts.defaultMark}>
          {shown}
        </span>
      ) : (
        shown
      )}
    </EditableValue>
  );
}
