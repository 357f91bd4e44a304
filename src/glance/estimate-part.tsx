import { Box, Button, ErrorMessage, Form, Inline, Label, Stack, Textfield, xcss } from '@forge/react';
import { useState } from 'react';

import type { GlanceState } from './glance-session';
import { SavingNote } from './saving-note';
import type { GlanceTexts } from './texts';

interface EstimatePartProps {
  /** What the field begins with. */
  typed: string;
  /** null: not an estimate. */
  read: (typed: string) => number | null;
  onSave: (hours: number) => void;
  state: GlanceState;
  texts: GlanceTexts;
}

/** The field for the issue's own estimate. */
export function EstimatePart({ typed, read, onSave, state, texts }: EstimatePartProps) {
  const [text, setText] = useState(typed);
  const [isRefused, setRefused] = useState(false);
  const submit = () => {
    const hours = read(text);
    setRefused(hours === null);
    if (hours !== null) onSave(hours);
  };
  return (
    <Form onSubmit={submit}>
      <Stack space="space.050">
        <Label labelFor="estimate">{texts.estimateLabel}</Label>
        <Inline space="space.100" alignBlock="center">
          <Box xcss={xcss({ width: '160px' })}>
            <Textfield
              id="estimate"
              isCompact
              isInvalid={isRefused}
              placeholder={texts.estimateHint}
              defaultValue={typed}
              onChange={({ target }) => {
                setText(String(target.value));
              }}
            />
          </Box>
          <Button type="submit" spacing="compact" isDisabled={text === typed}>
            {texts.save}
          </Button>
          <SavingNote of="estimate" state={state} texts={texts} />
        </Inline>
        {isRefused ? <ErrorMessage>{texts.badHours}</ErrorMessage> : null}
      </Stack>
    </Form>
  );
}
