import Select from '@atlaskit/select';
import type { ReactElement } from 'react';

import { useNumbers } from '../numbers/numbers';
import { texts } from '../texts';
import type { BoardForm, BoardProblem, OpenedBoard, sourceChange } from './board-form';
import { Choice } from './choice';
import { SourcePreview } from './source-preview';
import { StepsChoice } from './steps-choice';
import { TypedField } from './typed-field';
import { wordedOptions } from './worded-options';

export interface BoardSectionProps {
  opened: OpenedBoard;
  form: BoardForm;
  /** What is to be said to be wrong. */
  problems: ReadonlySet<BoardProblem>;
  /** What changes about where the numbers come from. */
  sources: ReturnType<typeof sourceChange>;
  disabled: boolean;
  onChange: (part: Partial<BoardForm>) => void;
}

export function CapacitySection({ form, problems, disabled, onChange }: BoardSectionProps): ReactElement {
  return (
    <section className="settings-section">
      <h2>{texts.settings.capacity}</h2>
      <Choice
        legend={texts.settings.capacityField}
        value={form.capacityMode}
        disabled={disabled}
        testId="capacity-mode"
        options={[
          {
            value: 'sprint',
            label: texts.settings.capacityModes.sprint,
            hint: texts.settings.capacityModeHints.sprint,
          },
          {
            value: 'board',
            label: texts.settings.capacityModes.board,
            hint: texts.settings.capacityModeHints.board,
            field: (
              <TypedField
                label={texts.settings.capacityField}
                hiddenLabel
                unit="h"
                value={form.capacity}
                problem={problems.has('capacity') ? texts.badCapacity : null}
                disabled={disabled}
                testId="board-capacity"
                onChange={(capacity) => {
                  onChange({ capacity });
                }}
              />
            ),
          },
          {
            value: 'team',
            label: texts.settings.capacityModes.team,
            hint: texts.settings.capacityModeHints.team,
          },
        ]}
        onChoose={(capacityMode) => {
          onChange({ capacityMode });
        }}
      />
    </section>
  );
}

export function ConfidenceSection(props: BoardSectionProps): ReactElement {
  const { opened, form, problems, sources, disabled, onChange } = props;
  const numbers = useNumbers();
  const { site } = opened;
  return (
    <section className="settings-section">
      <h2>{texts.settings.confidence}</h2>
      <OwnPercent
        legend={texts.settings.defaultConfidence}
        hint={texts.settings.defaultConfidenceHint}
        inherited={texts.settings.followSite(numbers.percent(site.defaultConfidence / 100))}
        own={form.ownConfidence}
        value={form.confidence}
        problem={problems.has('confidence') ? texts.badConfidence : null}
        disabled={disabled}
        testId="default-confidence"
        onOwn={(ownConfidence) => {
          onChange({ ownConfidence });
        }}
        onValue={(confidence) => {
          onChange({ confidence });
        }}
      />
      <OwnPercent
        legend={texts.settings.desired}
        hint={texts.settings.desiredHint}
        inherited={texts.settings.followPlanPrism(numbers.percent(site.desired / 100))}
        own={form.ownDesired}
        value={form.desired}
        problem={problems.has('desired') ? texts.settings.badDesired : null}
        disabled={disabled}
        testId="desired-confidence"
        onOwn={(ownDesired) => {
          onChange({ ownDesired });
        }}
        onValue={(desired) => {
          onChange({ desired });
        }}
      />
      <StepsChoice
        steps={form.steps}
        inherited={site.steps}
        said={
          form.steps !== null
            ? texts.settings.stepsOwn
            : site.steps === null
              ? texts.settings.stepsBrought
              : texts.settings.stepsFromSite
        }
        back={site.steps === null ? texts.settings.stepsLikeBrought : texts.settings.stepsLikeSite}
        disabled={disabled}
        onChange={(steps) => {
          onChange({ steps });
        }}
      />
      <Choice
        legend={texts.settings.kept}
        value={form.kept}
        disabled={disabled}
        testId="kept"
        options={[
          { value: 'planprism', label: texts.settings.keptIn.planprism, hint: texts.settings.keptHints.planprism },
          {
            value: 'field',
            label: texts.settings.keptIn.field,
            hint: opened.fields.length === 0 ? texts.settings.noFields : texts.settings.keptHints.field,
            disabled: opened.fields.length === 0 && form.kept !== 'field',
            field: <FieldChoice {...props} />,
          },
        ]}
        onChoose={(kept) => {
          // The likeliest field stands first.
          const [first] = opened.fields;
          onChange({ kept, ...(form.fieldId === '' && first !== undefined ? { fieldId: first.id } : {}) });
        }}
      />
      {sources.confidenceSource === undefined ? null : <SourcePreview boardId={opened.board.id} change={sources} />}
    </section>
  );
}

export function EstimateSection({ opened, form, sources, disabled, onChange }: BoardSectionProps): ReactElement {
  const { estimationField } = opened;
  return (
    <section className="settings-section">
      <h2>{texts.settings.estimates}</h2>
      <Choice
        legend={texts.settings.subtasks}
        value={form.subtasks}
        disabled={disabled}
        testId="subtask-rule"
        options={wordedOptions(['rollUp', 'parentOnly'], texts.issue.subtaskChoices, texts.issue.subtaskHints)}
        onChoose={(subtasks) => {
          onChange({ subtasks });
        }}
      />
      <Choice
        legend={texts.settings.estimateSource}
        value={form.estimateSource}
        disabled={disabled}
        testId="estimate-source"
        options={[
          { value: 'original', label: texts.settings.estimateSources.original },
          {
            value: 'remaining',
            label: texts.settings.estimateSources.remaining,
            hint: texts.settings.estimateHints.remaining,
          },
          {
            value: 'boardField',
            label: texts.settings.estimateSources.boardField(estimationField?.name ?? null),
            disabled: estimationField === null,
            ...(estimationField === null ? { hint: texts.settings.estimateHints.noBoardField } : {}),
          },
        ]}
        onChoose={(estimateSource) => {
          onChange({ estimateSource });
        }}
      />
      {/* One preview for both, beside the first of them. */}
      {sources.estimateSource !== undefined && sources.confidenceSource === undefined ? (
        <SourcePreview boardId={opened.board.id} change={sources} />
      ) : null}
    </section>
  );
}

interface OwnPercentProps {
  legend: string;
  hint: string;
  /** What holds without a choice, in words. */
  inherited: string;
  own: boolean;
  value: string;
  problem: string | null;
  disabled: boolean;
  testId: string;
  onOwn: (own: boolean) => void;
  onValue: (value: string) => void;
}

/** A percentage that comes from elsewhere until the board has its own. */
function OwnPercent(props: OwnPercentProps): ReactElement {
  const { legend, hint, inherited, own, value, problem, disabled, testId, onOwn, onValue } = props;
  return (
    <Choice
      legend={legend}
      hint={hint}
      value={own ? 'own' : 'inherited'}
      disabled={disabled}
      testId={testId}
      options={[
        { value: 'inherited', label: inherited },
        {
          value: 'own',
          label: texts.settings.own,
          field: (
            <TypedField
              label={texts.settings.percentField(legend)}
              hiddenLabel
              unit="%"
              value={value}
              problem={problem}
              disabled={disabled}
              testId={testId}
              onChange={onValue}
            />
          ),
        },
      ]}
      onChoose={(choice) => {
        onOwn(choice === 'own');
      }}
    />
  );
}

function FieldChoice({ opened, form, problems, disabled, onChange }: BoardSectionProps): ReactElement {
  const known = opened.fields.map(({ id, name }) => ({ label: name, value: id }));
  const options =
    form.fieldId === '' || known.some(({ value }) => value === form.fieldId)
      ? known
      : [{ label: texts.settings.fieldGone, value: form.fieldId }, ...known];
  return (
    <div className="choice-field">
      <Select
        aria-label={texts.settings.field}
        options={options}
        value={options.find(({ value }) => value === form.fieldId) ?? null}
        placeholder={texts.settings.chooseField}
        isDisabled={disabled}
        isInvalid={problems.has('fieldId')}
        spacing="compact"
        classNamePrefix="settings-select"
        onChange={(option) => {
          if (option !== null) onChange({ fieldId: option.value });
        }}
      />
      {problems.has('fieldId') ? (
        <p className="typed-field-problem" role="alert">
          {texts.settings.badField}
        </p>
      ) : null}
    </div>
  );
}
