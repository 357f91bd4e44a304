import { Inline, SectionMessage, Stack, Text } from '@forge/react';

import { ConfidencePart } from './confidence-part';
import { EstimatePart } from './estimate-part';
import type { GlanceSession, GlanceState, GlanceValue } from './glance-session';
import { glanceView, problemText, type Reader, readEstimate } from './glance-view';
import { PlannerLink } from './planner-link';
import { RangeBar } from './range-bar-boxes';
import type { GlanceTexts } from './texts';

interface GlanceBodyProps {
  glance: GlanceValue;
  state: GlanceState;
  session: GlanceSession;
  texts: GlanceTexts;
  reader: Reader;
}

/** What an open glance shows of one issue. */
export function GlanceBody({ glance, state, session, texts, reader }: GlanceBodyProps) {
  const view = glanceView(glance, state.chosen, texts, reader);
  const { planner } = view;
  return (
    <Stack space="space.200">
      {state.problem === null ? null : (
        <SectionMessage appearance={state.problem.answer.code === 'issue.conflict' ? 'warning' : 'error'}>
          <Text>{problemText(state.problem, glance, texts, reader)}</Text>
        </SectionMessage>
      )}
      <Stack space="space.050">
        {view.range === null ? (
          <Text weight="semibold">{view.estimate}</Text>
        ) : (
          <Inline spread="space-between" space="space.100" alignBlock="baseline">
            <Text size="large" weight="semibold">
              {view.range.text}
            </Text>
            <Text size="small" color="color.text.subtle">
              {view.estimate}
            </Text>
          </Inline>
        )}
        {view.range === null ? <Text color="color.text.subtle">{texts.noEstimateHint}</Text> : null}
        {view.range === null ? null : <RangeBar {...view.range.bar} />}
        {view.like === null ? null : (
          <Text size="small" color="color.text.subtle">
            {view.like}
          </Text>
        )}
      </Stack>
      {view.estimateField === null ? null : (
        <EstimatePart
          key={state.versions.estimate}
          stored={view.estimateField}
          read={(typed) => readEstimate(typed, glance)}
          onSave={session.setEstimate}
          state={state}
          texts={texts}
        />
      )}
      <ConfidencePart view={view} state={state} session={session} texts={texts} />
      <Stack space="space.050">
        <Text size="small" color="color.text.subtle">
          {view.whoSetIt}
        </Text>
        {view.earlier.map((line, index) => (
          <Text key={index} size="small" color="color.text.subtlest">
            {line}
          </Text>
        ))}
      </Stack>
      <Stack space="space.050">
        <Text weight="semibold">{texts.sprintTitle}</Text>
        <Text>{view.sprint}</Text>
        {planner === null ? null : <PlannerLink planner={planner} texts={texts} />}
      </Stack>
      {view.mayEdit ? null : (
        <Text size="small" color="color.text.subtle">
          {texts.readOnly}
        </Text>
      )}
    </Stack>
  );
}
