import Button from '@atlaskit/button/new';
import DropdownMenu, { DropdownItemRadio, DropdownItemRadioGroup } from '@atlaskit/dropdown-menu';
import Range from '@atlaskit/range';
import type { ReactElement } from 'react';

import type { Planner } from '../../../src/contract';
import { CapacityField } from './capacity-field';
import { useNumbers } from './numbers';
import type { PlanChange } from './plan-draft';
import type { PlanView } from './plan-view';
import { PrismBar } from './prism-bar';
import { texts } from './texts';

interface PrismPanelProps {
  view: PlanView;
  planner: Planner;
  /** The capacity on screen was typed here and may not be stored yet. */
  ownCapacity: boolean;
  disabled: boolean;
  onChange: (change: Omit<PlanChange, 'moves'>) => void;
  onSeeSum: () => void;
}

/** The three things that belong together: work against capacity, the confidence that is wanted, the one that is reached. */
export function PrismPanel({
  view,
  planner,
  ownCapacity,
  disabled,
  onChange,
  onSeeSum,
}: PrismPanelProps): ReactElement {
  const numbers = useNumbers();
  const { draft, outcome } = view;
  const { all, above, ratio } = outcome;
  return (
    <section className="prism" aria-label={texts.prismTitle}>
      <div className="prism-work">
        <h2>{texts.prismTitle}</h2>
        <PrismBar above={above} capacity={draft.capacityHours} desired={draft.desired / 100} count={outcome.count} />
        <div className="prism-capacity">
          <CapacityField
            hours={draft.capacityHours}
            source={ownCapacity ? 'sprint' : planner.capacity.source}
            timeTracking={planner.timeTracking}
            disabled={disabled}
            onSave={(capacityHours) => {
              onChange({ capacityHours });
            }}
          />
          <span className="subtle small">
            {texts.allIssues(
              numbers.hours(all.original),
              numbers.plain(all.optimistic),
              numbers.hours(all.pessimistic),
            )}
          </span>
        </div>
      </div>
      <div className="prism-desired">
        <h2 id="desired-label">{texts.desired}</h2>
        <div className="big" data-testid="desired">
          {numbers.percent(draft.desired / 100)}
        </div>
        <Range
          aria-labelledby="desired-label"
          aria-valuetext={texts.sliderIs(numbers.percent(draft.desired / 100), outcome.count, draft.order.length)}
          min={0}
          max={100}
          step={1}
          value={draft.desired}
          isDisabled={disabled}
          onChange={(desired) => {
            onChange({ desired });
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
                {texts.backToAuto(numbers.percent(draft.desired / 100))}
              </button>
            </>
          )}
        </div>
      </div>
      <div className="prism-ratio" aria-live="polite">
        <h2>{texts.aboveTheLine}</h2>
        <div>
          <span className="big" data-testid="ratio">
            {ratio === null ? texts.noRatio : numbers.percent(ratio)}
          </span>{' '}
          <span className="subtle small">{texts.confidenceRatio}</span>
        </div>
        <div className="small">
          {ratio === null ? texts.setCapacity : <Verdict ratio={ratio} desired={draft.desired / 100} />}
        </div>
        <Button appearance="subtle" spacing="compact" onClick={onSeeSum} isDisabled={ratio === null}>
          {texts.seeTheSum}
        </Button>
      </div>
    </section>
  );
}

/** Rounding errors of the ratio are far below this, anything shown far above it. */
const sameRatio = 1e-9;

function Verdict({ ratio, desired }: { ratio: number; desired: number }): ReactElement {
  if (ratio >= desired - sameRatio) return <span className="good">{texts.reached}</span>;
  return <span className="careful">{texts.under(Math.round((desired - ratio) * 100))}</span>;
}
