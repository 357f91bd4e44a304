import CheckIcon from '@atlaskit/icon/core/check-circle';
import WarningIcon from '@atlaskit/icon/core/warning';
import Spinner from '@atlaskit/spinner';
import type { ReactElement } from 'react';

import { isUnsaved, type PlannerState } from './plan/planner-state';
import { texts } from './texts';

/** Says what is stored and what is not, all the time. */
export function SaveStatus({ state }: { state: PlannerState }): ReactElement {
  return (
    <div className="save-status" role="status" data-testid="save-status">
      {state.failures.length > 0 || state.kept !== null ? (
        <>
          <WarningIcon label="" color="var(--ds-icon-warning)" />
          <span>{texts.notSaved}</span>
        </>
      ) : isUnsaved(state) ? (
        <>
          <Spinner size="small" />
          <span className="save-said">{texts.saving}</span>
        </>
      ) : state.saves > 0 ? (
        <>
          <CheckIcon label="" color="var(--ds-icon-success)" />
          <span className="save-said">{texts.allSaved}</span>
        </>
      ) : (
        <span className="save-idle">{state.stored.may.plan ? texts.nothingChanged : ''}</span>
      )}
    </div>
  );
}
