import './load-panel.css';

import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import { lazy, type ReactElement, Suspense, useId, useMemo, useState } from 'react';

import type { Planner } from '../../../../src/contract';
import { type AsDropped, useAsDropped } from '../list/as-dropped';
import { texts } from '../texts';
import { useNumbers } from '../numbers/numbers';
import { loadSummary } from './load-summary';
import { teamLoad } from './team-load';

/** Opened by few, and seldom. */
const LoadTable = lazy(() => import('./load-table').then(({ LoadTable: table }) => ({ default: table })));

interface LoadPanelProps {
  asDropped: AsDropped;
  team: Planner['team'];
}

/** Each person's work above the line against their own capacity: one line that opens to a table. */
export function LoadPanel({ asDropped, team }: LoadPanelProps): ReactElement | null {
  const [open, setOpen] = useState(false);
  const body = useId();
  const { percent } = useNumbers();
  const { items, outcome } = useAsDropped(asDropped);
  const load = useMemo(() => teamLoad(items.slice(0, outcome.count), team), [items, outcome.count, team]);
  if (load === null) return null;
  const Chevron = open ? ChevronDownIcon : ChevronRightIcon;
  const worst = load.people[0]?.state;
  return (
    <section className="load" aria-label={texts.load.title} data-testid="load">
      <button
        type="button"
        className="load-toggle"
        aria-expanded={open}
        aria-controls={body}
        onClick={() => {
          setOpen(!open);
        }}
      >
        <Chevron label="" size="small" color="currentColor" />
        <strong>{texts.load.title}</strong>
        <span className="load-summary" data-worst={worst}>
          {loadSummary(load, percent)}
        </span>
      </button>
      <div id={body}>
        {open ? (
          <Suspense>
            <LoadTable load={load} />
          </Suspense>
        ) : null}
      </div>
    </section>
  );
}
