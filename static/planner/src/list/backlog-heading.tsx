import Button from '@atlaskit/button/new';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import { DropIndicator } from '@atlaskit/pragmatic-drag-and-drop-react-drop-indicator/box';
import Spinner from '@atlaskit/spinner';
import type { ReactElement } from 'react';

import type { ProblemAnswer } from '../../../../src/contract';
import { useNumbers } from '../numbers/numbers';
import { backlogId } from '../plan/plan-draft';
import { problemText, texts } from '../texts';
import { useEntry } from './use-entry';

interface BacklogHeadingProps {
  /** How many issues are below it; null while they are being read. */
  count: number | null;
  /** How many of them the filter lets through; null without a filter. */
  matching: number | null;
  more: boolean;
  /** null: there is nothing more to read, or too much. */
  onReadMore: (() => void) | null;
  readingOn: boolean;
  problem: ProblemAnswer | null;
  open: boolean;
  mayMove: boolean;
  rowIndex: number;
  onToggle: () => void;
  onRetry: () => void;
}

/** Where the plan ends and the rest of the board's backlog begins. */
export function BacklogHeading(props: BacklogHeadingProps): ReactElement {
  const { count, matching, more, onReadMore, readingOn, problem, open, mayMove, rowIndex, onToggle, onRetry } = props;
  const numbers = useNumbers();
  const { ref, edge } = useEntry(backlogId, null, !mayMove);
  const Chevron = open ? ChevronDownIcon : ChevronRightIcon;
  return (
    <div
      ref={ref}
      role="row"
      aria-rowindex={rowIndex}
      className={edge === null ? 'row backlog-heading' : 'row backlog-heading row-target'}
      data-drop-edge={edge}
      data-testid="backlog-heading"
    >
      <span role="gridcell" className="backlog-title">
        <button
          type="button"
          className="backlog-toggle"
          aria-expanded={open}
          aria-label={open ? texts.backlogToggle.hide : texts.backlogToggle.show}
          onClick={onToggle}
        >
          <Chevron label="" size="small" />
          <strong>{texts.backlog}</strong>
        </button>
        {problem !== null ? (
          <>
            <span className="careful" role="alert">
              {texts.detailed(texts.backlogFailed, problemText(problem))}
            </span>
            <Button appearance="subtle" spacing="compact" onClick={onRetry}>
              {texts.tryAgain}
            </Button>
          </>
        ) : count === null ? (
          <span className="subtle backlog-reading">
            <Spinner size="xsmall" /> {texts.backlogReading}
          </span>
        ) : (
          <span className="subtle">
            {count === 0
              ? texts.backlogEmpty
              : matching === null
                ? texts.backlogCount(count, numbers.plain(count), more)
                : texts.backlogMatches(numbers.plain(matching), numbers.plain(count), matching)}
            {(matching ?? count) > 0 && mayMove ? ` · ${texts.backlogHint}` : ''}
          </span>
        )}
        {onReadMore === null || problem !== null ? null : (
          <Button
            appearance="subtle"
            spacing="compact"
            isLoading={readingOn}
            testId="backlog-more"
            onClick={onReadMore}
          >
            {texts.backlogMore}
          </Button>
        )}
      </span>
      {edge === null ? null : <DropIndicator edge={edge} />}
    </div>
  );
}
