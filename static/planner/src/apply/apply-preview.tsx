import SectionMessage from '@atlaskit/section-message';
import type { ReactElement } from 'react';

import type { ApplyPreview as Preview, Planner } from '../../../../src/contract';
import { doneCount } from './apply-run';
import { IssueNames } from './issue-names';
import { texts } from '../texts';

interface ApplyPreviewProps {
  planner: Planner;
  preview: Preview;
  below: Preview['below'];
  onBelow: (below: Preview['below']) => void;
  /** Something was applied from here a moment ago, and this is the rest. */
  appliedBefore: boolean;
}

/** What applying would change, issue by issue, before anything is changed. */
export function ApplyPreview({ planner, preview, below, onBelow, appliedBefore }: ApplyPreviewProps): ReactElement {
  const { sprint } = planner;
  const { nextSprint } = preview;
  if (doneCount(preview) === 0) {
    return (
      <>
        <p>{appliedBefore ? texts.apply.nothingOfDone : texts.apply.nothing}</p>
        <IssueNames title={texts.apply.staying} issues={preview.staying} />
      </>
    );
  }
  return (
    <>
      <p>
        <strong>{texts.apply.counts(preview.in.length, preview.out.length, preview.ranked.length)}.</strong>{' '}
        {texts.apply.intro}
      </p>
      {sprint.state === 'active' ? (
        <SectionMessage appearance="warning">
          <p>{texts.apply.activeSprint(sprint.name)}</p>
        </SectionMessage>
      ) : null}
      {preview.out.length === 0 ? null : (
        <fieldset className="apply-below">
          <legend>{texts.apply.belowLabel}</legend>
          <BelowChoice to="backlog" label={texts.apply.belowBacklog} below={below} onBelow={onBelow} />
          <BelowChoice
            to="nextSprint"
            label={nextSprint === null ? texts.apply.belowNoNext : texts.apply.belowNext(nextSprint.name)}
            disabled={nextSprint === null}
            below={below}
            onBelow={onBelow}
          />
        </fieldset>
      )}
      <IssueNames title={texts.apply.moveIn(sprint.name)} issues={preview.in} />
      <IssueNames title={texts.apply.moveToBacklog} issues={preview.out.filter(({ to }) => to === 'backlog')} />
      <IssueNames
        title={texts.apply.moveToSprint(nextSprint?.name ?? texts.apply.nextSprint)}
        issues={preview.out.filter(({ to }) => to === 'nextSprint')}
      />
      <IssueNames
        title={texts.apply.changeRank}
        hint={preview.ranked.length > 1 ? texts.apply.changeRankWhy : undefined}
        issues={preview.ranked}
        atFirst={5}
      />
      <IssueNames title={texts.apply.staying} issues={preview.staying} />
    </>
  );
}

function BelowChoice({
  to,
  label,
  disabled = false,
  below,
  onBelow,
}: Pick<ApplyPreviewProps, 'below' | 'onBelow'> & {
  to: Preview['below'];
  label: string;
  disabled?: boolean;
}): ReactElement {
  return (
    <label className={disabled ? 'apply-below-disabled' : undefined}>
      <input
        type="radio"
        name="below"
        value={to}
        checked={below === to}
        disabled={disabled}
        onChange={() => {
          onBelow(to);
        }}
      />
      {label}
    </label>
  );
}
