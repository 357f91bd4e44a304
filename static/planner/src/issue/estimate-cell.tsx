import Tooltip from '@atlaskit/tooltip';
import type { ReactElement } from 'react';

import type { Planner, PlannerItem } from '../../../../src/contract';
import { mostEstimateHours } from '../../../../src/estimation/bounds';
import { parseHours } from '../../../../src/estimation/hours';
import { EditableValue } from './editable-value';
import { useNumbers } from '../numbers/numbers';
import type { IssueEdit } from '../plan/planner-state';
import { texts } from '../texts';

interface EstimateCellProps {
  item: PlannerItem;
  timeTracking: Planner['timeTracking'];
  disabled: boolean;
  onEdit: (edit: IssueEdit) => void;
}

/** The estimate, edited in place. What is added up from sub-tasks, or what remains, is edited in Jira. */
export function EstimateCell({ item, timeTracking, disabled, onEdit }: EstimateCellProps): ReactElement {
  const numbers = useNumbers();
  const shown = item.hours === null ? texts.noEstimate : numbers.hours(item.hours);
  const isSum = item.hoursSource === 'subtasks';
  const editable = (
    <EditableValue
      label={texts.editEstimate(item.key, `${shown}${texts.estimateSource[item.hoursSource]}`)}
      fieldLabel={texts.columns.estimateLong}
      text={item.hours === null || item.hoursSource === 'default' ? '' : numbers.typed(item.hours)}
      disabled={disabled || isSum || item.hoursSource === 'remaining'}
      testId={`estimate-${item.key}`}
      read={(text) => {
        if (text.trim() === '') return { value: null };
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
        <span className={item.hoursSource === 'default' ? 'defaulted' : ''}>
          {isSum ? <span aria-hidden="true">Σ </span> : null}
          {shown}
          {isSum && isPartly(item) ? <span className="partly"> +?</span> : null}
        </span>
      )}
    </EditableValue>
  );
  const why = explanation(item, numbers);
  return why === null ? editable : <Tooltip content={why}>{editable}</Tooltip>;
}

/** Some of the sub-tasks that make the sum have no estimate, so there is more to it than it says. */
export function isPartly({ hoursSource, subtasks }: PlannerItem): boolean {
  return hoursSource === 'subtasks' && subtasks !== null && subtasks.unestimated > 0;
}

/** Where the number comes from, when that is not plain to see. */
function explanation(
  { subtasks, hoursSource, boardEstimate }: PlannerItem,
  numbers: ReturnType<typeof useNumbers>,
): string | null {
  if (subtasks !== null && hoursSource === 'subtasks') {
    const own = subtasks.ownHours === null ? null : numbers.hours(subtasks.ownHours);
    const missing = subtasks.unestimated === 0 ? '' : `${texts.subtasksUnestimated(subtasks.unestimated)} `;
    return `${missing}${texts.fromSubtasks(subtasks.count, own)}`;
  }
  if (hoursSource === 'remaining') return texts.remainingWhy;
  if (subtasks !== null && subtasks.hours !== null) return texts.subtasksIgnored(subtasks.count);
  return boardEstimate === null ? null : texts.boardEstimate(numbers.plain(boardEstimate.value), boardEstimate.field);
}
