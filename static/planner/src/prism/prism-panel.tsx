import DropdownMenu, { DropdownItemRadio, DropdownItemRadioGroup } from '@atlaskit/dropdown-menu';
import Range from '@atlaskit/range';
import { type ReactElement, useMemo } from 'react';

import type { Planner } from '../../../../src/contract';
import { type AsDropped, useAsDropped } from '../list/as-dropped';
import { ChanceLine } from '../chance/chance-line';
import { hoursNeeded } from '../chance/hours-needed';
import { CapacityField } from './capacity-field';
import { capacityFrom } from './capacity-from';
import { useNumbers } from '../numbers/numbers';
import { pointsUnder, type Sure, sureText, wholeSure } from '../numbers/sure';
import type { PlanChange } from '../plan/plan-draft';
import type { PlanView } from '../plan/plan-view';
import { PrismBar } from './prism-bar';
import { texts } from '../texts';

interface PrismPanelProps {
  /** As it is while nothing is dragged. */
  view: PlanView;
  asDropped: AsDropped;
  planner: Planner;
  /** The closed sprints are being learnt from. */
  learning: boolean;
  /** The capacity on screen was typed here and may not be stored yet. */
  ownCapacity: boolean;
  disabled: boolean;
  onChange: (change: Omit<PlanChange, 'moves'>) => void;
  onSeeSum: () => void;
  onWhy: () => void;
}

/** The three things that belong together: work against capacity, the confidence that is wanted, the one that is reached. */
export function PrismPanel({
  view,
  asDropped,
  planner,
  learning,
  ownCapacity,
  disabled,
  onChange,
  onSeeSum,
  onWhy,
}: PrismPanelProps): ReactElement {
  const numbers = useNumbers();
  const now = useAsDropped(asDropped);
  const { draft, outcome, items } = now;
  const { all, above, drives } = outcome;
  // Nothing fits always: that is no promise.
  const [ratio, chance] = outcome.count === 0 ? [null, null] : [outcome.ratio, outcome.chance];
  const desired = draft.desired / 100;
  /** The number that the line follows. */
  const sure = drives === 'chance' ? chance : ratio;
  const said = (what: Sure, fraction: number): string => sureText(fraction, what, desired, numbers);
  const wanted = numbers.percent(desired);
  // A line that somebody put is as sure as it is; what is wanted waits behind 'back to 80 %'.
  const put = draft.mode === 'manual' ? sure : null;
  const shown = put === null ? draft.desired : Math.round(wholeSure(put, drives, desired) * 100);
  const shownText = put === null ? wanted : said(drives, put);
  // By the chance this takes too long to follow a drag.
  const settled = drives === 'ratio' || now === view ? now : null;
  const needed = useMemo(() => (settled === null ? null : hoursNeeded(settled, planner)), [settled, planner]);
  return (
    <section className="prism" aria-label={texts.prismTitle}>
      <div className="prism-work">
        <h2>{texts.prismTitle}</h2>
        <PrismBar
          above={above}
          capacity={draft.capacityHours}
          sure={sure === null ? null : texts.sureIs[drives](said(drives, sure))}
          desired={desired}
          needed={needed}
          count={outcome.count}
        />
        <div className="prism-capacity">
          <CapacityField
            hours={draft.capacityHours}
            from={ownCapacity ? texts.capacityOf.sprint : capacityFrom(planner)}
            timeTracking={planner.timeTracking}
            disabled={disabled}
            onSave={(capacityHours) => {
              onChange({ capacityHours });
            }}
          />
          {all.pessimistic === 0 ? null : (
            <span className="subtle small">
              {texts.allIssues(
                numbers.rounded(all.original),
                numbers.rounded(all.optimistic),
                numbers.rounded(all.pessimistic),
              )}
            </span>
          )}
        </div>
      </div>
      <div className="prism-desired">
        <h2 id="desired-label">{put === null ? texts.desired[drives] : texts.ofTheLine[drives]}</h2>
        <div className="big" data-testid="desired">
          {shownText}
        </div>
        <Range
          aria-labelledby="desired-label"
          aria-valuetext={texts.sliderIs(shownText, outcome.count, items.length)}
          min={0}
          max={100}
          step={1}
          value={shown}
          isDisabled={disabled}
          onChange={(percent) => {
            // Who says what they want, wants the line to follow.
            onChange({ desired: percent, ...(draft.mode === 'manual' ? { line: { mode: 'auto' } } : {}) });
          }}
        />
        <div className="prism-line">
          {draft.mode === 'auto' ? (
            <>
              <span>{texts.lineAuto},</span>
              <DropdownMenu<HTMLButtonElement>
                label={texts.policyLabel}
                spacing="compact"
                trigger={({ triggerRef, isSelected, ...trigger }) => (
                  <button
                    {...trigger}
                    ref={triggerRef}
                    type="button"
                    className="link"
                    disabled={disabled}
                    aria-expanded={isSelected}
                  >
                    {texts.policy[draft.policy]}
                  </button>
                )}
              >
                <DropdownItemRadioGroup id="policy" title={texts.policyLabel}>
                  {(['closest', 'atLeast'] as const).map((policy) => (
                    <DropdownItemRadio
                      key={policy}
                      id={policy}
                      isSelected={policy === draft.policy}
                      description={texts.policyHint[policy]}
                      onClick={() => {
                        onChange({ policy });
                      }}
                    >
                      {texts.policy[policy]}
                    </DropdownItemRadio>
                  ))}
                </DropdownItemRadioGroup>
              </DropdownMenu>
            </>
          ) : (
            <>
              <span>{texts.lineManual}.</span>
              <button
                type="button"
                className="link"
                disabled={disabled}
                onClick={() => {
                  onChange({ line: { mode: 'auto' } });
                }}
              >
                {texts.backToAuto(wanted)}
              </button>
            </>
          )}
        </div>
        {put === null && chance !== null ? (
          <p className="subtle small" data-testid="drives">
            {texts.chance.drives[drives]}
          </p>
        ) : null}
      </div>
      <div className="prism-sure" aria-live="polite">
        <h2>{texts.aboveTheLine}</h2>
        <div className="prism-ratio">
          <div>
            {ratio === null ? (
              <span className="big" data-testid="ratio">
                {texts.noRatio}
              </span>
            ) : (
              <button
                type="button"
                className="big ratio"
                data-testid="ratio"
                title={texts.seeTheSum}
                onClick={onSeeSum}
              >
                {said('ratio', ratio)}
              </button>
            )}{' '}
            <span className="subtle small">{texts.sureName.ratio}</span>
          </div>
          <div className="small">
            {ratio === null || drives === 'chance' ? null : <Verdict sure={ratio} what="ratio" desired={desired} />}
          </div>
          {ratio === null ? null : (
            <button type="button" className="link small" onClick={onSeeSum}>
              {texts.seeTheSum}
            </button>
          )}
        </div>
        {chance === null ? null : (
          <ChanceLine
            said={said('chance', chance)}
            finished={planner.learnt.rows.length}
            learning={learning}
            onWhy={onWhy}
          >
            {drives === 'chance' ? <Verdict sure={chance} what="chance" desired={desired} /> : null}
          </ChanceLine>
        )}
      </div>
    </section>
  );
}

function Verdict({ sure, what, desired }: { sure: number; what: Sure; desired: number }): ReactElement {
  const wanted = useNumbers().percent(desired);
  const points = pointsUnder(sure, what, desired);
  if (points === null) return <span className="good">{texts.reached(wanted)}</span>;
  return <span className="careful">{texts.under(points, wanted)}</span>;
}
