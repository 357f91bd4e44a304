import { Button, Inline, Label, RadioGroup, Range, Stack, Text } from '@forge/react';

import { leastConfidence, mostConfidence } from '../estimation/bounds';
import type { GlanceSession, GlanceState } from './glance-session';
import type { GlanceView } from './glance-view';
import { SavingNote } from './saving-note';
import type { GlanceTexts } from './texts';

interface ConfidencePartProps {
  view: GlanceView;
  state: GlanceState;
  session: GlanceSession;
  texts: GlanceTexts;
}

/** The confidence, by slider and by words. */
export function ConfidencePart({ view, state, session, texts }: ConfidencePartProps) {
  if (!view.mayEdit) {
    return (
      <Stack space="space.050">
        <Text weight="semibold">{texts.confidenceLabel}</Text>
        <Text>{view.confidence}</Text>
      </Stack>
    );
  }
  return (
    <Stack space="space.100">
      <Stack space="space.050">
        <Label labelFor="confidence">{texts.confidenceLabel}</Label>
        <Inline spread="space-between" space="space.100" alignBlock="center">
          <Text>{view.confidence}</Text>
          <SavingNote of="confidence" state={state} texts={texts} />
        </Inline>
        <Range
          // While it is moved it keeps its own value: what goes to the app and back would come too late for a hand.
          key={state.versions.confidence}
          id="confidence"
          min={leastConfidence}
          max={mostConfidence}
          step={1}
          defaultValue={view.percent}
          onChange={session.moveConfidence}
          onBlur={session.settle}
        />
      </Stack>
      <Stack>
        <Text size="small" color="color.text.subtle">
          {texts.stepsLabel}
        </Text>
        <RadioGroup
          name="steps"
          options={view.steps.map(({ percent, label }) => ({ name: 'steps', value: String(percent), label }))}
          value={view.ownStep}
          onChange={({ target }) => {
            session.setConfidence(Number(target.value));
          }}
        />
      </Stack>
      {view.backToDefault === null ? null : (
        <Inline>
          <Button
            spacing="compact"
            onClick={() => {
              session.setConfidence(null);
            }}
          >
            {view.backToDefault}
          </Button>
        </Inline>
      )}
    </Stack>
  );
}
