import HandleIcon from '@atlaskit/icon/core/drag-handle-vertical';
import type { ReactElement } from 'react';

import { texts } from './texts';
import type { Lift } from './use-lift';

/** Drags with the mouse as its row does, and lifts with the keyboard. */
export function DragHandle({
  id,
  what,
  disabled,
  lift,
}: {
  id: string;
  what: string;
  disabled: boolean;
  lift: Lift;
}): ReactElement {
  return (
    <button
      type="button"
      className="handle"
      aria-label={texts.handle(what)}
      aria-pressed={lift.liftedId === id}
      disabled={disabled}
      data-testid={`handle-${id}`}
      onKeyDown={(event) => {
        lift.onHandleKey(id, event);
      }}
      onBlur={() => {
        lift.onHandleBlur(id);
      }}
    >
      <HandleIcon label="" spacing="none" size="small" />
    </button>
  );
}
