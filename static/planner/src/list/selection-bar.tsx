import './selection-bar.css';

import Button, { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import CrossIcon from '@atlaskit/icon/core/cross';
import type { ReactElement } from 'react';

import type { HoursRange } from '../../../../src/estimation/range';
import { useNumbers } from '../numbers/numbers';
import { texts } from '../texts';

/** Where selected issues can be sent, together. */
export type SelectionTarget = 'top' | 'aboveLine' | 'belowLine' | 'backlog';

interface SelectionBarProps {
  count: number;
  /** Sum of those that have an estimate. */
  hours: HoursRange;
  /** Some of them are in the backlog. */
  canPull: boolean;
  /** Some of them are in the plan. */
  canDrop: boolean;
  mayMove: boolean;
  mayEdit: boolean;
  onSend: (to: SelectionTarget) => void;
  /** Whole percent, for all of them. */
  onConfidence: (percent: number) => void;
  steps: readonly { percent: number; name: string }[];
  onClear: () => void;
}

/** What can be done with several issues at once; there while any is selected. */
export function SelectionBar(props: SelectionBarProps): ReactElement | null {
  const { count, hours, canPull, canDrop, mayMove, mayEdit, onSend, onConfidence, steps, onClear } = props;
  const numbers = useNumbers();
  if (count === 0) return null;
  const send = (to: SelectionTarget, label: string, hint?: string): ReactElement => (
    <Button
      isDisabled={!mayMove}
      title={hint}
      testId={`selection-${to}`}
      onClick={() => {
        onSend(to);
      }}
    >
      {label}
    </Button>
  );
  return (
    <section className="selection-bar" aria-label={texts.finding.selectionLabel} data-testid="selection-bar">
      <span className="selection-sum" role="status">
        <strong>{texts.finding.selected(count)}</strong>
        <span className="subtle">
          {' · '}
          {texts.finding.sumOf(numbers.rounded(hours.original), numbers.range(hours.optimistic, hours.pessimistic))}
        </span>
      </span>
      <div className="selection-acts" role="group" aria-label={texts.move}>
        {send('top', texts.finding.toTop, texts.finding.toTopHint)}
        {send('aboveLine', texts.finding.aboveLine)}
        {canPull && !canDrop
          ? send('belowLine', texts.finding.intoSprint, texts.finding.intoSprintHint)
          : send('belowLine', texts.finding.belowLine)}
        {canDrop ? send('backlog', texts.finding.toBacklog) : null}
      </div>
      <DropdownMenu<HTMLButtonElement>
        trigger={texts.finding.confidence}
        label={texts.finding.confidenceHint}
        spacing="compact"
        placement="top-end"
        shouldRenderToParent={false}
        testId="selection-confidence"
      >
        <DropdownItemGroup title={texts.finding.confidenceHint}>
          {steps.map(({ percent, name }) => (
            <DropdownItem
              key={percent}
              isDisabled={!mayEdit}
              onClick={() => {
                onConfidence(percent);
              }}
            >
              <strong className="selection-percent">{numbers.percent(percent / 100)}</strong> {name}
            </DropdownItem>
          ))}
        </DropdownItemGroup>
      </DropdownMenu>
      <IconButton
        icon={CrossIcon}
        label={texts.finding.clearSelection}
        isTooltipDisabled={false}
        appearance="subtle"
        aria-keyshortcuts="Escape"
        testId="selection-clear"
        onClick={onClear}
      />
    </section>
  );
}
