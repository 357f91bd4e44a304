import DropdownMenu, { DropdownItemRadio, DropdownItemRadioGroup } from '@atlaskit/dropdown-menu';
import Range from '@atlaskit/range';
import type { ReactElement } from 'react';

import type { Planner } from '../../../../src/contract';
import { type AsDropped, useAsDropped } from '../list/as-dropped';
import { ChanceLine } from '../chance/chance-line';
import { CapacityField } from './capacity-field';
import { capacityFrom } from './capacity-from';
import { useNumbers } from '../numbers/numbers';
import type { PlanChange } from '../plan/plan-draft';
import { PrismBar } from './prism-bar';
import { texts } from '../texts';

interface PrismPanelProps {
  asDropped: AsDropped;
  planner: Planner;
  /** The capacity on screen was typed here and may not be stored yet. */
  ownCapacity: boolean;
  disabled: boolean;
  onChange: (change: Omit<PlanChange, 'moves'>) => void;
  onSeeSum: () => void;
  onWhy: () => void;
}

/** The three things that belong together: work against capacity, the confidence that is wanted, the one that is reached. */
export function PrismPanel({
  asDropped,
  planner,
  ownCapacity,
  disabled,
  onChange,
  onSeeSum,
  onWhy,
}: PrismPanelProps): ReactElement {
  const numbers = useNumbers();
  const { draft, outcome, items } = useAsDropped(asDropped);
  const { all, above, ratio, chance, drives } = outcome;
  /** The number that the line follows. */
  const sure = drives === 'chance' ? chance : ratio;
  // A line that somebody put has the confidence that it has; the one that is wanted waits behind 'back to 80 %'.
  const shown = draft.mode === 'manual' && sure !== null ? Math.round(sure * 100) : draft.desired;
  const wanted = numbers.percent(draft.desired / 100);
  return (
    <section className="prism" aria-label={texts.prismTitle}>
      <div className="prism-work">
        <h2>{texts.prismTitle}</h2>
        <PrismBar above={above} capacity={draft.capacityHours} desired={draft.desired / 100} count={outcome.count} />
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
          <span className="subtle small">
            {texts.allIssues(
              numbers.rounded(all.original),
              numbers.rounded(all.optimistic),
              numbers.rounded(all.pessimistic),
            )}
          </span>
        </div>
      </div>
      <div className="prism-desired">
        <h2 id="desired-label">{draft.mode === 'manual' ? texts.confidenceOfLine : texts.desired}</h2>
        <div className="big" data-testid="desired">
          {numbers.percent(shown / 100)}
        </div>
        <Range
          aria-labelledby="desired-label"
          aria-valuetext={texts.sliderIs(numbers.percent(shown / 100), outcome.count, items.length)}
          min={0}
          max={100}
          step={1}
          value={shown}
          isDisabled={disabled}
          onChange={(desired) => {
            // Who says what they want, wants the line to follow.
            onChange(draft.mode === 'manual' ? { desired, line: { mode: 'auto' } } : { desired });
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
                {numbers.percent(ratio)}
              </button>
            )}{' '}
            <span className="subtle small">{texts.confidenceRatio}</span>
          </div>
          <div className="small">
            {outcome.count === 0 ? (
              texts.nothingAbove
            ) : ratio === null || drives === 'chance' ? null : (
              <Verdict sure={ratio} desired={draft.desired / 100} />
            )}
          </div>
          {ratio === null ? null : (
            <button type="button" className="link small" onClick={onSeeSum}>
              {texts.seeTheSum}
            </button>
          )}
        </div>
        {chance === null || outcome.count === 0 ? null : (
          <ChanceLine chance={chance} finished={planner.learnt.rows.length} onWhy={onWhy}>
            {drives === 'chance' ? <Verdict sure={chance} desired={draft.desired / 100} /> : null}
          </ChanceLine>
        )}
      </div>
    </section>
  );
}

/** Rounding errors of the ratio are far below this, anything shown far above it. */
const sameRatio = 1e-9;

function Verdict({ sure, desired }: { sure: number; desired: number }): ReactElement {
  if (sure >= desired - sameRatio) return <span className="good">{texts.reached}</span>;
  return <span className="careful">{texts.under(Math.round((desired - sure) * 100))}</span>;
}
