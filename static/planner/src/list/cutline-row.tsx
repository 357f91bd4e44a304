import { DropIndicator } from '@atlaskit/pragmatic-drag-and-drop-react-drop-indicator/box';
import type { ReactElement } from 'react';

import { type AsDropped, useAsDropped } from './as-dropped';
import { DragHandle } from './drag-handle';
import { useNumbers } from '../numbers/numbers';
import { lineId } from '../plan/plan-draft';
import { sureText } from '../numbers/sure';
import { texts } from '../texts';
import { useEntry } from './use-entry';
import type { Destination, Mover } from './use-lift';

const lineDestinations: readonly Destination[] = ['up', 'down', 'top'];

interface CutlineRowProps {
  asDropped: AsDropped;
  disabled: boolean;
  rowIndex: number;
  active: boolean;
  lifted: boolean;
  mover: Mover;
  onBackToAuto: () => void;
}

/** The line between what fits and what does not, with its value on it. */
export function CutlineRow({
  asDropped,
  disabled,
  rowIndex,
  active,
  lifted,
  mover,
  onBackToAuto,
}: CutlineRowProps): ReactElement {
  const numbers = useNumbers();
  const { ref, dragging, edge } = useEntry(lineId, () => texts.cutline, disabled);
  const { outcome, draft, items } = useAsDropped(asDropped);
  const { above, ratio, chance, drives, count } = outcome;
  const sure = count === 0 ? null : drives === 'chance' ? chance : ratio;
  const classes = ['row', 'cutline', dragging ? 'row-dragging' : '', lifted ? 'row-lifted' : ''];
  return (
    <div
      ref={ref}
      role="row"
      className={classes.filter((name) => name !== '').join(' ')}
      aria-rowindex={rowIndex}
      data-testid="cutline"
      data-drop-edge={edge}
      data-entry={lineId}
      tabIndex={active ? 0 : -1}
      data-count={count}
      data-mode={draft.mode}
    >
      <span role="gridcell" className="cell-handle">
        <DragHandle
          id={lineId}
          what={texts.theLine}
          lifted={lifted}
          disabled={disabled}
          destinations={lineDestinations}
          mover={mover}
        />
      </span>
      <span role="gridcell" className="cutline-value">
        <strong>{texts.cutline}</strong>
        <span>
          {texts.planned(numbers.rounded(above.original), numbers.range(above.optimistic, above.pessimistic))}
          {draft.capacityHours === null ? '' : ` ${texts.ofCapacity(numbers.capacity(draft.capacityHours))}`}
        </span>
        {sure === null ? null : (
          <span>
            <strong>{sureText(sure, drives, draft.desired / 100, numbers)}</strong> {texts.sureName[drives]}
          </span>
        )}
        {draft.mode === 'auto' ? (
          <span className="mode">{texts.auto}</span>
        ) : (
          <>
            <span className="mode mode-manual">{texts.manual}</span>
            {disabled ? null : (
              <button type="button" className="link" onClick={onBackToAuto}>
                {texts.backToAuto(numbers.percent(draft.desired / 100))}
              </button>
            )}
          </>
        )}
        <span className="cutline-below subtle">
          {items.length === 0 ? '' : texts.below(items.length - count, numbers.plain(items.length - count))}
        </span>
      </span>
      {edge === null ? null : <DropIndicator edge={edge} />}
    </div>
  );
}
