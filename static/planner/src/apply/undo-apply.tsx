import { isValid, parseISO } from 'date-fns';
import { lazy, type ReactElement, Suspense, useState } from 'react';

import type { Planner } from '../../../../src/contract';
import { supportedLocale } from '../../../../src/estimation/hours';
import { texts } from '../texts';

/** Seldom opened, and a dialog is heavy. */
const UndoDialog = lazy(() => import('./undo-dialog'));

export interface UndoApplyProps {
  planner: Planner;
  locale: string;
  /** Issues that this page changed in Jira, newest last. */
  changedIssues: readonly string[];
  disabled: boolean;
  /** Undo was tried, and these issues were changed by it, as far as Jira answered. */
  onDone: (changed: readonly string[]) => void;
}

/** When the plan was last applied, with the way back; nothing when there is nothing to take back. */
export function UndoApply(props: UndoApplyProps): ReactElement | null {
  const { planner, locale, changedIssues, disabled, onDone } = props;
  // What is taken back, from the click on: the page behind may learn meanwhile that it is done.
  const [asked, setAsked] = useState<{ planner: Planner; applied: NonNullable<Planner['applied']> } | null>(null);
  const applied = asked?.applied ?? planner.applied;
  if (applied === null) return null;
  const when = momentOf(applied.at, locale);
  return (
    <span className="small subtle">
      {texts.apply.lastApplied(when)} ·{' '}
      <button
        type="button"
        className="link"
        aria-label={texts.apply.undoLastApply}
        disabled={disabled}
        data-testid="undo-apply"
        onClick={() => {
          setAsked({ planner, applied });
        }}
      >
        {texts.apply.undoApply}
      </button>
      {asked === null ? null : (
        <Suspense>
          <UndoDialog
            planner={asked.planner}
            applied={asked.applied}
            when={when}
            changedIssues={changedIssues}
            onClose={(tried, changed) => {
              setAsked(null);
              if (tried) onDone(changed);
            }}
          />
        </Suspense>
      )}
    </span>
  );
}

/** '21 Nov, 10:32' by the reader's locale and clock. */
function momentOf(at: string, locale: string): string {
  const moment = parseISO(at);
  if (!isValid(moment)) return '';
  return new Intl.DateTimeFormat(supportedLocale(locale), {
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  }).format(moment);
}
